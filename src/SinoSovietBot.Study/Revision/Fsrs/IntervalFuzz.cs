namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>Spreads intervals a little, the longer the more, as Anki and ts-fsrs do.</summary>
internal static class IntervalFuzz
{
    private const double ShortestFuzzed = 2.5;

    // Of the part of an interval between two days, this share is added to the reach: 15 % up to a week, 10 % up to 20 days, 5 % beyond.
    private static readonly (double From, double To, double Share)[] Ranges = [(2.5, 7, 0.15), (7, 20, 0.1), (20, double.PositiveInfinity, 0.05)];

    /// <summary>A whole number of days near the wanted one, never shorter than needed to move on and never longer than allowed.</summary>
    public static int Apply(double days, int elapsedDays, int maxDays, double draw)
    {
        if (days < ShortestFuzzed)
            return (int)days;
        double reach = 1 + Ranges.Sum(range => range.Share * Math.Max(0, Math.Min(days, range.To) - range.From));
        double least = Math.Max(2, Math.Floor(days - reach + 0.5));
        if (days > elapsedDays)
            least = Math.Max(least, elapsedDays + 1);
        // As far to one side as to the other, or cards would come back later than they should on the whole.
        double most = Math.Min(days + Math.Max(0, days - least), maxDays);
        least = Math.Min(least, most);
        return (int)Math.Floor((draw * (most - least + 1)) + least);
    }
}
