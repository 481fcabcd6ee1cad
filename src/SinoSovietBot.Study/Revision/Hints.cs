using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Revision;

/// <summary>
/// What helps without telling. Pure: the same level of the same thing always gives the same hint. Of every answer at least one letter or digit stays
/// hidden.
/// </summary>
public static class Hints
{
    /// <summary>Stands for a letter or a digit that is hidden.</summary>
    public const char Hidden = '·';

    /// <summary>Struck out only where at least as many options would be left to choose from.</summary>
    private const int LeastOptionsLeft = 2;

    private const int PointsShown = 20;
    private const int PointLength = 60;
    private const int AnswerLength = 150;
    private const int WordsOfAPoint = 2;

    private static readonly double[] Shares = [0, 0.25, 0.5];

    /// <summary>
    /// The hints for something to type, each a text that says more than the one before: the words with their first letters, then a quarter of the
    /// letters, then half of them. Fewer where that would say nothing new; none where there is nothing to say without telling.
    /// </summary>
    public static ImmutableArray<string> Of(MarkingKey key)
    {
        string[] answers = key.Form == AnswerForm.Text ? [key.Answer] : [.. key.Items.Select(item => item.Text)];
        var masks = Shares.Select(share => answers.Select(answer => ByShare(Cut(answer, AnswerLength), share)).ToArray())
            .Where(shown => shown.Any(mask => mask.EnumerateRunes().Any(Rune.IsLetterOrDigit)))
            .Where(shown => key.Form != AnswerForm.Text || Marker.Mark(key, shown[0]).Verdict != Verdict.Right)
            .DistinctBy(shown => string.Join('\n', shown));
        return key.Form == AnswerForm.Text
            ? [.. masks.Select(shown => $"{Counted(shown[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, "word")}: {shown[0]}")]
            : [.. masks.Select(shown => Lines(shown, answers.Length))];
    }

    /// <summary>The hint for a whole card: how many points there are, and the first two words of each, or fewer of a shorter one.</summary>
    public static string Of(Card card) =>
        $"{Counted(card.Points.Length, "point")}:\n{Lines([.. card.Points.Select(point => Beginning(point.Text))], card.Points.Length)}";

    /// <summary>A wrong option to be struck out; null where too few would be left.</summary>
    /// <param name="options">How many there are.</param>
    /// <param name="right">The index of the right one.</param>
    /// <param name="where">The same text strikes out the same one.</param>
    public static int? WrongOption(int options, int right, string where)
    {
        if (options <= LeastOptionsLeft)
            return null;
        int wrong = StableSeed.Of($"hint {where}") % (options - 1);
        return wrong < right ? wrong : wrong + 1;
    }

    // The words up to a share of their letters, at least the first; the last letter of all where nothing would be left to find.
    private static string ByShare(string text, double share)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string shown = string.Join(' ', words.Select(word => Mask(word, Math.Min(MostOf(word), Math.Max(1, (int)(share * LettersOf(word)))))));
        string whole = string.Join(' ', words);
        return shown == whole ? Mask(whole, LettersOf(whole) - 1) : shown;
    }

    private static string Mask(string text, int shown)
    {
        var mask = new StringBuilder(text.Length);
        int seen = 0;
        bool isHidden = false;
        foreach (var rune in text.EnumerateRunes())
        {
            bool isLetter = Rune.IsLetterOrDigit(rune);
            // An accent belongs to its letter.
            if (isHidden && IsMark(rune))
                continue;
            isHidden = isLetter && seen >= shown;
            seen += isLetter ? 1 : 0;
            mask.Append(isHidden ? Hidden.ToString() : rune.ToString());
        }

        return mask.ToString();
    }

    // Of a number the last digit stays hidden, or "5 y····" would tell it.
    private static int MostOf(string word)
    {
        var letters = word.EnumerateRunes().Where(Rune.IsLetterOrDigit).ToList();
        int digit = letters.FindLastIndex(Rune.IsDigit);
        return digit < 0 ? letters.Count : digit;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static int LettersOf(string word) => word.EnumerateRunes().Count(Rune.IsLetterOrDigit);

    private static string Beginning(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int shown = WordsOfAPoint; shown > 0; shown--)
        {
            string beginning = Cut(string.Join(' ', words.Take(shown)), PointLength);
            if (words.Skip(shown).Any(word => LettersOf(word) > 0))
                return beginning + " …";
        }

        return ByShare(Cut(text, PointLength), 0);
    }

    private static string Lines(string[] hints, int all)
    {
        string lines = string.Join('\n', hints.Take(PointsShown).Select(hint => $"• {hint}"));
        return all > PointsShown ? string.Create(CultureInfo.InvariantCulture, $"{lines}\n… and {all - PointsShown} more") : lines;
    }

    private static string Counted(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    // Never inside a pair of surrogates.
    private static string Cut(string text, int max) =>
        text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
}
