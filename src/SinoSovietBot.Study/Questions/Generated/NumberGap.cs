using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>A point with its number left out; the wrong options are as round as it is.</summary>
internal static partial class NumberGap
{
    private static readonly ImmutableArray<double> Smaller = [0.3, 0.5, 0.7];
    private static readonly ImmutableArray<double> Larger = [1.5, 2, 3];

    public static Question? Make(PoolPoint point, Random random)
    {
        var found = Number().Matches(point.Point.Text);
        if (found.Count != 1 || NotANumber().IsMatch(point.Point.Text) || point.Card.Front.Contains(found[0].Value, StringComparison.Ordinal))
            return null;
        if (!long.TryParse(found[0].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return null;

        var smaller = random.Next(DeckLimits.MaxOptions);
        var factors = Some(Smaller, smaller).Concat(Some(Larger, DeckLimits.MaxOptions - 1 - smaller));
        var wrong = factors
            .Select(factor => AsRound(number, factor)).Where(other => other != number).Distinct()
            .Select(other => other.ToString(found[0].Value.Contains(',', StringComparison.Ordinal) ? "N0" : "0", CultureInfo.InvariantCulture))
            .ToList();
        return wrong.Count == DeckLimits.MaxOptions - 1 ? GapQuestion.Make(point, "number", found[0], wrong) : null;

        IEnumerable<double> Some(ImmutableArray<double> some, int count) => some.OrderBy(_ => random.Next()).Take(count).ToList();
    }

    private static long AsRound(long number, double factor)
    {
        long unit = 1;
        while (number % (unit * 10) == 0)
            unit *= 10;
        return Math.Max(unit, (long)Math.Round(number * factor / unit, MidpointRounding.AwayFromZero) * unit);
    }

    // Not the number of a name such as SALT 1.
    [GeneratedRegex(@"(?<![\d.,A-Za-z–—/-]|\b[A-Z]{2,5} )(\d{1,3}(,\d{3}){1,4}|\d{2,12})(?![\d]|[.,/–—-]\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // Years, days of a month, ordinals and decades are no amounts.
    [GeneratedRegex(@"(?<!\d)(1\d{3}|20\d{2})(?!\d)|\d(st|nd|rd|th|s)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NotANumber();
}
