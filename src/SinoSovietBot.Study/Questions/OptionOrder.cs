using System.Collections.Immutable;

namespace SinoSovietBot.Study.Questions;

/// <summary>The options of a question in the order in which members see them.</summary>
/// <param name="Options">The right one and all the wrong ones, each once.</param>
/// <param name="RightIndex">Where the right one stands, from 0.</param>
public sealed record OptionOrder(ImmutableArray<string> Options, int RightIndex)
{
    /// <summary>A shuffled order; "True" stands first where it is an option of a true/false question. The same state of <paramref name="random"/> gives the same order.</summary>
    public static OptionOrder For(Question question, Random random)
    {
        string[] options = [question.Answer, .. question.Distractors.Select(distractor => distractor.Text)];
        var order = Enumerable.Range(0, options.Length).ToArray();
        random.Shuffle(order);
        if (question.Kind == QuestionKind.TrueFalse)
            order = [.. order.OrderBy(index => string.Equals(options[index], TrueFalseOptions.True, StringComparison.Ordinal) ? 0 : 1)];
        return new OptionOrder([.. order.Select(index => options[index])], Array.IndexOf(order, 0));
    }

    /// <summary>The order that a question always has where nobody hands in a seed, as in exports. It depends on the question's id alone.</summary>
    public static OptionOrder Stable(Question question) => For(question, new Random(SeedOf(question.Id.Value)));

    // FNV-1a: string.GetHashCode differs from process to process.
    private static int SeedOf(string id)
    {
        var hash = 2166136261u;
        foreach (var character in id)
            hash = unchecked((hash ^ character) * 16777619u);
        return (int)(hash & int.MaxValue);
    }
}
