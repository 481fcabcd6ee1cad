using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Validation;

/// <summary>What Discord accepts as a message.</summary>
internal static class MessageRules
{
    public const int MaxText = 2000;
    private const int MaxEmbedText = 6000;
    private const int MaxUrl = 2048;
    private const int KnownRequestFlags = (1 << 2) | (1 << 6) | (1 << 12) | (1 << 15);

    /// <summary>Checks a message body. <paramref name="path"/> is where it stands in the request: empty, or "data" in an interaction
    /// callback.</summary>
    public static void Check(FormErrors errors, JsonObject body, string path)
    {
        errors.Text(body, path, "content", MaxText);
        errors.Flag(body, path, "tts");
        if (errors.Integer(body, path, "flags", 0, int.MaxValue) is { } flags && (flags & ~KnownRequestFlags) != 0 && body["id"] is null)
            errors.Add(FieldChecks.Join(path, "flags"), "MESSAGE_FLAGS_INVALID",
                "Only SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS and IS_COMPONENTS_V2 can be set.");
        CheckEmbeds(errors, body, path);
        CheckMentions(errors, body, path);
        CheckNonce(errors, body, path);
        foreach ((JsonObject attachment, string at) in errors.List(body, path, "attachments", max: 10))
        {
            if (attachment["id"] is null) errors.Required(FieldChecks.Join(at, "id"));
            errors.Text(attachment, at, "filename", 1024);
            errors.Text(attachment, at, "description", 1024);
        }

        ComponentRules.CheckMessage(errors, body, path);
    }

    /// <summary>Is there anything to show?</summary>
    public static bool IsEmpty(JsonObject body, int files) =>
        files == 0 && string.IsNullOrWhiteSpace(body.Text("content")) && !body.Objects("embeds").Any()
        && !body.Objects("components").Any() && !body.Objects("attachments").Any();

    private static void CheckEmbeds(FormErrors errors, JsonObject body, string path)
    {
        int total = 0;
        foreach ((JsonObject embed, string at) in errors.List(body, path, "embeds", max: 10))
        {
            total += errors.Text(embed, at, "title", 256)?.Length ?? 0;
            total += errors.Text(embed, at, "description", 4096)?.Length ?? 0;
            errors.Integer(embed, at, "color", 0, 0xFFFFFF);
            CheckUrl(errors, embed, at, attachments: false);
            foreach ((JsonObject field, string fieldAt) in errors.List(embed, at, "fields", max: 25))
            {
                total += errors.Text(field, fieldAt, "name", 256, required: true)?.Length ?? 0;
                total += errors.Text(field, fieldAt, "value", 1024, required: true)?.Length ?? 0;
                foreach (string name in (string[])["name", "value"])
                    if (field.Text(name) is { } text && string.IsNullOrWhiteSpace(text)) errors.Required(FieldChecks.Join(fieldAt, name));
            }

            if (errors.Child(embed, at, "footer") is { } footer)
                total += errors.Text(footer, FieldChecks.Join(at, "footer"), "text", 2048, required: true)?.Length ?? 0;
            if (errors.Child(embed, at, "author") is { } author)
                total += errors.Text(author, FieldChecks.Join(at, "author"), "name", 256, required: true)?.Length ?? 0;
            foreach (string name in (string[])["image", "thumbnail"])
                if (errors.Child(embed, at, name) is { } media) CheckUrl(errors, media, FieldChecks.Join(at, name), attachments: true);
        }

        if (total > MaxEmbedText)
            errors.Add(FieldChecks.Join(path, "embeds"), "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxEmbedText}");
    }

    private static void CheckUrl(FormErrors errors, JsonObject node, string path, bool attachments)
    {
        if (node.Text("url") is not { } url) return;
        errors.Length(FieldChecks.Join(path, "url"), url.Length, 0, MaxUrl);
        bool known = Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
            && (address.Scheme is "http" or "https" || (attachments && address.Scheme == "attachment"));
        if (!known) errors.Add(FieldChecks.Join(path, "url"), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }

    private static void CheckMentions(FormErrors errors, JsonObject body, string path)
    {
        if (errors.Child(body, path, "allowed_mentions") is not { } allowed) return;
        string at = FieldChecks.Join(path, "allowed_mentions");
        string[] parse = Words(allowed, "parse");
        for (int index = 0; index < parse.Length; index++)
            if (parse[index] is not ("users" or "roles" or "everyone")) errors.Choices($"{at}.parse.{index}", "'roles', 'users', 'everyone'");
        foreach (string kind in (string[])["users", "roles"])
        {
            int named = Words(allowed, kind).Length;
            if (named > 100) errors.Length(FieldChecks.Join(at, kind), named, 0, 100);
            if (named > 0 && parse.Contains(kind))
                errors.Add(at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
        }
    }

    private static string[] Words(JsonObject node, string name) =>
        (node[name] as JsonArray)?.OfType<JsonValue>().Select(value => value.ToString()).ToArray() ?? [];

    private static void CheckNonce(FormErrors errors, JsonObject body, string path)
    {
        if (body.Text("nonce") is { } nonce) errors.Length(FieldChecks.Join(path, "nonce"), nonce.Length, 0, 25);
        errors.Flag(body, path, "enforce_nonce");
    }
}
