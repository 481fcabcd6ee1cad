using System.Text.Json;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>The small payloads of frames that are no events.</summary>
internal static class HelloReader
{
    /// <summary>How often Discord wants a heartbeat.</summary>
    public static TimeSpan Interval(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("HELLO is not an object.");
        long? interval = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("heartbeat_interval"u8)) interval = JsonRead.Whole(ref reader, "heartbeat_interval");
            else JsonRead.SkipValue(ref reader);
        }

        return interval is >= 10 and <= int.MaxValue ? TimeSpan.FromMilliseconds(interval.Value) : throw JsonRead.Missing("heartbeat_interval");
    }

    public static bool IsTrue(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        return !payload.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.True;
    }
}
