using System.Text;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Checking;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks.Admin;

/// <summary><c>/deck-admin export · check · remove · restore · undo</c>. Thread-safe.</summary>
internal sealed class DeckKeeper(DeckCatalogue decks, OwnDecks own, IServerDeckStore store)
{
    public async Task<InteractionResponse> ExportAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        string typed = use.Options.Text("deck") ?? "";
        string format = use.Options.Text("format") ?? "native";
        // As it is stored, where that is asked for: comments and all.
        if (format == "native" && await own.FindAsync(use, typed, cancellation) is OwnDeck.Found stored)
            return Exported(stored.Version.Deck.Title, $"{stored.Version.Deck.Id}.yaml", stored.Version.Yaml);
        if (await decks.FindAsync(use.Guild, typed, cancellation) is not { Deck: var deck })
            return Reply.Privately(QuizReplies.UnknownDeck(typed, (await decks.ListAsync(use.Guild, cancellation)).Select(known => known.Title)));
        var (kind, ending) = format switch
        {
            "csv" => (DeckExportFormat.Csv, "csv"),
            "anki" => (DeckExportFormat.Anki, "txt"),
            "json" => (DeckExportFormat.Json, "json"),
            _ => (DeckExportFormat.Native, "yaml"),
        };
        return Exported(deck.Title, $"{deck.Id}.{ending}", DeckExport.Write(deck, kind));
    }

    public async Task<InteractionResponse> CheckAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        string typed = use.Options.Text("deck") ?? "";
        if (await own.FindAsync(use, typed, cancellation) is OwnDeck.Found { Reading.Deck: null } unusable)
            return Reply.Privately(CheckMessages.Unusable(unusable.Version.Deck.Title, unusable.Reading.Problems));
        return await decks.FindAsync(use.Guild, typed, cancellation) is { Deck: var deck }
            ? Reply.Privately(CheckMessages.Checked(deck, DeckCheck.Traps(deck), DeckCheck.Measure(deck)))
            : Reply.Privately(QuizReplies.UnknownDeck(typed, (await decks.ListAsync(use.Guild, cancellation)).Select(known => known.Title)));
    }

    /// <summary>Asks whether a deck is to be removed.</summary>
    public async Task<InteractionResponse> AskRemovalAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        string typed = use.Options.Text("deck") ?? "";
        return await own.FindAsync(use, typed, cancellation) switch
        {
            OwnDeck.Found found => Reply.Privately(DeckAdminMessages.AskRemoval(found.Version.Deck)),
            var other => Reply.Privately(DeckAdminMessages.Refusal(other, typed)),
        };
    }

    public async Task<InteractionResponse> RemoveAsync(ButtonPressed press, string deck) =>
        await store.RemoveAsync(OwnDecks.ServerOf(press), new DeckId(deck), OwnDecks.ActorOf(press)) is DeckSaving.Saved
            ? Said(DeckAdminMessages.Removed(deck))
            : Said(BrowseMessages.DeckGone);

    public async Task<InteractionResponse> RestoreAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        string typed = use.Options.Text("deck") ?? "";
        var removed = (await own.ListAsync(use, removed: true, cancellation))
            .FirstOrDefault(deck => new DeckListing(deck.Id, deck.Title, deck.Subject).IsCalled(typed.Trim()));
        if (removed is null)
            return Reply.Privately(DeckAdminMessages.NothingToRestore(typed));
        return Reply.Privately(await store.RestoreAsync(removed.Server, removed.Id, OwnDecks.ActorOf(use)) switch
        {
            DeckSaving.Saved => DeckAdminMessages.Restored(removed.Title),
            DeckSaving.Gone => DeckAdminMessages.NothingToRestore(typed),
            var refused => DeckAdminMessages.Refusal(refused),
        });
    }

    /// <summary>Asks whether the last change of a deck is to be taken back.</summary>
    public async Task<InteractionResponse> AskUndoAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        string typed = use.Options.Text("deck") ?? "";
        if (await own.FindAsync(use, typed, cancellation) is not OwnDeck.Found { Version.Deck: var deck })
            return Reply.Privately(DeckAdminMessages.Refusal(await own.FindAsync(use, typed, cancellation), typed));
        return await store.ReadEarlierAsync(deck.Server, deck.Id, cancellation) is { Deck: var earlier }
            ? Reply.Privately(DeckAdminMessages.AskUndo(deck, earlier))
            : Reply.Privately(DeckAdminMessages.NoEarlierVersion);
    }

    public async Task<InteractionResponse> UndoAsync(ButtonPressed press, ComponentId.UndoDeck undo, CancellationToken cancellation)
    {
        var deck = new DeckId(undo.Deck);
        if (await store.ReadEarlierAsync(OwnDecks.ServerOf(press), deck, cancellation) is not { } earlier)
            return Said(DeckAdminMessages.NoEarlierVersion);
        var version = new NewDeckVersion(
            new DeckAddress(deck, earlier.Deck.Server), undo.Revision, earlier.Deck.Title, earlier.Deck.Subject, earlier.Yaml, DeckChangeKind.Undo);
        var saving = await store.SaveAsync(version, OwnDecks.ActorOf(press));
        return Said(saving is DeckSaving.Saved ? DeckAdminMessages.Undone(earlier.Deck.Title) : DeckAdminMessages.Refusal(saving));
    }

    private static InteractionResponse Exported(string title, string name, string text) =>
        Reply.Privately(DeckAdminMessages.Exported(title, new FileUpload(name, Encoding.UTF8.GetBytes(text))));

    private static InteractionResponse Said(string text) => Reply.InPlace(new MessageContent { Text = text });
}
