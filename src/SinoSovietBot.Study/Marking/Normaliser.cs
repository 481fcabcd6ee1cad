using System.Text;

namespace SinoSovietBot.Study.Marking;

/// <summary>Step 1 of marking: the form in which answers are compared and stored.</summary>
internal static class Normaliser
{
    // Currency and percent signs say something; the rest at either end does not.
    private const string Ends = " .,;:!?\"'()[]{}<>-*_~`|\\/^#=•…";
    private static readonly string[] Articles = ["the ", "a ", "an "];

    /// <summary>Folded, in one line with single spaces, without punctuation at the ends and without a leading article.</summary>
    public static string Normalise(string text) => Trim(OneLine(Folding.Fold(text)));

    /// <summary>Without punctuation at the ends and without a leading article.</summary>
    public static string Trim(string line)
    {
        while (true)
        {
            var trimmed = KeepCentury(line, line.Trim(Ends.ToCharArray()));
            foreach (var article in Articles)
            {
                if (trimmed.StartsWith(article, StringComparison.Ordinal))
                    trimmed = trimmed[article.Length..];
            }

            if (trimmed.Length == line.Length)
                return trimmed;
            line = trimmed;
        }
    }

    // The apostrophe of '69 says that the century is left out.
    private static string KeepCentury(string line, string trimmed)
    {
        var at = line.IndexOf(trimmed, StringComparison.Ordinal);
        var isYear = at > 0 && line[at - 1] == '\'' && trimmed.Length >= 2 && trimmed.AsSpan(0, 2).IndexOfAnyExceptInRange('0', '9') < 0
            && (trimmed.Length == 2 || !char.IsLetterOrDigit(trimmed[2]));
        return isYear ? "'" + trimmed : trimmed;
    }

    /// <summary>A folded text with its lines joined and its spaces single.</summary>
    public static string OneLine(string folded)
    {
        var line = new StringBuilder(folded.Length);
        foreach (var character in folded)
        {
            var shown = character == '\n' ? ' ' : character;
            if (shown != ' ' || (line.Length > 0 && line[^1] != ' '))
                line.Append(shown);
        }

        return line.ToString().TrimEnd(' ');
    }
}
