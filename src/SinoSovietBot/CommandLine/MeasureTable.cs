using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Checking;

namespace SinoSovietBot.CommandLine;

/// <summary>Prints the measures of a deck in aligned columns.</summary>
internal static class MeasureTable
{
    public static void Write(DeckMeasures measures, TextWriter output)
    {
        ImmutableArray<ImmutableArray<string>> rows =
        [
            ["measure", "value", "accepted", "verdict"],
            .. measures.Items.Select(measure => ImmutableArray.Create(measure.Name, measure.Value, measure.Accepted, Verdict(measure.Verdict))),
        ];

        // A long value without a band needs no column.
        var widths = Enumerable.Range(0, 3).Select(column => rows.Where(row => row[2].Length > 0).Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
            output.WriteLine($"  {row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadRight(widths[2])}  {row[3]}".TrimEnd());
    }

    private static string Verdict(MeasureVerdict verdict) => verdict switch
    {
        MeasureVerdict.InBand => "in band",
        MeasureVerdict.OutOfBand => "OUT OF BAND",
        MeasureVerdict.TooFew => "too few to say",
        _ => "",
    };
}
