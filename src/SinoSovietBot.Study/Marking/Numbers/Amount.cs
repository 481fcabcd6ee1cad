namespace SinoSovietBot.Study.Marking;

/// <summary>A number with its unit, as somebody wrote it.</summary>
/// <param name="Value">With its scale: 300 million is 300,000,000.</param>
/// <param name="Bare">Without its scale: 300.</param>
/// <param name="Unit">A currency, "%" or the last word of a noun, stemmed; null where none is given.</param>
/// <param name="Bound">Whether it says more or less than the number.</param>
internal sealed record Amount(decimal Value, decimal Bare, string? Unit, AmountBound Bound)
{
    public bool HasSign => Unit is not null && Units.IsSign(Unit);
}

internal enum AmountBound
{
    None,

    /// <summary>over 300</summary>
    Over,

    /// <summary>nearly 300</summary>
    Under,
}
