namespace SinoSovietBot.Study.Questions;

/// <summary>Picks questions from one group after another, so that no two picked are enemies.</summary>
/// <param name="count">How many in all.</param>
/// <param name="enemies">Of all the groups together.</param>
internal sealed class QuestionPicker(int count, EnemyGraph enemies)
{
    private readonly HashSet<Decks.QuestionId> barred = [];

    public List<Question> Chosen { get; } = [];

    public bool IsDone => Chosen.Count >= count;

    /// <summary>Round robin over the cards, in the order in which the cards first come; of a card, the first of the kind that is furthest behind.</summary>
    public void PickFrom(IEnumerable<Question> questions)
    {
        var cards = questions.GroupBy(question => question.Card).Select(group => group.ToList()).ToList();
        var kinds = new KindBalance(cards.SelectMany(card => card));
        while (!IsDone && cards.Count > 0)
        {
            foreach (var open in cards)
            {
                open.RemoveAll(question => barred.Contains(question.Id));
                if (IsDone || open.Count == 0)
                    continue;
                var next = kinds.Rarest(open);
                open.Remove(next);
                kinds.Add(next);
                Chosen.Add(next);
                barred.Add(next.Id);
                barred.UnionWith(enemies.Of(next.Id));
            }

            cards.RemoveAll(open => open.Count == 0);
        }
    }
}
