using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Reads replies.</summary>
internal static class MessageReader
{
    public static Message Message(ReadOnlyMemory<byte> body)
    {
        (Snowflake? id, Snowflake? channel) = Ids(body.Span);
        return new Message(id ?? throw JsonRead.Missing("id"), channel ?? throw JsonRead.Missing("channel_id"));
    }

    public static Snowflake Channel(ReadOnlyMemory<byte> body) => Ids(body.Span).Id ?? throw JsonRead.Missing("id");

    private static (Snowflake? Id, Snowflake? Channel) Ids(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (body.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The reply is not an object.");
        Snowflake? id = null;
        Snowflake? channel = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonRead.Id(ref reader, "id");
            else if (reader.ValueTextEquals("channel_id"u8)) channel = JsonRead.Id(ref reader, "channel_id");
            else JsonRead.SkipValue(ref reader);
        }

        return (id, channel);
    }
}
