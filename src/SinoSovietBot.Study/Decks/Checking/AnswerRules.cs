using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>What counts as right has to be right, and only that.</summary>
internal static class AnswerRules
{
    private const int ShortestExplanation = 40;

    public static IEnumerable<DeckFinding> Find(Question question, CheckedDeck deck) =>
        [.. Overlapping(question), .. AcceptedOptions(question), .. OtherNumbers(question), .. Explanation(question)];

    private static IEnumerable<DeckFinding> Overlapping(Question question)
    {
        if (!question.Items.IsEmpty)
            yield break;
        var options = question.Options();
        for (var later = 1; later < options.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (first, second) = (OptionWords.Of(QuestionShape.Claim(options[earlier])), OptionWords.Of(QuestionShape.Claim(options[later])));
                if (OptionWords.Contain(second, first))
                    yield return DeckFinding.In(question, DeckTrap.OptionInOption, CheckMessages.OptionInOption(options[later], options[earlier]));
                else if (OptionWords.Contain(first, second))
                    yield return DeckFinding.In(question, DeckTrap.OptionInOption, CheckMessages.OptionInOption(options[earlier], options[later]));
            }
        }
    }

    private static IEnumerable<DeckFinding> AcceptedOptions(Question question)
    {
        foreach (var wording in question.Accept.Prepend(question.Answer).Where(wording => question.Reject.Any(reject => AreSame(wording, reject))))
            yield return DeckFinding.In(question, DeckTrap.AcceptedOption, CheckMessages.AcceptedAndRejected(wording));
        foreach (var distractor in question.Distractors.Where(distractor => question.Accept.Any(accept => AreSame(accept, distractor.Text))))
            yield return DeckFinding.In(question, DeckTrap.AcceptedOption, CheckMessages.AcceptedOption(distractor.Text));
    }

    // "March 1969" beside "1969" is more exact; "1968" beside it is another answer.
    private static IEnumerable<DeckFinding> OtherNumbers(Question question)
    {
        var numbers = NumberText.Of(question.Answer);
        if (numbers.IsEmpty)
            yield break;
        foreach (var wording in question.Accept)
        {
            var accepted = NumberText.Of(wording);
            if (!accepted.IsEmpty && !accepted.Intersect(numbers).Any())
                yield return DeckFinding.In(question, DeckTrap.OtherNumber, CheckMessages.OtherNumber(wording, question.Answer));
        }
    }

    private static IEnumerable<DeckFinding> Explanation(Question question)
    {
        var length = question.Explanation.Length;
        if (AreSame(question.Explanation, question.Answer))
            yield return DeckFinding.In(question, DeckTrap.ThinExplanation, CheckMessages.ExplanationIsAnswer);
        else if (length < ShortestExplanation)
            yield return DeckFinding.In(question, DeckTrap.ThinExplanation, CheckMessages.ShortExplanation(length, ShortestExplanation));
    }

    private static bool AreSame(string one, string other) => OptionWords.Of(one).SequenceEqual(OptionWords.Of(other));
}
