namespace SinoSovietBot.Interactions;

/// <summary>Writes 64 bits as at most 11 letters and digits, where room is scarce.</summary>
public static class Base62
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int MaxLength = 11;

    public static string Write(ulong value)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        int start = MaxLength;
        do
        {
            buffer[--start] = Digits[(int)(value % 62)];
            value /= 62;
        }
        while (value > 0);
        return new string(buffer[start..]);
    }

    /// <summary>The value, or null when the text is empty, holds another character or passes 64 bits.</summary>
    public static ulong? Read(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength)
            return null;
        UInt128 value = 0;
        foreach (char character in text)
        {
            int digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return null;
            value = (value * 62) + (uint)digit;
        }

        return value <= ulong.MaxValue ? (ulong)value : null;
    }
}
