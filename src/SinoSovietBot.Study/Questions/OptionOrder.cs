using System.Collections.Immutable;

namespace SinoSovietBot.Study.Questions;

/// <summary>The options of a question in the order in which members see them.</summary>
/// <param name="Options">The right one and all the wrong ones, each once; none where the answer has to be typed.</param>
/// <param name="RightIndex">Where the right one stands, from 0.</param>
/// <param name="Shown">What a question of kind order shows to be put in order, numbered from 1: its options are orders of these numbers. Else empty.</param>
public sealed record OptionOrder(ImmutableArray<string> Options, int RightIndex, ImmutableArray<string> Shown)
{
    private const int OrdersOffered = 4;

    /// <summary>
    /// A shuffled order, but "True" of a true/false question always first. The same state of <paramref name="random"/> gives the same order.
    /// The wrong orders that a question of kind order offers each swap one pair, so that a wrong choice tells what was confused.
    /// </summary>
    public static OptionOrder For(Question question, Random random)
    {
        if (question.Kind == QuestionKind.Order)
            return ForItems(question.Items, random);
        if (!question.HasOptions)
            return new OptionOrder([], 0, []);
        string[] options = [question.Answer, .. question.Distractors.Select(distractor => distractor.Text)];
        var order = Enumerable.Range(0, options.Length).ToArray();
        random.Shuffle(order);
        if (question.Kind == QuestionKind.TrueFalse)
            order = [.. order.OrderBy(index => string.Equals(options[index], TrueFalseOptions.True, StringComparison.Ordinal) ? 0 : 1)];
        return new OptionOrder([.. order.Select(index => options[index])], Array.IndexOf(order, 0), []);
    }

    /// <summary>The order that belongs to a text, such as the place where the question is asked: always the same.</summary>
    public static OptionOrder For(Question question, string where) => For(question, new Random(StableSeed.Of($"{where} {question.Id.Value}")));

    /// <summary>The order that a question always has where nobody hands in a seed, as in exports. It depends on the question's id alone.</summary>
    public static OptionOrder Stable(Question question) => For(question, new Random(StableSeed.Of(question.Id.Value)));

    private static OptionOrder ForItems(ImmutableArray<AnswerItem> items, Random random)
    {
        var shown = Enumerable.Range(0, items.Length).ToArray();
        do
        {
            random.Shuffle(shown);
        }
        while (shown.SequenceEqual(shown.Order()));

        var right = Enumerable.Range(0, items.Length).Select(item => Array.IndexOf(shown, item) + 1).ToArray();
        var pairs = Enumerable.Range(0, items.Length).SelectMany(later => Enumerable.Range(0, later).Select(earlier => (earlier, later))).ToArray();
        random.Shuffle(pairs);
        string[] orders = [Order(right), .. pairs.Take(OrdersOffered - 1).Select(pair => Order(Swapped(right, pair.earlier, pair.later)))];
        random.Shuffle(orders);
        return new OptionOrder([.. orders], Array.IndexOf(orders, Order(right)), [.. shown.Select(item => items[item].Text)]);
    }

    private static int[] Swapped(int[] numbers, int one, int other)
    {
        var swapped = (int[])numbers.Clone();
        (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
        return swapped;
    }

    private static string Order(int[] numbers) => string.Join(" → ", numbers);
}
