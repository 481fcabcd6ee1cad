using SinoSovietBot.Study.Marking.Dates;
using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>How what was typed stands to one wording, spelling aside.</summary>
/// <param name="Fit">How well it fits.</param>
/// <param name="Rule">What was compared.</param>
/// <param name="Note">Something to tell the member, or null.</param>
internal readonly record struct Comparison(Fit Fit, MarkingRule Rule, string? Note = null)
{
    public static Comparison Of(Typed typed, Wording wording)
    {
        if (wording.Date is { } date)
            return OfDates(typed, date, wording);
        if (wording.Amount is { } amount && typed.Amount is { } number)
            return OfAmounts(number, amount);
        var same = typed.Phrase.SameName(wording.Phrase) || typed.PlainPhrase.SameName(wording.PlainPhrase)
            || typed.PlainPhrase.SameName(wording.Phrase)
            || SameParts(typed.Parts, wording.Parts);
        return new(same ? Fit.Same : Fit.None, MarkingRule.Equivalent);
    }

    // "Romania and Albania" for "Albania and Romania"
    private static bool SameParts(List<Phrase> typed, List<Phrase> expected)
    {
        if (typed.Count != expected.Count || expected.Count < 2)
            return false;
        var open = typed.ToList();
        return expected.TrueForAll(part => open.FindIndex(mine => mine.SameName(part)) is >= 0 and var at && Take(open, at));
    }

    private static bool Take(List<Phrase> open, int at)
    {
        open.RemoveAt(at);
        return true;
    }

    private static Comparison OfDates(Typed typed, WrittenDate key, Wording wording)
    {
        if (DateReader.Read(typed.Plain, wording.Century) is not { } date)
            return NotADate(typed, key);
        var note = date.DayFirst ? $"read day first: {date.Describe()}" : null;
        return new(FitOf(date, key), MarkingRule.Date, note);
    }

    private static Fit FitOf(WrittenDate date, WrittenDate key)
    {
        if (date.HasYear != key.HasYear)
            return FitWithoutYear(date, key);
        if (date.SameDays(key))
            return Fit.Same;
        if (key.Precision != DatePrecision.Range && key.Holds(date))
            return Fit.MoreExact;
        if (date.Holds(key))
            return date.Precision is DatePrecision.Range or DatePrecision.Century ? Fit.None : Fit.LessExact;

        // One end of a period, or parts of a year that nobody draws sharply.
        var isEnd = key.Precision == DatePrecision.Range && date.Precision <= DatePrecision.Year
            && (date.Holds(End(key.First, date)) || date.Holds(End(key.Last, date)));
        var overlaps = key.Precision == DatePrecision.Part && date.Precision == DatePrecision.Part && key.Meets(date);
        return isEnd || overlaps ? Fit.LessExact : Fit.None;
    }

    private static WrittenDate End(DateOnly day, WrittenDate like) => like with { First = day, Last = day };

    private static Fit FitWithoutYear(WrittenDate date, WrittenDate key)
    {
        var (with, without) = date.HasYear ? (date, key) : (key, date);
        var moved = with.Precision is DatePrecision.Day or DatePrecision.Month
            ? with with { First = InNoYear(with.First), Last = InNoYear(with.Last) }
            : null;
        if (moved is null || !without.Holds(moved))
            return Fit.None;
        return date.HasYear ? Fit.MoreExact : Fit.LessExact;
    }

    private static DateOnly InNoYear(DateOnly day) => new(WrittenDate.NoYear, day.Month, day.Day);

    // "69" for 1969 lacks its century; "1,969" is a number for all that.
    private static Comparison NotADate(Typed typed, WrittenDate key)
    {
        if (key.Precision != DatePrecision.Year || typed.Amount is not { Unit: null, Bound: AmountBound.None } amount)
            return new(Fit.None, MarkingRule.Date);
        if (amount.Value == key.First.Year)
            return new(Fit.Same, MarkingRule.Date);
        var isShort = amount.Value >= 10 && amount.Value == key.First.Year % 100;
        return isShort ? new(Fit.LessExact, MarkingRule.Date, "write the year with all four digits") : new(Fit.None, MarkingRule.Date);
    }

    private static Comparison OfAmounts(Amount typed, Amount key)
    {
        if (!UnitsAgree(typed, key))
            return new(Fit.None, MarkingRule.Number);
        if (typed.Value != key.Value)
        {
            var lacksScale = typed.Unit is null && typed.Value == key.Bare && key.Bare != key.Value;
            return lacksScale ? new(Fit.LessExact, MarkingRule.Number, "write the number in full") : new(Fit.None, MarkingRule.Number);
        }

        if (typed.Bound == key.Bound || typed.Bound == AmountBound.None)
            return new(Fit.Same, MarkingRule.Number);
        return new(key.Bound == AmountBound.None ? Fit.LessExact : Fit.None, MarkingRule.Number, "give the number itself");
    }

    // A unit may be left out: the question has it. A count of things may be given its noun, but not a currency or a percent sign.
    private static bool UnitsAgree(Amount typed, Amount key) =>
        typed.Unit is null || typed.Unit == key.Unit || (key.Unit is null && !typed.HasSign);
}

internal enum Fit
{
    None,
    Same,

    /// <summary>A date within the one asked for.</summary>
    MoreExact,

    /// <summary>It may mean the right thing, but does not say enough.</summary>
    LessExact,
}
