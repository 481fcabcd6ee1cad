using System.Text.RegularExpressions;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>A question asks for one thing that is so, and claims no more than the deck does.</summary>
internal static partial class StemRules
{
    public static IEnumerable<DeckFinding> Find(Question question, CheckedDeck deck) => deck.Words.IsEnglish
        ? [.. Negative(question), .. AllOrNone(question), .. Superlatives(question, deck), .. NoteStyle(question)]
        : NoteStyle(question);

    private static IEnumerable<DeckFinding> Negative(Question question)
    {
        if (question.Kind == QuestionKind.TrueFalse)
        {
            if (Negation().Match(question.Prompt) is { Success: true } negation)
                yield return DeckFinding.In(question, DeckTrap.NegativeStatement, CheckMessages.NegativeStatement(negation.Value));
        }
        else if (AskedNegatively().Match(question.Prompt) is { Success: true } found)
        {
            yield return DeckFinding.In(question, DeckTrap.NegativeStem, CheckMessages.NegativeStem(found.Value));
        }
    }

    private static IEnumerable<DeckFinding> AllOrNone(Question question) =>
        from option in question.Options()
        where IsAboutOptions(option)
        select DeckFinding.In(question, DeckTrap.AllOrNone, CheckMessages.AllOrNone(option));

    /// <summary>Whether an option speaks of the others.</summary>
    public static bool IsAboutOptions(string option) => OptionAboutOptions().IsMatch(option);

    private static IEnumerable<DeckFinding> Superlatives(Question question, CheckedDeck deck)
    {
        if (question.Kind != QuestionKind.TrueFalse
            && Superlative().Match(question.Prompt) is { Success: true } found
            && !question.Points.Any(point => Superlative().IsMatch(deck.Point(point).Text)))
        {
            yield return DeckFinding.In(question, DeckTrap.Superlative, CheckMessages.Superlative(found.Value));
        }
    }

    private static IEnumerable<DeckFinding> NoteStyle(Question question)
    {
        foreach (var text in question.Options().Prepend(question.Prompt).Append(question.Explanation))
        {
            if (NoteMarks().Match(text) is { Success: true } found)
                yield return DeckFinding.In(question, DeckTrap.NoteStyle, CheckMessages.NoteStyle(found.Value, text));
        }
    }

    [GeneratedRegex(@"\b(not|never|nobody|nothing|none|neither|nor)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Negation();

    // Capitals, "except", or "which ... not": "what did he not know?" asks for something that is so.
    [GeneratedRegex(
        @"\bNOT\b|\b(except|Except|EXCEPT)\b|"
            + @"\b[Ww]hich\s+([\w’'-]+\s+){0,4}(is|are|was|were|does|do|did|has|have|had)(n['’]t\b|(\s+[\w’'-]+){0,3}\s+not\b)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex AskedNegatively();

    [GeneratedRegex(
        @"\b(all|none|both|neither|each|any|most) of (the above|the below|these|them|those)[.!]?$|^(all|none|both)[.!]?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OptionAboutOptions();

    [GeneratedRegex(
        @"\b(the (main|chief|key|greatest|biggest|principal|primary|foremost|decisive)|(main|chief|principal|most important)|the most)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Superlative();

    [GeneratedRegex(@"\?\?|!!|\?!|!\?|\bw/|[\[\]]", RegexOptions.ExplicitCapture)]
    private static partial Regex NoteMarks();
}
