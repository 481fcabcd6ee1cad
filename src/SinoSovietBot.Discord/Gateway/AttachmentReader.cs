using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>Reads the uploads that came with a command.</summary>
internal static class AttachmentReader
{
    /// <param name="reader">On the property name <c>attachments</c>.</param>
    /// <param name="into">Receives them by id.</param>
    public static void ReadMap(ref Utf8JsonReader reader, Dictionary<Snowflake, Attachment> into)
    {
        if (!JsonRead.EnterObject(ref reader, "attachments")) return;
        while (JsonRead.NextProperty(ref reader))
        {
            if (!JsonRead.EnterObject(ref reader, "attachment")) continue;
            Attachment attachment = Read(ref reader);
            into[attachment.Id] = attachment;
        }
    }

    private static Attachment Read(ref Utf8JsonReader reader)
    {
        Snowflake? id = null;
        string? name = null;
        long? size = null;
        string? url = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonRead.Id(ref reader, "attachment.id");
            else if (reader.ValueTextEquals("filename"u8)) name = JsonRead.Text(ref reader, "attachment.filename");
            else if (reader.ValueTextEquals("size"u8)) size = JsonRead.Whole(ref reader, "attachment.size");
            else if (reader.ValueTextEquals("url"u8)) url = JsonRead.Text(ref reader, "attachment.url");
            else JsonRead.SkipValue(ref reader);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address)) throw JsonRead.Missing("attachment.url");
        if (id is null || size is null) throw JsonRead.Missing(id is null ? "attachment.id" : "attachment.size");
        return new Attachment(id.Value, name ?? "file", size.Value, address);
    }
}
