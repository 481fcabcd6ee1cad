using System.Collections.Immutable;
using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>Reads READY.</summary>
internal static class ReadyReader
{
    /// <param name="payload">Begins with the payload.</param>
    /// <param name="apiBase">The configured API: an address for resuming that belongs neither to it nor to Discord is not kept.</param>
    /// <returns>The event, and the session: null when it cannot be resumed for want of an id.</returns>
    public static (Ready Event, GatewaySession? Session) Read(ReadOnlySpan<byte> payload, Uri apiBase)
    {
        var reader = new Utf8JsonReader(payload);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("READY is not an object.");
        string? session = null;
        string? resume = null;
        Snowflake? application = null;
        Snowflake? bot = null;
        ImmutableArray<Snowflake> guilds = [];
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("session_id"u8)) session = JsonRead.Text(ref reader, "session_id");
            else if (reader.ValueTextEquals("resume_gateway_url"u8)) resume = JsonRead.Text(ref reader, "resume_gateway_url");
            else if (reader.ValueTextEquals("application"u8)) application = IdInside(ref reader, "application");
            else if (reader.ValueTextEquals("user"u8)) bot = IdInside(ref reader, "user");
            else if (reader.ValueTextEquals("guilds"u8)) guilds = ReadGuilds(ref reader);
            else JsonRead.SkipValue(ref reader);
        }

        var ready = new Ready(application ?? throw JsonRead.Missing("application.id"), bot ?? throw JsonRead.Missing("user.id"), guilds);
        return (ready, session is null ? null : new GatewaySession(session, GatewayAddress.TryRead(resume, apiBase)));
    }

    private static ImmutableArray<Snowflake> ReadGuilds(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterArray(ref reader, "guilds")) return [];
        ImmutableArray<Snowflake>.Builder guilds = ImmutableArray.CreateBuilder<Snowflake>();
        while (JsonRead.NextElement(ref reader))
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The field guilds holds something other than objects.");
            if (IdOfObject(ref reader) is { } id) guilds.Add(id);
        }

        return guilds.ToImmutable();
    }

    private static Snowflake? IdInside(ref Utf8JsonReader reader, string field) =>
        JsonRead.EnterObject(ref reader, field) ? IdOfObject(ref reader) : null;

    private static Snowflake? IdOfObject(ref Utf8JsonReader reader)
    {
        Snowflake? id = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonRead.Id(ref reader, "id");
            else JsonRead.SkipValue(ref reader);
        }

        return id;
    }
}
