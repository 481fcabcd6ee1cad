using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>What holds among the options of one question.</summary>
internal static class OptionRules
{
    public static void Check(QuestionEntry entry, ProblemList problems)
    {
        CheckItems(entry.Items, problems);
        if (entry.Options.IsEmpty)
            return;
        if (entry.IsKindKnown && entry.Question.Kind == QuestionKind.TrueFalse)
            CheckTrueFalse(entry, problems);
        else if (entry.IsKindKnown)
            CheckPrompt(entry, problems);
        CheckPairs(entry, problems);
    }

    private static void CheckItems(ImmutableArray<OptionEntry> items, ProblemList problems)
    {
        for (var later = 1; later < items.Length; later++)
        {
            if (items.Take(later).FirstOrDefault(earlier => OptionWords.AreEqual(earlier.Text, items[later].Text)) is { } first)
                problems.Error(items[later].At, DeckMessages.EqualOptions(items[later].Text, first.At));
        }
    }

    private static void CheckTrueFalse(QuestionEntry entry, ProblemList problems)
    {
        if (!entry.Options.Any(option => IsTrue(option.Text)))
            problems.Error(entry.Options[0].At, DeckMessages.NoTrueOption(entry.Question.Id));
        foreach (var option in entry.Options)
        {
            if (!IsTrue(option.Text) && !option.Text.StartsWith(TrueFalseOptions.FalsePrefix, StringComparison.Ordinal))
                problems.Error(option.At, DeckMessages.NotTrueOrFalse(option.Text));
        }
    }

    // A question that names all the candidates ("China or the USSR?") gives nothing away, so only a prompt with the answer alone is reported.
    private static void CheckPrompt(QuestionEntry entry, ProblemList problems)
    {
        var prompt = OptionWords.Of(entry.Question.Prompt);
        var answer = OptionWords.Of(entry.Question.Answer);
        if (OptionWords.Contain(prompt, answer) && !entry.Options.Skip(1).Any(option => OptionWords.Contain(prompt, OptionWords.Of(option.Text))))
            problems.Warning(entry.PromptAt, DeckMessages.PromptHasAnswer(entry.Question.Id, entry.Question.Answer));
    }

    private static void CheckPairs(QuestionEntry entry, ProblemList problems)
    {
        var options = entry.Options;
        for (var later = 1; later < options.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
                CheckPair(options[earlier], options[later], problems);
        }
    }

    private static void CheckPair(OptionEntry earlier, OptionEntry later, ProblemList problems)
    {
        if (OptionWords.AreEqual(earlier.Text, later.Text))
        {
            problems.Error(later.At, DeckMessages.EqualOptions(later.Text, earlier.At));
            return;
        }

        var (first, second) = (OptionWords.Of(Correction(earlier.Text)), OptionWords.Of(Correction(later.Text)));
        if (OptionWords.Contain(second, first))
            problems.Warning(later.At, DeckMessages.OptionInOption(later.Text, earlier.Text));
        else if (OptionWords.Contain(first, second))
            problems.Warning(earlier.At, DeckMessages.OptionInOption(earlier.Text, later.Text));
    }

    private static bool IsTrue(string text) => string.Equals(text, TrueFalseOptions.True, StringComparison.Ordinal);

    private static string Correction(string text) =>
        text.StartsWith(TrueFalseOptions.FalsePrefix, StringComparison.Ordinal) ? text[TrueFalseOptions.FalsePrefix.Length..] : text;
}
