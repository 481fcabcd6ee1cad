namespace SinoSovietBot.Study.Marking.Dates;

/// <summary>
/// Reads whole texts as dates, day first: 27/6/1969, June 27, 1969, February 1950, early 1950, the 1950s, 1954–55, from March to September 1969.
/// </summary>
internal sealed class DateReader
{
    private const int MinYear = 1000;
    private const int MaxYear = 2100;
    private readonly int century;

    private DateReader(int century) => this.century = century;

    /// <summary>The date that a normalised text is, with nothing left over; else null.</summary>
    /// <param name="text">As <see cref="Normaliser"/> leaves it.</param>
    /// <param name="century">To which years of two digits belong, such as 1900.</param>
    public static WrittenDate? Read(string text, int century = 1900)
    {
        if (DateToken.Scan(text) is not { Count: > 0 } tokens || tokens.Any(token => DateWords.IsBefore(token.Text)))
            return null;
        tokens.RemoveAll(token => token.Kind == DateTokenKind.Word && DateWords.IsIdle(token.Text));
        while (tokens is [{ Kind: DateTokenKind.Word } first, ..] && DateWords.IsAbout(first.Text))
            tokens.RemoveAt(0);
        var reader = new DateReader(century);
        return reader.Single(tokens) ?? reader.Range(tokens);
    }

    private WrittenDate? Single(List<DateToken> tokens) => tokens switch
    {
        [{ Kind: DateTokenKind.Word } part, { Kind: DateTokenKind.Sign, Text: "-" }, .. var rest] => Part(part, rest),
        [{ Kind: DateTokenKind.Word } part, .. var rest] => Part(part, rest),
        [{ Kind: DateTokenKind.Number, Digits: 4 } year] => Year(year.Value),
        [{ Kind: DateTokenKind.ShortYear } year] => Year(century + year.Value),
        [{ Kind: DateTokenKind.Decade } decade] => Decade(decade),
        [{ Kind: DateTokenKind.Number or DateTokenKind.Ordinal } number, { Kind: DateTokenKind.Word, Text: "century" }] => Century(number.Value),
        [{ Kind: DateTokenKind.Month } month] => WrittenDate.Month(WrittenDate.NoYear, month.Value),
        [{ Kind: DateTokenKind.Month } month, var year] when AnyYear(year) is { } value => WrittenDate.Month(value, month.Value),
        [{ Kind: DateTokenKind.Number, Digits: 4 } year, { Kind: DateTokenKind.Month } month] when IsYear(year.Value)
            => WrittenDate.Month(year.Value, month.Value),
        [var day, { Kind: DateTokenKind.Month } month] => Day(day, month, WrittenDate.NoYear),
        [{ Kind: DateTokenKind.Month } month, var day] => Day(day, month, WrittenDate.NoYear),
        [var day, { Kind: DateTokenKind.Month } month, var year] when LooseYear(year) is { } value => Day(day, month, value),
        [{ Kind: DateTokenKind.Month } month, var day, var year] when LooseYear(year) is { } value => Day(day, month, value),
        [{ Kind: DateTokenKind.Number, Digits: 4 } year, { Kind: DateTokenKind.Month } month, var day] when IsYear(year.Value)
            => Day(day, month, year.Value),
        [var first, { Kind: DateTokenKind.Sign } sign, var second, { Kind: DateTokenKind.Sign } again, var third] when sign.Text == again.Text
            => InNumbers(first, second, third),
        [var first, { Kind: DateTokenKind.Sign } sign, var second] => MonthInNumbers(first, sign.Text, second),
        _ => null,
    };

    // 27/6/1969, 27.6.69, and 1969-06-27 where the year comes first.
    private WrittenDate? InNumbers(DateToken first, DateToken second, DateToken third)
    {
        if (first is { Kind: DateTokenKind.Number, Digits: 4 })
            return second.Kind == DateTokenKind.Number && third.Kind == DateTokenKind.Number ? Valid(first.Value, second.Value, third.Value) : null;
        if (LooseYear(third) is not { } year || first.Digits > 2)
            return null;
        if (second.Kind == DateTokenKind.Month)
            return Day(first, second, year);
        if (first.Kind != DateTokenKind.Number || second.Kind != DateTokenKind.Number)
            return null;

        // Only where the day cannot come first, as in 6/27/1969, it does not.
        return (Valid(year, second.Value, first.Value) ?? Valid(year, first.Value, second.Value)) is { } day ? day with { DayFirst = true } : null;
    }

    // 6/1969, and 1950-02, which cannot be a range because 02 comes before 50.
    private WrittenDate? MonthInNumbers(DateToken first, string sign, DateToken second)
    {
        if (first.Kind == DateTokenKind.Month)
            return LooseYear(second) is { } loose ? WrittenDate.Month(loose, first.Value) : null;
        if (first.Kind != DateTokenKind.Number || second.Kind != DateTokenKind.Number)
            return null;
        if (second.Digits == 4 && first.Value is >= 1 and <= 12 && first.Digits <= 2 && IsYear(second.Value))
            return WrittenDate.Month(second.Value, first.Value);
        var isMonth = first.Digits == 4 && second is { Digits: 2, Value: >= 1 and <= 12 } && sign == "-" && second.Value < first.Value % 100;
        return isMonth && IsYear(first.Value) ? WrittenDate.Month(first.Value, second.Value) : null;
    }

    private WrittenDate? Part(DateToken word, List<DateToken> rest)
    {
        if (!DateWords.IsPart(word.Text, out var part) || Single(rest) is not { HasYear: true } whole)
            return null;
        if (whole.Precision == DatePrecision.Decade)
        {
            var first = whole.First.Year;
            return WrittenDate.Years(first + ((part.First - 1) * 10 / 12), first + ((part.Last - 1) * 10 / 12), DatePrecision.Part);
        }

        if (whole.Precision == DatePrecision.Year)
            return new(new(whole.First.Year, part.First, 1), WrittenDate.Month(whole.First.Year, part.Last).Last, DatePrecision.Part);
        if (whole.Precision != DatePrecision.Month)
            return null;
        var days = whole.Last.Day;
        return new(whole.First.AddDays((part.First - 1) * days / 12), whole.First.AddDays((part.Last * days / 12) - 1), DatePrecision.Part);
    }

    private WrittenDate? Range(List<DateToken> tokens)
    {
        var between = tokens is [{ Kind: DateTokenKind.Word, Text: "between" }, ..];
        if (between || tokens is [{ Kind: DateTokenKind.Word, Text: "from" }, ..])
            tokens = tokens[1..];
        for (var at = 1; at < tokens.Count - 1; at++)
        {
            var parts = tokens[at].Kind == DateTokenKind.Sign ? tokens[at].Text is "-" or "/"
                : tokens[at] is { Kind: DateTokenKind.Word, Text: "to" or "until" or "till" or "through" or "and" };
            if (!parts || Range(tokens[..at], tokens[(at + 1)..]) is not { } range)
                continue;

            // "1954 and 1955" are all the years there are, "1954 and 1960" are two of seven.
            return between || tokens[at].Text != "and" || range.Last.Year - range.First.Year <= 1 ? range : null;
        }

        return null;
    }

    private WrittenDate? Range(List<DateToken> left, List<DateToken> right)
    {
        if (left is [{ Kind: DateTokenKind.Number, Digits: 4 } from] && right is [{ Kind: DateTokenKind.Number, Digits: 1 or 2 } to])
            return Between(Year(from.Value), Year(Completed(from.Value, to)));
        if (Single(right) is not { } end)
            return null;
        if (left is [{ Kind: DateTokenKind.Number or DateTokenKind.Ordinal, Digits: <= 2 } day] && end.Precision == DatePrecision.Day)
            return Between(Valid(end.First.Year, end.First.Month, day.Value), end);
        if (Single(left) is not { } start)
            return null;
        if (!start.HasYear && end.HasYear)
            start = start with { First = InYear(start.First, end.First.Year), Last = InYear(start.Last, end.First.Year) };
        return Between(start, end);
    }

    private static WrittenDate? Between(WrittenDate? start, WrittenDate? end) =>
        start is null || end is null || start.First >= end.First || start.HasYear != end.HasYear
            ? null : new(start.First, end.Last, DatePrecision.Range);

    // 1954-5, 1954-55 and 1999-00
    private static int Completed(int from, DateToken to)
    {
        var unit = to.Digits == 1 ? 10 : 100;
        var crosses = to.Digits == 2 && from % unit >= 90 && to.Value < 10;
        return from - (from % unit) + to.Value + (crosses ? unit : 0);
    }

    private static DateOnly InYear(DateOnly day, int year) => new(year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(year, day.Month)));

    private WrittenDate? Decade(DateToken token)
    {
        var first = token.Digits == 4 ? token.Value : century + token.Value;
        return IsYear(first) ? WrittenDate.Years(first, first + 9, DatePrecision.Decade) : null;
    }

    private static WrittenDate? Century(int number) =>
        number is > 10 and <= 21 ? WrittenDate.Years((number * 100) - 99, number * 100, DatePrecision.Century) : null;

    private static WrittenDate? Year(int year) => IsYear(year) ? WrittenDate.Year(year) : null;

    private static WrittenDate? Day(DateToken day, DateToken month, int year) =>
        day.Kind is DateTokenKind.Number or DateTokenKind.Ordinal ? Valid(year, month.Value, day.Value) : null;

    private static WrittenDate? Valid(int year, int month, int day) =>
        (IsYear(year) || year == WrittenDate.NoYear) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? WrittenDate.Day(year, month, day) : null;

    private int? AnyYear(DateToken token) => token.Kind switch
    {
        DateTokenKind.Number when token.Digits == 4 && IsYear(token.Value) => token.Value,
        DateTokenKind.ShortYear => century + token.Value,
        _ => null,
    };

    // After a day and a month, two digits can only be a year.
    private int? LooseYear(DateToken token) => token is { Kind: DateTokenKind.Number, Digits: 2 } ? century + token.Value : AnyYear(token);

    private static bool IsYear(int year) => year is >= MinYear and <= MaxYear;
}
