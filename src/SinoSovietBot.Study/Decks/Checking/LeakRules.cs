using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>A question does not say its own answer.</summary>
internal static partial class LeakRules
{
    public static IEnumerable<DeckFinding> Find(Question question, CheckedDeck deck)
    {
        if (question.Kind == QuestionKind.Order)
            return YearsInItems(question);
        if (question.Kind is QuestionKind.TrueFalse or QuestionKind.List)
            return [];
        return [.. InPrompt(question), .. InHeading(question, deck), .. RelativeDate(question, deck)];
    }

    // A question that names all the candidates ("China or the USSR?") gives nothing away.
    private static IEnumerable<DeckFinding> InPrompt(Question question)
    {
        var prompt = OptionWords.Of(question.Prompt);
        if (IsIn(question.Answer) && !question.Distractors.Any(distractor => IsIn(distractor.Text)))
            yield return DeckFinding.In(question, DeckTrap.AnswerInPrompt, CheckMessages.AnswerInPrompt(question.Answer));

        bool IsIn(string option) => OptionWords.Contain(prompt, OptionWords.Of(option));
    }

    // The topic stands above the question; the front does where a card is shown.
    private static IEnumerable<DeckFinding> InHeading(Question question, CheckedDeck deck)
    {
        var card = deck.Card(question.Card);
        var answer = OptionWords.Of(question.Answer);
        if (question.Kind != QuestionKind.WhichCard && OptionWords.Contain(OptionWords.Of(card.Topic), answer))
            yield return DeckFinding.In(question, DeckTrap.AnswerInHeading, CheckMessages.AnswerInHeading(question.Answer, "topic", card.Topic));
        else if (NumberText.Value(question.Answer) is not null && OptionWords.Contain(OptionWords.Of(card.Front), answer))
            yield return DeckFinding.In(question, DeckTrap.AnswerInHeading, CheckMessages.AnswerInHeading(question.Answer, "front", card.Front));
    }

    private static IEnumerable<DeckFinding> YearsInItems(Question question) =>
        from item in question.Items
        where !NumberText.Years(item.Text).IsEmpty
        select DeckFinding.In(question, DeckTrap.YearInOrder, CheckMessages.YearInOrder(item.Text));

    private static IEnumerable<DeckFinding> RelativeDate(Question question, CheckedDeck deck)
    {
        if (deck.Words.IsEnglish
            && !NumberText.Years(question.Answer).IsEmpty
            && !NumberText.Years(question.Prompt).IsEmpty
            && Relative().Match(question.Prompt) is { Success: true } found)
        {
            yield return DeckFinding.In(question, DeckTrap.RelativeDate, CheckMessages.RelativeDate(found.Value));
        }
    }

    [GeneratedRegex(
        @"\b(years?|decades?) (later|earlier|before|after)\b|\b(following|next|previous|preceding|same) year\b|\byear (it|he|she|they) began\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Relative();
}
