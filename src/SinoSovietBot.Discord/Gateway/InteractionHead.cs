using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>What all kinds of interactions share, as read from one INTERACTION_CREATE. Everything else in the payload is skipped.</summary>
internal ref struct InteractionHead
{
    public long? Type;
    public Snowflake? Id;
    public Snowflake? Application;
    public string? Token;
    public Snowflake? Guild;
    public Snowflake? Channel;
    public Snowflake? Message;
    public ulong BotPermissions;
    public ulong UserPermissions;
    public string? Locale;
    public UserNames User;
    public string? Nick;
    public bool IsMember;

    /// <summary>Discord's channel types 10 to 12 are threads.</summary>
    public bool InThread;

    /// <summary>Stands before the value of <c>data</c>, which can only be read once <see cref="Type"/> is known.</summary>
    public Utf8JsonReader Data;
    public bool HasData;

    /// <param name="reader">On the property name.</param>
    public void Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("id"u8)) Id = JsonRead.Id(ref reader, "id");
        else if (reader.ValueTextEquals("type"u8)) Type = JsonRead.Whole(ref reader, "type");
        else if (reader.ValueTextEquals("token"u8)) Token = JsonRead.Text(ref reader, "token");
        else if (reader.ValueTextEquals("application_id"u8)) Application = JsonRead.Id(ref reader, "application_id");
        else if (reader.ValueTextEquals("guild_id"u8)) Guild = JsonRead.Id(ref reader, "guild_id");
        else if (reader.ValueTextEquals("channel_id"u8)) Channel = JsonRead.Id(ref reader, "channel_id") ?? Channel;
        else if (reader.ValueTextEquals("channel"u8)) ReadChannel(ref reader);
        else if (reader.ValueTextEquals("message"u8)) Message = IdInside(ref reader, "message");
        else if (reader.ValueTextEquals("app_permissions"u8)) BotPermissions = JsonRead.Digits(ref reader, "app_permissions") ?? 0;
        else if (reader.ValueTextEquals("locale"u8)) Locale = ReadLocale(ref reader);
        else if (reader.ValueTextEquals("member"u8)) ReadMember(ref reader);
        else if (reader.ValueTextEquals("user"u8)) ReadUser(ref reader);
        else if (reader.ValueTextEquals("data"u8))
        {
            Data = reader;
            HasData = true;
            JsonRead.SkipValue(ref reader);
        }
        else JsonRead.SkipValue(ref reader);
    }

    public readonly Person Person()
    {
        Snowflake id = User.Id ?? throw JsonRead.Missing("user.id");
        string? name = NotBlank(Nick) ?? NotBlank(User.Global) ?? NotBlank(User.Name);
        return new Person(id, name ?? id.ToString(), IsMember);
    }

    private void ReadChannel(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader, "channel")) return;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                Snowflake? id = JsonRead.Id(ref reader, "channel");
                Channel ??= id;
            }
            else if (reader.ValueTextEquals("type"u8)) InThread = JsonRead.Whole(ref reader, "channel.type") is >= 10 and <= 12;
            else JsonRead.SkipValue(ref reader);
        }
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader, "member")) return;
        IsMember = true;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("user"u8)) ReadUser(ref reader);
            else if (reader.ValueTextEquals("nick"u8)) Nick = JsonRead.Text(ref reader, "member.nick");
            else if (reader.ValueTextEquals("permissions"u8)) UserPermissions = JsonRead.Digits(ref reader, "member.permissions") ?? 0;
            else JsonRead.SkipValue(ref reader);
        }
    }

    private void ReadUser(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader, "user")) return;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) User.Id = JsonRead.Id(ref reader, "user.id");
            else if (reader.ValueTextEquals("username"u8)) User.Name = JsonRead.Text(ref reader, "user.username");
            else if (reader.ValueTextEquals("global_name"u8)) User.Global = JsonRead.Text(ref reader, "user.global_name");
            else JsonRead.SkipValue(ref reader);
        }
    }

    private static Snowflake? IdInside(ref Utf8JsonReader reader, string field)
    {
        if (!JsonRead.EnterObject(ref reader, field)) return null;
        Snowflake? id = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonRead.Id(ref reader, field);
            else JsonRead.SkipValue(ref reader);
        }

        return id;
    }

    // Nearly every press of a class carries one of these two: no new string for them.
    private static string? ReadLocale(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        if (reader.ValueTextEquals("en-GB"u8)) return "en-GB";
        return reader.ValueTextEquals("en-US"u8) ? "en-US" : reader.GetString();
    }

    // A name is shown inside lines that others read: what breaks or turns those, or shows nothing, ends here.
    private static string? NotBlank(string? name) => name is not null && Discord.Text.OneLine(name) is { Length: > 0 } line ? line : null;

    public struct UserNames
    {
        public Snowflake? Id;
        public string? Name;
        public string? Global;
    }
}
