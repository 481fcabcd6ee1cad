using System.Text.Json;
using System.Text.RegularExpressions;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A message as a member's client shows it.</summary>
internal sealed partial class ChatMessage
{
    private const int EphemeralFlag = 1 << 6;
    private const int LoadingFlag = 1 << 7;
    private const int StringSelect = 3;

    public ChatMessage(JsonElement json)
    {
        Json = json;
        Id = json.GetProperty("id").GetString()!;
        ChannelId = json.GetProperty("channel_id").GetString()!;
        Flags = json.TryGetProperty("flags", out var flags) && flags.ValueKind == JsonValueKind.Number ? flags.GetInt32() : 0;
        Text = Render(string.Join('\n', TextsOf(json)));
        Buttons = [.. ButtonsOf(json)];
    }

    public JsonElement Json { get; }

    public string Id { get; }

    public string ChannelId { get; }

    public int Flags { get; }

    public bool IsEphemeral => (Flags & EphemeralFlag) != 0;

    /// <summary>The bot has only said that it is thinking.</summary>
    public bool IsLoading => (Flags & LoadingFlag) != 0;

    /// <summary>
    /// Everything to read in it, as a reader sees it: content, and title, description, fields and footer of each embed, in lines, with markdown's
    /// bold and escapes carried out.
    /// </summary>
    public string Text { get; }

    /// <summary>The buttons that can be pressed or are shown disabled, in order.</summary>
    public IReadOnlyList<ChatButton> Buttons { get; }

    /// <summary>What can be chosen from its menus, in order.</summary>
    public IReadOnlyList<string> MenuValues =>
    [
        .. from row in ItemsOf(Json, "components")
           from component in ItemsOf(row, "components")
           where component.GetProperty("type").GetInt32() == StringSelect
           from option in ItemsOf(component, "options")
           select option.GetProperty("value").GetString()!,
    ];

    /// <summary>The interaction it answers, or null.</summary>
    public string? InteractionId => IdIn("interaction_metadata") ?? IdIn("interaction");

    public bool Says(string part) => Text.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first button whose custom id or label is, or whose label begins with, the given text.</summary>
    public ChatButton Button(string labelOrCustomId) =>
        Buttons.FirstOrDefault(button => button.CustomId == labelOrCustomId)
        ?? Buttons.FirstOrDefault(button => string.Equals(button.Label, labelOrCustomId, StringComparison.OrdinalIgnoreCase))
        ?? Buttons.FirstOrDefault(button => button.Label.StartsWith(labelOrCustomId, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"There is no button '{labelOrCustomId}' on: {this}");

    public override string ToString() => $"[{Id}{(IsEphemeral ? ", ephemeral" : "")}] {Text} ({string.Join(" | ", Buttons)})";

    private static string Render(string markdown) =>
        BoldOrEscape().Replace(markdown, match => match.Groups["escaped"].Success ? match.Groups["escaped"].Value : "");

    // The zero-width space keeps "@everyone" from being a mention, and is not seen.
    [GeneratedRegex(@"\\(?<escaped>[^\p{L}\p{N}\s])|\*\*|\u200B")]
    private static partial Regex BoldOrEscape();

    private string? IdIn(string name) =>
        Json.TryGetProperty(name, out var interaction) && interaction.ValueKind == JsonValueKind.Object
            ? interaction.GetProperty("id").GetString()
            : null;

    private static IEnumerable<string> TextsOf(JsonElement json)
    {
        if (TextIn(json, "content") is { Length: > 0 } content)
            yield return content;
        foreach (var embed in ItemsOf(json, "embeds"))
        {
            foreach (var text in new[] { TextIn(embed, "title"), TextIn(embed, "description") }.OfType<string>())
                yield return text;
            foreach (var field in ItemsOf(embed, "fields"))
                yield return $"{TextIn(field, "name")}\n{TextIn(field, "value")}";
            if (embed.TryGetProperty("footer", out var footer) && footer.ValueKind == JsonValueKind.Object)
                yield return TextIn(footer, "text") ?? "";
        }
    }

    private static IEnumerable<ChatButton> ButtonsOf(JsonElement json) =>
        from row in ItemsOf(json, "components")
        from component in ItemsOf(row, "components")
        where component.GetProperty("type").GetInt32() == ChatButton.ComponentType && TextIn(component, "custom_id") is not null
        select new ChatButton(
            TextIn(component, "custom_id")!,
            TextIn(component, "label") ?? "",
            component.TryGetProperty("disabled", out var disabled) && disabled.ValueKind == JsonValueKind.True);

    private static IEnumerable<JsonElement> ItemsOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string? TextIn(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

/// <summary>A button on a message.</summary>
internal sealed record ChatButton(string CustomId, string Label, bool Disabled)
{
    public const int ComponentType = 2;

    public override string ToString() => Disabled ? $"({Label})" : Label;
}
