namespace SinoSovietBot.Study.Questions;

/// <summary>Keeps the kinds of a choice in the proportion in which they are on offer.</summary>
internal sealed class KindBalance(IEnumerable<Question> candidates)
{
    private readonly Dictionary<QuestionKind, int> offered = candidates.CountBy(question => question.Kind).ToDictionary();
    private readonly Dictionary<QuestionKind, int> chosen = [];

    public void Add(QuestionKind kind) => chosen[kind] = chosen.GetValueOrDefault(kind) + 1;

    /// <summary>The first question of the kind that is furthest behind its share.</summary>
    public Question Rarest(IReadOnlyList<Question> open) => open.MinBy(question => ShareAfter(question.Kind))!;

    private double ShareAfter(QuestionKind kind) => (chosen.GetValueOrDefault(kind) + 1.0) / offered[kind];
}
