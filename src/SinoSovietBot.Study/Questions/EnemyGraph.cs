using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions;

/// <summary>Which questions give each other away. Naming an enemy on one side is enough.</summary>
internal sealed class EnemyGraph
{
    private static readonly HashSet<QuestionId> None = [];
    private readonly Dictionary<QuestionId, HashSet<QuestionId>> enemies = [];

    public EnemyGraph(IReadOnlyCollection<Question> questions)
    {
        var known = questions.Select(question => question.Id).ToHashSet();
        foreach (var question in questions)
        {
            foreach (var enemy in question.Enemies.Where(known.Contains))
            {
                Add(question.Id, enemy);
                Add(enemy, question.Id);
            }
        }
    }

    public IReadOnlySet<QuestionId> Of(QuestionId question) => enemies.TryGetValue(question, out var found) ? found : None;

    public int CountOf(QuestionId question) => Of(question).Count;

    private void Add(QuestionId from, QuestionId to)
    {
        if (!enemies.TryGetValue(from, out var found))
            enemies[from] = found = [];
        found.Add(to);
    }
}
