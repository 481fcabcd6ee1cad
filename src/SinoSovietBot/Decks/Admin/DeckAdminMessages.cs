using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks.Admin;

/// <summary>What is said to those who look after a server's decks. Pure.</summary>
internal static class DeckAdminMessages
{
    public const string MayNot = "Only people with the **Manage Server** permission can change this server's decks.";

    public const string SomebodyElses = "Somebody else began that. Use the command yourself.";

    public const string NothingChanged = "Nothing was changed.";

    public const string Expired = "That was finished before, or its time is over: it waits for an hour. Use the command again.";

    public const string NoEarlierVersion =
        "There is no earlier version of this deck. To take back its first import, use `/deck-admin remove`: a removed deck can be restored for 30 days.";

    private const int ShownTitles = 10;

    public static string TooManyDecks { get; } = string.Create(
        CultureInfo.InvariantCulture, $"This server has {ServerDeckLimits.Decks} decks of its own, and there is no room for more. Remove one first.");

    public static string TooLarge { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"This server's decks would have more than {ServerDeckLimits.Bytes:N0} bytes together. Remove one first, or bring less.");

    /// <summary>Why a deck cannot be changed; not for one that can.</summary>
    public static string Refusal(OwnDeck deck, string typed) => deck switch
    {
        OwnDeck.OneOfTheBots bots => BotsOwn(bots.Deck.Title, bots.Deck.Id),
        OwnDeck.Removed removed => InTheBin(removed.Deck.Title, removed.Deck.Id),
        OwnDeck.Unknown unknown => UnknownDeck(typed, unknown.Titles),
        OwnDeck.Found { Reading.Deck: null } found => Unreadable(found.Version.Deck.Title),
        _ => throw new ArgumentException("This deck can be changed.", nameof(deck)),
    };

    public static string BotsOwn(string title, DeckId deck) =>
        $"**{Markdown.EscapeLine(title)}** is one of my own decks, which every server sees, so it cannot be changed here. To make a copy that is yours: "
        + $"`/deck-admin export` it with the format *native*, then `/deck-admin import` that file with another id, such as "
        + $"{Markdown.EscapeLine($"our-{deck.Value}")}, in *deck*.";

    public static string InTheBin(string title, DeckId deck) =>
        $"**{Markdown.EscapeLine(title)}** ({Markdown.EscapeLine(deck.Value)}) was removed. `/deck-admin restore` brings it back; "
        + "or use another id.";

    public static string UnknownDeck(string typed, ImmutableArray<string> titles)
    {
        string wanted = Markdown.EscapeLine(Text.Cut(typed, 100));
        if (titles.IsEmpty)
            return $"This server has no deck of its own called “{wanted}”, nor any other. Bring one with `/deck-admin import`.";
        string known = string.Join(", ", titles.Take(ShownTitles).Select(Markdown.EscapeLine));
        return $"This server has no deck of its own called “{wanted}”. It has: {known}{(titles.Length > ShownTitles ? ", …" : "")}.";
    }

    /// <summary>Why a change was not stored; not for one that was.</summary>
    public static string Refusal(DeckSaving saving) => saving switch
    {
        DeckSaving.TooManyDecks => TooManyDecks,
        DeckSaving.TooLarge => TooLarge,
        DeckSaving.InTheBin => "That deck was removed meanwhile. `/deck-admin restore` brings it back.",
        DeckSaving.Overtaken => "The deck was changed meanwhile, so nothing was done. Look at it again, and use the command again.",
        _ => Expired,
    };

    public static MessageContent AskRemoval(ServerDeck deck) => new()
    {
        Text = $"Remove **{Markdown.EscapeLine(deck.Title)}** from this server? Nobody can start a quiz on it then; what was scored stays. "
            + "For 30 days `/deck-admin restore` brings it back.",
        Rows =
        [
            new ActionRow(
            [
                new Button("Remove", new ComponentId.RemoveDeck(deck.Id.Value).ToString()) { Style = ButtonStyle.Danger },
                new Button("Keep", new ComponentId.KeepDeck(deck.Id.Value).ToString()),
            ]),
        ],
    };

    public static string Removed(string deck) =>
        $"{Markdown.EscapeLine(deck)} is removed. `/deck-admin restore` brings it back, for 30 days.";

    public static string Restored(string title) => $"**{Markdown.EscapeLine(title)}** is back, as it was.";

    public static string NothingToRestore(string typed) =>
        $"No removed deck of this server is called “{Markdown.EscapeLine(Text.Cut(typed, 100))}”. They are kept for 30 days, the last "
        + string.Create(CultureInfo.InvariantCulture, $"{ServerDeckLimits.RemovedDecks} of them.");

    public static MessageContent AskUndo(ServerDeck deck, ServerDeck earlier) => new()
    {
        Text = string.Create(
            CultureInfo.InvariantCulture,
            $"**{Markdown.EscapeLine(deck.Title)}** was last changed <t:{deck.ChangedAt.ToUnixTimeSeconds()}:R> by <@{deck.ChangedBy.Value}>. "
            + $"Take that back, to the version of <t:{earlier.ChangedAt.ToUnixTimeSeconds()}:f>?"),
        Rows =
        [
            new ActionRow(
            [
                UndoButton(deck.Id, deck.Revision),
                new Button("Keep", new ComponentId.KeepDeck(deck.Id.Value).ToString()),
            ]),
        ],
    };

    public static Button UndoButton(DeckId deck, int revision) =>
        new("Take back", new ComponentId.UndoDeck(deck.Value, revision).ToString()) { Style = ButtonStyle.Danger };

    public static string Undone(string title) =>
        $"**{Markdown.EscapeLine(title)}** is as it was before the last change. `/deck-admin undo` again takes this back, too.";

    /// <summary>A deck as a file.</summary>
    public static MessageContent Exported(string title, FileUpload file) => file.Content.Length > DiscordLimits.FileBytes
        ? new MessageContent
        {
            Text = string.Create(
                CultureInfo.InvariantCulture,
                $"**{Markdown.EscapeLine(title)}** has {file.Content.Length:N0} bytes in this format, and Discord takes {DiscordLimits.FileBytes:N0}. "
                + $"Choose another format."),
        }
        : new MessageContent { Text = $"**{Markdown.EscapeLine(title)}**, as a file:", Files = [file] };

    /// <summary>Lines as a file that every machine opens.</summary>
    public static FileUpload PlainText(string name, IEnumerable<string> lines) => new(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    private static string Unreadable(string title) =>
        $"**{Markdown.EscapeLine(title)}** cannot be used any more: `/deck-admin check` says why. Export it, mend it, and import it again.";
}
