using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>No wrong option may be right as well, and none may teach what the deck calls false.</summary>
internal static class TruthRules
{
    public static IEnumerable<DeckFinding> Find(Question question, CheckedDeck deck)
    {
        // Headings are no claims.
        if (!question.IsOptionItem() || question.Kind == QuestionKind.WhichCard)
            return [];
        return question.Distractors.SelectMany(distractor => About(distractor, question, deck)).Concat(AboutSources(question, deck));
    }

    private static IEnumerable<DeckFinding> About(Distractor distractor, Question question, CheckedDeck deck)
    {
        var restated = distractor.Point ?? deck.Restated(distractor.Text);
        if (restated is not { } point)
            yield break;
        if (question.Points.Contains(point))
        {
            if (distractor.Point is null || question.Points.Length == 1)
                yield return DeckFinding.In(question, DeckTrap.TestedPoint, CheckMessages.TestedPoint(distractor.Text, point));
        }
        else if (deck.Point(point).Ask == AskPolicy.NeverAsk)
        {
            yield return DeckFinding.In(question, DeckTrap.NeverAskOption, CheckMessages.NeverAskOption(distractor.Text, point));
        }
        else if (question.Points.Select(tested => deck.Cluster(point, tested)).FirstOrDefault(found => found is not null) is { } cluster)
        {
            yield return DeckFinding.In(question, DeckTrap.NearDuplicate, CheckMessages.NearDuplicate(distractor.Text, point, cluster));
        }
    }

    private static IEnumerable<DeckFinding> AboutSources(Question question, CheckedDeck deck) =>
        from option in question.Options()
        let source = deck.FalseSource(option)
        where source is not null
        select DeckFinding.In(question, DeckTrap.FalseSource, CheckMessages.FalseSource(option, source.Id));
}
