using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>Four dated points to put in order, none of which tells its year.</summary>
internal static partial class DateOrder
{
    private const int Items = 4;

    /// <summary>Questions that use each dated point once at most: first within topics, then with what is left of all.</summary>
    public static IEnumerable<Question> Make(IEnumerable<PoolPoint> points, Random random)
    {
        var left = points.Where(CanBeOrdered).ToArray();
        random.Shuffle(left);
        var open = left.ToList();
        foreach (var topic in left.Select(point => point.Card.Topic).Distinct(StringComparer.Ordinal).ToList())
        {
            while (Take(open, point => string.Equals(point.Card.Topic, topic, StringComparison.Ordinal)) is { } taken)
                yield return Ask(taken);
        }

        while (Take(open, _ => true) is { } taken)
            yield return Ask(taken);
    }

    private static bool CanBeOrdered(PoolPoint point) =>
        point.Point.Date is { Circa: false } && point.Point.Text.Length <= DeckLimits.OptionLength && !Year().IsMatch(point.Point.Text);

    private static List<PoolPoint>? Take(List<PoolPoint> open, Func<PoolPoint, bool> belongs)
    {
        var taken = new List<PoolPoint>();
        foreach (var point in open.Where(belongs))
        {
            if (taken.All(other => AreClear(other.Point.Date!.Value, point.Point.Date!.Value)))
                taken.Add(point);
            if (taken.Count < Items)
                continue;
            open.RemoveAll(taken.Contains);
            return taken;
        }

        return null;
    }

    // Within one year only the months can tell, and only where both are known.
    private static bool AreClear(HistoricalDate one, HistoricalDate other) =>
        one.Year != other.Year || (one.Month is { } month && other.Month is { } otherMonth && month != otherMonth);

    private static Question Ask(List<PoolPoint> taken)
    {
        var ordered = taken.OrderBy(point => point.Point.Date!.Value.Year).ThenBy(point => point.Point.Date!.Value.Month ?? 0).ToList();
        var items = ordered.Select(point => new AnswerItem(point.Point.Text, [])).ToList();
        return new Question
        {
            Id = ordered[0].QuestionId("order"),
            Kind = QuestionKind.Order,
            Card = ordered[0].Card.Id,
            Points = [.. ordered.Select(point => point.Point.Id)],
            Prompt = "Put these in order, the earliest first.",
            Answer = string.Join(" → ", items.Select(item => item.Text)),
            Items = [.. items],
            Distractors = [],
            Explanation = $"Made from the dates of the deck: {string.Join(", then ", ordered.Select(point => point.Point.Date.ToString()))}.",
            Difficulty = 3,
            IsGenerated = true,
        };
    }

    [GeneratedRegex(@"(?<!\d)(1\d{3}|20\d{2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
