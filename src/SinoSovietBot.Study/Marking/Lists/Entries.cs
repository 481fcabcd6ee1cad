using System.Text;

namespace SinoSovietBot.Study.Marking;

/// <summary>Takes a list apart: first by lines, bullets, numbering and semicolons, then by commas and "and".</summary>
internal static class Entries
{
    private static readonly string[] Bullets = ["- ", "* ", "• ", "+ ", "> ", "– "];

    /// <summary>The parts between strong separators, normalised.</summary>
    public static List<string> Strong(string folded)
    {
        var text = new StringBuilder(folded.Length);
        for (var at = 0; at < folded.Length; at++)
        {
            var numbering = NumberingLength(folded, at);
            if (numbering > 0)
            {
                text.Append('\n');
                at += numbering - 1;
            }
            else
                text.Append(folded[at] is ';' or '•' ? '\n' : folded[at]);
        }

        return Parts(text.ToString().Split('\n').Select(WithoutBullet));
    }

    /// <summary>The parts of one of them between commas and "and", normalised.</summary>
    public static List<string> Weak(string part) =>
        Parts(Sentences(part).Split([",", " and ", " & ", " + ", " plus ", " / "], StringSplitOptions.None));

    /// <summary>The parts between commas and full stops alone, normalised.</summary>
    public static List<string> Clauses(string part) => Parts(Sentences(part).Split(','));

    // A full stop parts like a comma, the point of "U.S." does not.
    private static string Sentences(string text)
    {
        var parted = new StringBuilder(text);
        for (var at = 2; at + 1 < text.Length; at++)
        {
            if (text[at] == '.' && text[at + 1] == ' ' && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at - 2]))
                parted[at] = ',';
        }

        return parted.ToString();
    }

    private static List<string> Parts(IEnumerable<string> parts) =>
        [.. parts.Select(part => Fillers.Strip(Normaliser.Normalise(part))).Where(part => part.Any(char.IsLetterOrDigit))];

    private static string WithoutBullet(string line)
    {
        var trimmed = line.TrimStart();
        return Array.Find(Bullets, bullet => trimmed.StartsWith(bullet, StringComparison.Ordinal)) is { } found ? trimmed[found.Length..] : trimmed;
    }

    // "1. ", "2) ", "(3) ", "a) " at the beginning of a word; "1950. " is the end of a sentence.
    private static int NumberingLength(string text, int at)
    {
        if (at > 0 && text[at - 1] is not (' ' or '\n'))
            return 0;
        var end = at;
        var open = text[end] == '(';
        if (open)
            end++;
        var start = end;
        while (end < text.Length && end - start < 2 && Words.IsDigit(text[end]))
            end++;
        if (end == start && end < text.Length && text[end] is >= 'a' and <= 'h')
            end++;
        if (end == start || end >= text.Length)
            return 0;
        var closes = text[end] == ')' || (!open && Words.IsDigit(text[start]) && text[end] is '.' or ':');
        return closes && (end + 1 == text.Length || text[end + 1] is ' ' or '\n' || char.IsLetter(text[end + 1])) ? end + 1 - at : 0;
    }
}
