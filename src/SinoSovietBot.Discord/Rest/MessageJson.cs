using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Writes messages. A property that has nothing to say is left out, never null.</summary>
internal static class MessageJson
{
    private const int EphemeralFlag = 64;

    /// <summary>A message that does not exist yet.</summary>
    /// <param name="json">Inside the object.</param>
    /// <param name="content">What.</param>
    /// <param name="mayBeEphemeral">Whether Discord knows ephemeral messages here.</param>
    public static void WriteNew(Utf8JsonWriter json, MessageContent content, bool mayBeEphemeral)
    {
        if (content.Text.Length > 0) json.WriteString("content"u8, content.Text);
        if (!content.Embeds.IsDefaultOrEmpty) WriteEmbeds(json, content.Embeds);
        if (!content.Rows.IsDefaultOrEmpty) ComponentJson.WriteRows(json, content.Rows);
        if (mayBeEphemeral && content.Ephemeral) json.WriteNumber("flags"u8, EphemeralFlag);
        WriteMentions(json, content.MentionedUsers);
        WriteAttachments(json, content.Files);
    }

    /// <summary>A message that replaces another: what is empty now must be said to be empty, or the old remains.</summary>
    public static void WriteReplacement(Utf8JsonWriter json, MessageContent content)
    {
        json.WriteString("content"u8, content.Text);
        WriteEmbeds(json, content.Embeds.IsDefault ? [] : content.Embeds);
        ComponentJson.WriteRows(json, content.Rows.IsDefault ? [] : content.Rows);
        WriteMentions(json, content.MentionedUsers);
        WriteAttachments(json, content.Files);
    }

    public static void WriteEphemeral(Utf8JsonWriter json) => json.WriteNumber("flags"u8, EphemeralFlag);

    private static void WriteEmbeds(Utf8JsonWriter json, ImmutableArray<Embed> embeds)
    {
        json.WriteStartArray("embeds"u8);
        foreach (Embed embed in embeds) WriteEmbed(json, embed);
        json.WriteEndArray();
    }

    private static void WriteEmbed(Utf8JsonWriter json, Embed embed)
    {
        json.WriteStartObject();
        if (embed.Title is not null) json.WriteString("title"u8, embed.Title);
        if (embed.Description is not null) json.WriteString("description"u8, embed.Description);
        if (embed.Color is { } color) json.WriteNumber("color"u8, color);
        if (!embed.Fields.IsDefaultOrEmpty)
        {
            json.WriteStartArray("fields"u8);
            foreach (EmbedField field in embed.Fields)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, field.Name);
                json.WriteString("value"u8, field.Value);
                if (field.Inline) json.WriteBoolean("inline"u8, true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (embed.Footer is not null) WriteWrapped(json, "footer"u8, "text"u8, embed.Footer);
        if (embed.ImageUrl is not null) WriteWrapped(json, "image"u8, "url"u8, embed.ImageUrl);
        json.WriteEndObject();
    }

    private static void WriteWrapped(Utf8JsonWriter json, ReadOnlySpan<byte> outer, ReadOnlySpan<byte> inner, string value)
    {
        json.WriteStartObject(outer);
        json.WriteString(inner, value);
        json.WriteEndObject();
    }

    // Always there: without it Discord would ping whomever the text names.
    private static void WriteMentions(Utf8JsonWriter json, ImmutableArray<Snowflake> users)
    {
        json.WriteStartObject("allowed_mentions"u8);
        json.WriteStartArray("parse"u8);
        json.WriteEndArray();
        json.WriteStartArray("users"u8);
        if (!users.IsDefaultOrEmpty)
        {
            foreach (Snowflake user in users.Distinct()) json.WriteStringValue(user.ToString());
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAttachments(Utf8JsonWriter json, ImmutableArray<FileUpload> files)
    {
        if (files.IsDefaultOrEmpty) return;
        json.WriteStartArray("attachments"u8);
        for (int i = 0; i < files.Length; i++)
        {
            json.WriteStartObject();
            // The number of the part that holds the file, in place of the id that it does not have yet.
            json.WriteString("id"u8, i.ToString(CultureInfo.InvariantCulture));
            json.WriteString("filename"u8, files[i].Name);
            if (files[i].Description is { } description) json.WriteString("description"u8, description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
