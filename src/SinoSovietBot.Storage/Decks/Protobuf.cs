namespace SinoSovietBot.Storage.Decks;

/// <summary>As much of protocol buffers as Anki's packages need: https://protobuf.dev/programming-guides/encoding</summary>
internal static class Protobuf
{
    // Field 1 of type varint.
    private const byte FirstVarint = 0x08;
    private const int MaxShift = 63;

    /// <summary>
    /// The number that a message has as its field 1; null when it has none. Writers put fields in order, so field 1 comes first.
    /// </summary>
    public static ulong? FirstNumber(ReadOnlySpan<byte> message)
    {
        if (message.IsEmpty || message[0] != FirstVarint)
            return null;
        ulong number = 0;
        int shift = 0;
        foreach (byte next in message[1..])
        {
            if (shift > MaxShift)
                return null;
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
            shift += 7;
        }

        return null;
    }
}
