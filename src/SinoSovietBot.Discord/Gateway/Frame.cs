using System.Text.Json;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>One gateway frame: its head, and where its payload begins. Valid as long as the bytes it was read from.</summary>
internal readonly ref struct Frame
{
    private Frame(int op, long? sequence, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Op = op;
        Sequence = sequence;
        Name = name;
        Data = data;
    }

    public int Op { get; }

    public long? Sequence { get; }

    /// <summary>The event's name in UTF-8; empty unless <see cref="Op"/> is a dispatch.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Begins at the payload's first byte; may run on past its end. Empty when there is none.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>
    /// Reads the head only: Discord sends the payload last, so that the payload of an event which nobody handles is not even scanned. Where another
    /// peer puts it first it is skipped over.
    /// </summary>
    /// <exception cref="JsonException">It is no frame.</exception>
    public static Frame Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The frame is not an object.");
        int? op = null;
        long? sequence = null;
        ReadOnlySpan<byte> name = default;
        ReadOnlySpan<byte> data = default;
        bool sawSequence = false;
        bool sawName = false;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("op"u8)) op = (int?)JsonRead.Whole(ref reader, "op");
            else if (reader.ValueTextEquals("s"u8)) (sequence, sawSequence) = (JsonRead.Whole(ref reader, "s"), true);
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                sawName = true;
                if (reader.TokenType == JsonTokenType.String) name = reader.ValueSpan;
                else reader.Skip();
            }
            else if (reader.ValueTextEquals("d"u8))
            {
                reader.Read();
                data = utf8[(int)reader.TokenStartIndex..];
                if (op is { } known && (known != GatewayOp.Dispatch || (sawSequence && sawName))) break;
                reader.Skip();
            }
            else JsonRead.SkipValue(ref reader);
        }

        return new Frame(op ?? throw JsonRead.Missing("op"), sequence, name, data);
    }
}
