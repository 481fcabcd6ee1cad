using System.Globalization;
using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>A point with its year left out; the wrong options are near years.</summary>
internal static partial class YearGap
{
    private const int Farthest = 5;

    public static Question? Make(PoolPoint point, Random random)
    {
        var text = point.Point.Text;
        var years = AnyYear().Matches(text);
        if (years.Count != 1 || LoneYear().Match(text) is not { Success: true } match || point.Point.Date is { Circa: true })
            return null;
        var year = int.Parse(match.ValueSpan, CultureInfo.InvariantCulture);
        // A year that stands elsewhere on the card could be meant as well, and one in the front is no question.
        var taken = point.Card.AllPoints.Select(other => other.Text).Append(point.Card.Front)
            .SelectMany(other => AnyYear().Matches(other)).CountBy(found => found.Value).ToDictionary();
        if (taken.GetValueOrDefault(match.Value) > 1 || (point.Point.Date is { } date && date.Year != year))
            return null;

        var earlier = random.Next(DeckLimits.MaxOptions);
        var wrong = Near(year, -1, earlier).Concat(Near(year, 1, DeckLimits.MaxOptions - 1 - earlier)).ToList();
        return wrong.Count == DeckLimits.MaxOptions - 1 ? GapQuestion.Make(point, "year", match, wrong) : null;

        IEnumerable<string> Near(int from, int direction, int count) => Enumerable.Range(1, Farthest)
            .Select(distance => (from + (direction * distance)).ToString(CultureInfo.InvariantCulture))
            .Where(other => !taken.ContainsKey(other))
            .OrderBy(_ => random.Next())
            .Take(count)
            .ToList();
    }

    [GeneratedRegex(@"(?<![\d.,])(1\d{3}|20\d{2})(?![\d,]\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();

    // Not part of a span such as 1954–55, of a date with a day, or of "the 1950s": there the options would read oddly.
    [GeneratedRegex(@"(?<![\d–—-])(1\d{3}|20\d{2})(?![\d–—s-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LoneYear();
}
