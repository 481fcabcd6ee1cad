using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Embeds as Discord gives them back: what it knows of them, and nothing of what is null.</summary>
internal static class EmbedWriter
{
    private const string Upload = "attachment://";
    private static readonly string[] Plain = ["title", "description", "url", "color", "timestamp"];

    /// <summary>The embeds of a request; pictures that name an uploaded file point to one of <paramref name="files"/>.</summary>
    public static JsonArray Write(JsonObject request, JsonArray files) =>
        Json.Array(request.Objects("embeds").Select(embed => WriteOne(embed, files)));

    private static JsonObject WriteOne(JsonObject embed, JsonArray files)
    {
        JsonObject written = Json.Pick(embed, Plain);
        written["type"] = "rich";
        if (embed["fields"] is JsonArray)
            written["fields"] = Json.Array(embed.Objects("fields").Select(Field));
        if (embed.Object("footer") is { } footer) written["footer"] = Json.Pick(footer, "text", "icon_url");
        if (embed.Object("author") is { } author) written["author"] = Json.Pick(author, "name", "url", "icon_url");
        foreach (string name in (string[])["image", "thumbnail"])
            if (embed.Object(name) is { } media) written[name] = Picture(media, files);
        return written;
    }

    private static JsonObject Field(JsonObject field)
    {
        JsonObject written = Json.Pick(field, "name", "value");
        written["inline"] = field.Flag("inline") ?? false;
        return written;
    }

    private static JsonObject Picture(JsonObject media, JsonArray files)
    {
        JsonObject written = Json.Pick(media, "url", "description");
        if (media.Text("url") is not { } url || !url.StartsWith(Upload, StringComparison.Ordinal)) return written;
        JsonObject? file = files.OfType<JsonObject>().FirstOrDefault(item => item.Text("filename") == url[Upload.Length..]);
        if (file is null) return written;
        written["url"] = file.Text("url");
        written["proxy_url"] = file.Text("url");
        return written;
    }
}
