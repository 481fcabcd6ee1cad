using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Turns request bodies into message bodies. Called under the world's gate.</summary>
internal sealed partial class MessageWriter(World world, Attachments attachments, Func<string> cdn)
{
    public Message Write(MessageDraft draft)
    {
        ulong id = world.Snowflakes.Mint();
        JsonObject request = draft.Request;
        var files = Upload(draft.Room.Id, draft.Files, request, draft.Reader is not null);
        var body = new JsonObject
        {
            ["id"] = id.Text(),
            ["channel_id"] = draft.Room.Id.Text(),
            ["type"] = draft.Type,
            ["content"] = request.Text("content")?.Trim() ?? "",
            ["author"] = WorldJson.User(world, draft.Author),
            ["timestamp"] = Snowflakes.MomentOf(id).Iso(),
            ["edited_timestamp"] = null,
            ["tts"] = request.Flag("tts") ?? false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = files,
            ["embeds"] = EmbedWriter.Write(request, files),
            ["components"] = ComponentWriter.Write(request),
            ["pinned"] = false,
            ["flags"] = draft.Flags,
        };
        if (draft.Nonce is { } nonce) body["nonce"] = nonce.DeepClone();
        if (draft.Metadata is { } metadata) body["interaction_metadata"] = metadata;
        if (draft.Command is { } command) body["interaction"] = command;
        if (draft.ByWebhook) body["webhook_id"] = world.ApplicationId.Text();
        if (draft.ByWebhook || draft.Author == world.ApplicationId) body["application_id"] = world.ApplicationId.Text();
        if (draft.ReplyTo is { } target) WriteReference(body, target);
        var message = new Message { Id = id, Channel = draft.Room.Id, Author = draft.Author, Body = body, Reader = draft.Reader };
        message.AllowedMentions = request.Object("allowed_mentions")?.DeepClone().AsObject();
        WriteMentions(message);
        return message;
    }

    /// <summary>Applies the fields that a PATCH (or a response of type 7) names; the others stay.</summary>
    public void Edit(Message message, JsonObject request, IReadOnlyList<Upload> files)
    {
        JsonObject body = message.Body;
        bool wasLoading = (message.Flags & Message.LoadingFlag) != 0;
        if (request.ContainsKey("content")) body["content"] = request.Text("content")?.Trim() ?? "";
        JsonArray kept = request["attachments"] is JsonArray listed
            ? Json.Array(body.Objects("attachments").Where(old =>
                listed.OfType<JsonObject>().Any(item => item.Id("id") == old.Id("id"))).Select(old => old.DeepClone()))
            : Json.Array(body.Objects("attachments").Select(old => old.DeepClone()));
        foreach (JsonNode? added in Upload(message.Channel, files, request, message.Reader is not null).ToArray()) kept.Add(added?.DeepClone());
        body["attachments"] = kept;
        if (request.ContainsKey("embeds")) body["embeds"] = EmbedWriter.Write(request, kept);
        if (request.ContainsKey("components")) body["components"] = ComponentWriter.Write(request);
        message.Flags = (message.Flags & ~Message.LoadingFlag) | (int)((request.Integer("flags") ?? 0) & ~Message.EphemeralFlag);
        if (request.ContainsKey("allowed_mentions")) message.AllowedMentions = request.Object("allowed_mentions")?.DeepClone().AsObject();
        if (!wasLoading) body["edited_timestamp"] = world.Snowflakes.Now.Iso();
        WriteMentions(message);
        message.Version++;
    }

    /// <summary>Points the attachments of kept messages to where this start serves them: the port may be another one.</summary>
    public void Rehome()
    {
        foreach (JsonObject body in world.Rooms.SelectMany(room => room.Messages).Select(message => message.Body))
        {
            IEnumerable<JsonObject> pictures =
                body.Objects("embeds").SelectMany(embed => new[] { embed.Object("image"), embed.Object("thumbnail") }).OfType<JsonObject>();
            foreach (JsonObject media in body.Objects("attachments").Concat(pictures))
            {
                if (media.Text("url") is not { } url || !OwnAddress().IsMatch(url)) continue;
                string address = OwnAddress().Replace(url, $"{cdn()}/attachments/");
                media["url"] = address;
                media["proxy_url"] = address;
            }
        }
    }

    [GeneratedRegex("^http://127\\.0\\.0\\.1:[0-9]+/cdn/attachments/", RegexOptions.CultureInvariant)]
    private static partial Regex OwnAddress();

    [GeneratedRegex("<@!?([0-9]{15,20})>", RegexOptions.CultureInvariant)]
    private static partial Regex UserMention();

    private void WriteReference(JsonObject body, Message target)
    {
        body["message_reference"] = new JsonObject
        {
            ["type"] = 0,
            ["channel_id"] = target.Channel.Text(),
            ["message_id"] = target.Id.Text(),
        };
        if (world.FindRoom(target.Channel) is { IsDirect: false }) body["message_reference"]!["guild_id"] = world.GuildId.Text();
        JsonObject referenced = target.Body.DeepClone().AsObject();
        referenced.Remove("referenced_message");
        body["referenced_message"] = referenced;
    }

    /// <summary>Who is mentioned, as far as the author allows it: without a word about it, everybody in the text.</summary>
    private void WriteMentions(Message message)
    {
        string text = message.Body.Text("content") ?? "";
        JsonObject? allowed = message.AllowedMentions;
        bool all = allowed is null || Names(allowed, "parse").Contains("users");
        var named = allowed is null ? [] : Names(allowed, "users");
        var mentioned = UserMention().Matches(text).Select(match => match.Groups[1].Value).Distinct().Where(id => all || named.Contains(id));
        message.Body["mentions"] = Json.Array(mentioned
            .Select(id => WorldJson.User(world, ulong.Parse(id, CultureInfo.InvariantCulture))).Where(user => user is not null));
        bool everyone = text.Contains("@everyone", StringComparison.Ordinal) || text.Contains("@here", StringComparison.Ordinal);
        message.Body["mention_everyone"] = everyone && message.Author == world.ApplicationId
            && (allowed is null || Names(allowed, "parse").Contains("everyone"));
    }

    private static HashSet<string> Names(JsonObject node, string name) =>
        (node[name] as JsonArray)?.Select(value => value?.ToString() ?? "").ToHashSet() ?? [];

    private JsonArray Upload(ulong room, IReadOnlyList<Upload> files, JsonObject request, bool ephemeral)
    {
        var list = new JsonArray();
        foreach (Upload file in files)
        {
            string? description = request.Objects("attachments").FirstOrDefault(item => item.Id("id") == (ulong)file.Index)?.Text("description");
            list.Add(Attachment(room, file, description, ephemeral));
        }

        return list;
    }

    /// <summary>Keeps a file and gives its attachment object.</summary>
    public JsonObject Attachment(ulong room, Upload file, string? description, bool ephemeral)
    {
        ulong id = world.Snowflakes.Mint();
        attachments.Put(id, file.Content);
        // Discord's own names have no spaces or slashes.
        string name = UnsafeLetters().Replace(Path.GetFileName(file.FileName), "_");
        if (name.Length == 0) name = "file";
        string url = $"{cdn()}/attachments/{room.Text()}/{id.Text()}/{Uri.EscapeDataString(name)}";
        var node = new JsonObject
        {
            ["id"] = id.Text(),
            ["filename"] = name,
            ["size"] = file.Content.Length,
            ["url"] = url,
            ["proxy_url"] = url,
        };
        if (file.ContentType.Length > 0) node["content_type"] = file.ContentType;
        if (description is not null) node["description"] = description;
        if (ephemeral) node["ephemeral"] = true;
        return node;
    }

    [GeneratedRegex(@"[^\p{L}\p{N}._-]", RegexOptions.CultureInvariant)]
    private static partial Regex UnsafeLetters();
}
