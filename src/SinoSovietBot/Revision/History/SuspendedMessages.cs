using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.History;

/// <summary>What a member has put aside, as they see it. Pure.</summary>
internal static class SuspendedMessages
{
    /// <summary>As many as a menu holds.</summary>
    public const int PageSize = DiscordLimits.SelectOptions;

    private const int Color = 0x99AAB5;

    // Escaped it may be twice as long, and twenty-five of them share a description.
    private const int WordsLength = 55;

    /// <summary>A page of what is suspended, and the menu that brings it back.</summary>
    /// <param name="title">The deck's title.</param>
    /// <param name="suspended">All of it, in the order of the deck.</param>
    /// <param name="asked">Which page; past the end it is the last one.</param>
    /// <param name="broughtBack">How many have just come back.</param>
    public static MessageContent Page(string title, ImmutableArray<SuspendedItem> suspended, ComponentId.SuspendedPage asked, int broughtBack)
    {
        string news = broughtBack switch { 0 => "", 1 => "One is back, as it was.", _ => Text($"{broughtBack} are back, as they were.") };
        string name = Markdown.EscapeLine(Discord.Text.Cut(title, DiscordLimits.EmbedTitle / 4));
        if (suspended.IsEmpty)
            return new MessageContent { Text = $"{news} Nothing of **{name}** is suspended.".TrimStart() };
        int pages = (suspended.Length + PageSize - 1) / PageSize;
        int page = Math.Clamp(asked.Page, 0, pages - 1);
        var shown = suspended.Skip(page * PageSize).Take(PageSize).ToImmutableArray();
        var embed = new Embed
        {
            Title = $"Suspended · {name}",
            Description = Discord.Text.Cut(
                $"{string.Join('\n', shown.Select(item => $"- {Markdown.EscapeLine(Discord.Text.Cut(item.Words, WordsLength))} · {Why(item)}"))}",
                DiscordLimits.EmbedDescription),
            Color = Color,
            Footer = pages > 1 ? Text($"Page {page + 1} of {pages} · {suspended.Length} in all") : null,
        };
        return new MessageContent
        {
            Text = news,
            Embeds = [embed],
            Rows = [Menu(shown, new ComponentId.BringBack(asked.Deck, page)), .. Paging.Row(page, pages, target => asked with { Page = target })],
        };
    }

    private static ActionRow Menu(ImmutableArray<SuspendedItem> shown, ComponentId.BringBack id) => new(
    [
        new StringSelect(id.ToString(), [.. shown.Select(item => new SelectOption(Label(item), item.Item.Value))])
        {
            Placeholder = "Bring back …", MaxValues = shown.Length,
        },
    ]);

    private static string Label(SuspendedItem item) =>
        Discord.Text.Cut(Discord.Text.OneLine(item.Words), DiscordLimits.SelectOptionText) is { Length: > 0 } label ? label : "…";

    private static string Why(SuspendedItem item) => item.IsLeech ? Text($"forgotten {item.Lapses} times, so I put it aside") : "by yourself";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something that is suspended.</summary>
/// <param name="Item">Under which it is stored.</param>
/// <param name="Words">Its front or question.</param>
/// <param name="IsLeech">Because it was forgotten again and again, not by its member.</param>
/// <param name="Lapses">How often it was forgotten.</param>
internal sealed record SuspendedItem(ItemId Item, string Words, bool IsLeech, int Lapses);
