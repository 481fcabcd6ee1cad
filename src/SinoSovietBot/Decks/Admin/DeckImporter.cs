using System.Collections.Immutable;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks.Admin;

/// <summary>
/// <c>/deck-admin import</c>: reads an upload, shows what it would do, and does it once it is confirmed. What waits is in the database, so a restart in
/// between loses nothing. Thread-safe.
/// </summary>
internal sealed class DeckImporter(
    IDiscordApi api, OwnDecks own, IWaitingStore waiting, IAnkiPackages packages) : IDisposable
{
    // One after the other: a package may unpack to a hundred megabytes, and quizzes are running beside it.
    private readonly SemaphoreSlim oneAtATime = new(1);

    public async Task<InteractionResponse> ImportAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        if (use.Options.File("file") is not { } file)
            return Reply.Privately(ImportMessages.NoFile);
        int limit = Limit(file.FileName);
        if (file.Size > limit)
            return Reply.Privately(ImportMessages.TooLarge(file.Size, limit));
        var target = await TargetAsync(use, cancellation);
        if (target.Refusal is { } refusal)
            return Reply.Privately(refusal);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var content = await api.DownloadAttachmentAsync(file, limit, cancellation);
            return Reply.Privately(await ShowAsync(use, new ImportFile(file.FileName, content), target, cancellation));
        }
        catch (AttachmentRefusedException exception)
        {
            return Reply.Privately(ImportMessages.NotRead(exception.Message));
        }
        catch (HttpRequestException)
        {
            return Reply.Privately(ImportMessages.NotReached);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>The press of Confirm.</summary>
    public async Task<InteractionResponse> ConfirmAsync(ButtonPressed press, WaitingId id, CancellationToken cancellation)
    {
        if (await waiting.ImportAsync(id, press.Id.CreatedAt, cancellation) is not { } import || import.Deck.Server != OwnDecks.ServerOf(press))
            return Said(DeckAdminMessages.Expired);
        if (import.By.Member.Value != press.User.Id.Value)
            return Reply.Privately(DeckAdminMessages.SomebodyElses);
        if (import.IsConfirmed)
            return Said(ImportMessages.ConfirmedBefore);
        if (DeckCatalogue.Read(import.Deck.Deck, import.Yaml).Deck is not { } imported)
            return Said(DeckAdminMessages.Expired);
        var existing = await own.ReadAsync(press, import.Deck.Deck, cancellation);
        if (existing is OwnDeck.Removed removed)
            return Said(DeckAdminMessages.InTheBin(removed.Deck.Title, removed.Deck.Id));
        var found = existing as OwnDeck.Found;
        var after = Merged(found, imported, import.Mode);
        if ((found?.Revision ?? 0) != import.Base)
            return await ShowAgainAsync(press, import, found, after);
        var saving = await waiting.FinishImportAsync(id, Version(import.Deck, import.Base, after), OwnDecks.ActorOf(press));
        return saving switch
        {
            DeckSaving.Saved saved => Reply.InPlace(
                ImportMessages.Confirmed(after.Title, after.Id, saved.Revision, DeckChanges.Between(found?.Reading.Deck, after))),
            DeckSaving.SavedBefore => Said(ImportMessages.ConfirmedBefore),
            // Somebody was faster by a moment; what they did is there to be read now.
            DeckSaving.Overtaken => await ConfirmAsync(press, id, cancellation),
            _ => Said(DeckAdminMessages.Refusal(saving)),
        };
    }

    public async Task<InteractionResponse> CancelAsync(ButtonPressed press, WaitingId id, CancellationToken cancellation)
    {
        if (await waiting.ImportAsync(id, press.Id.CreatedAt, cancellation) is not { } import || import.Deck.Server != OwnDecks.ServerOf(press))
            return Said(DeckAdminMessages.Expired);
        if (import.By.Member.Value != press.User.Id.Value)
            return Reply.Privately(DeckAdminMessages.SomebodyElses);
        if (import.IsConfirmed)
            return Said(ImportMessages.ConfirmedBefore);
        await waiting.DropImportAsync(id);
        return Said(ImportMessages.Cancelled);
    }

    public void Dispose() => oneAtATime.Dispose();

    private static int Limit(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() is ".APKG" or ".COLPKG"
        ? ImportLimits.PackageBytes
        : ImportLimits.TextBytes;

    private static InteractionResponse Said(string text) => Reply.InPlace(new MessageContent { Text = text });

    /// <summary>What the deck option says.</summary>
    private async Task<Target> TargetAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        if (use.Options.Text("deck") is not { } typed || typed.Trim().Length == 0)
            return new Target();
        switch (await own.FindAsync(use, typed, cancellation))
        {
            case OwnDeck.Found found:
                return new Target { Id = found.Version.Deck.Id, Title = found.Version.Deck.Title, Existing = found };
            case OwnDeck.Unknown:
                // Typed as an id it is one; typed as a title it is both.
                return NewDeckId.Of(typed) is not { } id
                    ? new Target { Refusal = ImportMessages.NoId(typed) }
                    : new Target { Id = id, Title = id.Value == typed.Trim() ? null : Text.Cut(Text.OneLine(typed), DeckLimits.TitleLength) };
            case var other:
                return new Target { Refusal = DeckAdminMessages.Refusal(other, typed) };
        }
    }

    private async Task<MessageContent> ShowAsync(SlashCommandUsed use, ImportFile file, Target target, CancellationToken cancellation)
    {
        var reading = Read(file, target);
        if (target.Id is null && reading.Deck is { } byItself)
        {
            // The file says which deck it is.
            switch (await own.FindAsync(use, byItself.Id.Value, cancellation))
            {
                case OwnDeck.Found found:
                    target = target with { Existing = found };
                    reading = Read(file, target);
                    break;
                case OwnDeck.Unknown:
                    break;
                case var other:
                    return new MessageContent { Text = DeckAdminMessages.Refusal(other, byItself.Id.Value) };
            }
        }

        if (reading.Deck is not { } read)
            return ImportMessages.Unusable(file.Name, reading.Rejected, reading.Notes);
        var imported = target.Id is { } id ? read with { Id = id } : read;
        if (target.Existing is null && (await own.ListAsync(use, removed: false, cancellation)).Length >= ServerDeckLimits.Decks)
            return new MessageContent { Text = DeckAdminMessages.TooManyDecks };
        var mode = use.Options.Text("mode") == "replace" ? ImportMode.Replace : ImportMode.Update;
        var after = Merged(target.Existing, imported, mode);
        // What is stored has to be read again tomorrow, so it is read today.
        var faults = Faults(after);
        if (!faults.IsEmpty)
            return ImportMessages.Unusable(file.Name, [.. reading.Rejected, .. faults], reading.Notes);
        var preview = Preview(target.Existing, after, mode) with
        {
            From = (file.Name, reading.Format), Rejected = reading.Rejected, Notes = reading.Notes,
        };
        if (preview.Changes.IsEmpty)
            return ImportMessages.Preview(preview, import: null);
        var held = new WaitingImport(
            new WaitingId(use.Id.Value),
            OwnDecks.ActorOf(use),
            new DeckAddress(imported.Id, OwnDecks.ServerOf(use)),
            target.Existing?.Revision ?? 0,
            mode,
            DeckExport.Write(imported, DeckExportFormat.Native));
        await waiting.HoldAsync(held);
        return ImportMessages.Preview(preview, held.Id);
    }

    private async Task<InteractionResponse> ShowAgainAsync(ButtonPressed press, WaitingImport import, OwnDeck.Found? found, Deck after)
    {
        var held = import with { Id = new WaitingId(press.Id.Value), By = OwnDecks.ActorOf(press), Base = found?.Revision ?? 0 };
        await waiting.HoldAsync(held);
        await waiting.DropImportAsync(import.Id);
        return Reply.InPlace(ImportMessages.Preview(Preview(found, after, import.Mode), held.Id, again: true));
    }

    private ImportReading Read(ImportFile file, Target target)
    {
        var asked = new ImportTarget(target.Id?.Value, target.Title ?? target.Existing?.Version.Deck.Title, target.Existing?.Reading.Deck);
        var reading = DeckImport.Read(file, asked, packages);
        // It says that the file has an id of its own, which is kept; here the id that was asked for wins.
        return reading.Deck is { } deck && target.Id is { } id && deck.Id != id
            ? DeckImport.Read(file, asked with { Id = null }, packages)
            : reading;
    }

    private static ShownImport Preview(OwnDeck.Found? existing, Deck after, ImportMode mode) => new()
    {
        Title = after.Title,
        Deck = after.Id,
        IsNew = existing is null,
        Mode = mode,
        Changes = DeckChanges.Between(existing?.Reading.Deck, after),
    };

    private static Deck Merged(OwnDeck.Found? existing, Deck imported, ImportMode mode) =>
        mode == ImportMode.Update && existing?.Reading.Deck is { } before ? DeckMerge.Update(before, imported) : imported;

    private static ImmutableArray<DeckProblem> Faults(Deck after)
    {
        var reading = DeckCatalogue.Read(after.Id, DeckExport.Write(after, DeckExportFormat.Native));
        return reading.Deck is not null ? [] : [.. reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)];
    }

    private static NewDeckVersion Version(DeckAddress address, int before, Deck after) => new(
        address, before, after.Title, after.Subject, DeckExport.Write(after, DeckExportFormat.Native), DeckChangeKind.Import);

    /// <summary>What an import is for.</summary>
    private sealed record Target
    {
        /// <summary>Null where the file says.</summary>
        public DeckId? Id { get; init; }

        public string? Title { get; init; }

        public OwnDeck.Found? Existing { get; init; }

        public string? Refusal { get; init; }
    }
}
