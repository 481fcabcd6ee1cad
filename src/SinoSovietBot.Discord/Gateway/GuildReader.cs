using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>Reads of GUILD_CREATE and GUILD_DELETE what the bot needs; channels, roles and members are skipped.</summary>
internal static class GuildReader
{
    /// <summary>Null while the server is in an outage.</summary>
    public static GuildJoined? Joined(ReadOnlySpan<byte> payload)
    {
        (Snowflake id, string? name, bool unavailable) = Read(payload);
        return unavailable ? null : new GuildJoined(id, name ?? "");
    }

    /// <summary>Null when the server is in an outage, which is no leaving.</summary>
    public static GuildLeft? Left(ReadOnlySpan<byte> payload)
    {
        (Snowflake id, _, bool unavailable) = Read(payload);
        return unavailable ? null : new GuildLeft(id);
    }

    private static (Snowflake Id, string? Name, bool Unavailable) Read(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The server is not an object.");
        Snowflake? id = null;
        string? name = null;
        bool? unavailable = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonRead.Id(ref reader, "guild.id");
            else if (reader.ValueTextEquals("name"u8)) name = JsonRead.Text(ref reader, "guild.name");
            else if (reader.ValueTextEquals("unavailable"u8)) unavailable = JsonRead.Flag(ref reader);
            else JsonRead.SkipValue(ref reader);

            // A server of a thousand channels is long: once these three are known the rest is not looked at.
            if (id is not null && name is not null && unavailable is not null) break;
        }

        return (id ?? throw JsonRead.Missing("guild.id"), name, unavailable ?? false);
    }
}
