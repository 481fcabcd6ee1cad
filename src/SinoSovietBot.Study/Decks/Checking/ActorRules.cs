using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>
/// Nobody acts before his time or after it; the years are those of the deck's names. A prompt may speak of somebody whose time is over, not of
/// somebody whose time is to come.
/// </summary>
internal static class ActorRules
{
    public static IEnumerable<DeckFinding> Find(Question question, CheckedDeck deck)
    {
        if (!question.Items.IsEmpty || question.Kind == QuestionKind.TrueFalse)
            yield break;
        var years = NumberText.Years(question.Prompt);
        foreach (var option in question.Options())
        {
            var isKey = ReferenceEquals(option, question.Answer);
            var own = NumberText.Years(option);
            // In a "who" question the option acts when the prompt says; elsewhere it may only be spoken of.
            var acts = own.IsEmpty && question.Kind == QuestionKind.Who ? years : own;
            if (acts.IsEmpty || deck.Actors(option) is not [var actor, ..] actors || actors.Any(one => acts.Any(year => ActsIn(one, year))))
                continue;
            yield return isKey
                ? DeckFinding.In(question, DeckTrap.ActorOutOfTime, CheckMessages.ActorOutOfTime(actor, acts[0], option))
                : DeckFinding.In(question, DeckTrap.ActorGivesAway, CheckMessages.ActorGivesAway(actor, acts[0], option));
        }

        if (PromptYears(question) is { Count: > 0 } told
            && deck.Actors(question.Prompt) is [var first, ..] all
            && all.All(one => told.All(year => year < one.From)))
        {
            yield return DeckFinding.In(question, DeckTrap.ActorOutOfTime, CheckMessages.ActorOutOfTime(first, told[0], question.Prompt));
        }
    }

    public static bool ActsIn(DeckName name, int year) => !(year < name.From) && !(year > name.To);

    // A year asked for is a year of the prompt as well.
    private static List<int> PromptYears(Question question) =>
        [.. NumberText.Years(question.Prompt), .. NumberText.Value(question.Answer) is null ? [] : NumberText.Years(question.Answer)];
}
