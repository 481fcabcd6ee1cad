using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>What can be said of a deck's questions as a set, which no single question shows.</summary>
/// <param name="Items">In the order in which to print them; empty for a deck without questions.</param>
public sealed record DeckMeasures(ImmutableArray<DeckMeasure> Items)
{
    /// <summary>Whether none is out of its band.</summary>
    public bool AreAccepted => Items.All(measure => measure.Verdict != MeasureVerdict.OutOfBand);
}

/// <summary>One measure of a set.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">As printed, with its unit.</param>
/// <param name="Accepted">The band, as printed; empty where any value will do.</param>
/// <param name="Verdict">Whether the value lies in the band, bounds included.</param>
public sealed record DeckMeasure(string Name, string Value, string Accepted, MeasureVerdict Verdict);

/// <summary>How a value lies to its band.</summary>
public enum MeasureVerdict
{
    InBand,
    OutOfBand,

    /// <summary>Chance alone could put so small a set outside.</summary>
    TooFew,

    /// <summary>Printed to be read; there is no band.</summary>
    NoBand,
}
