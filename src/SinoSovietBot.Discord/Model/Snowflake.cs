using System.Globalization;

namespace SinoSovietBot.Discord.Model;

/// <summary>Discord's id: 64 bits, of which the upper 42 are the milliseconds since 2015 at which it was made.</summary>
/// <param name="Value">The bits; zero is never a real id.</param>
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>, ISpanFormattable
{
    /// <summary>2015-01-01T00:00:00Z in Unix milliseconds.</summary>
    public const long EpochMilliseconds = 1_420_070_400_000;

    /// <summary>When Discord made this id, to the millisecond, on Discord's clock.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + EpochMilliseconds);

    /// <summary>The decimal digits, as Discord writes it in JSON and addresses.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="ToString()"/>
    /// <remarks>Formats and cultures are not looked at. Lets a text be put together without one for each id.</remarks>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, default, CultureInfo.InvariantCulture);

    /// <summary>Reads decimal digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> digits, out Snowflake id)
    {
        bool ok = ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value);
        id = new Snowflake(value);
        return ok;
    }

    /// <summary>Older first.</summary>
    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;
}
