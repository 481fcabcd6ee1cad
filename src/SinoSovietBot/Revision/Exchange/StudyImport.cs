using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exchange;

namespace SinoSovietBot.Revision.Exchange;

/// <summary>
/// <c>/study import</c>: takes in the reviews of an Anki package. It asks nothing beforehand, because it takes nothing away, and done twice it changes
/// nothing the second time. Thread-safe.
/// </summary>
internal sealed class StudyImport(IDiscordApi api, StudyDecks decks, Learners learners, IReviewLog log, IAnkiPackages packages) : IStudyPart, IDisposable
{
    /// <summary>Reviews that are written together, roughly: an item is never divided.</summary>
    public const int WrittenTogether = 1_000;

    // As for decks: a package may unpack to a hundred megabytes.
    private readonly SemaphoreSlim oneAtATime = new(1);

    public static SubcommandDeclaration Declaration { get; } = new("import", "Bring your reviews from Anki, where its cards are those of a deck")
    {
        Options =
        [
            new OptionDeclaration("file", "An Anki package (.apkg), exported with scheduling information", OptionKind.File) { Required = true },
            new OptionDeclaration("deck", "Which deck holds the cards", OptionKind.Text) { Required = true, Suggested = true, MaxLength = 100 },
        ],
    };

    public string Name => Declaration.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        if (use.Options.File("file") is not { } file || Path.GetExtension(file.FileName).ToUpperInvariant() is not (".APKG" or ".COLPKG"))
            return Reply.Privately(ExchangeMessages.NoPackage);
        if (file.Size > ImportLimits.PackageBytes)
            return Reply.Privately(ExchangeMessages.TooLarge(file.Size));
        var (deck, refusal) = await decks.FindAsync(use, use.Options.Text("deck"), cancellation);
        if (deck is null)
            return Reply.Privately(refusal!);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            return Reply.Privately(await ImportAsync(use, file, deck, cancellation));
        }
        catch (AttachmentRefusedException exception)
        {
            return Reply.Privately(ExchangeMessages.NotRead(exception.Message));
        }
        catch (HttpRequestException)
        {
            return Reply.Privately(ExchangeMessages.NotReached);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        asked.Option == "deck" ? DeckSuggestions.Decks(await decks.Catalogue.SearchAsync(asked.Guild, asked.Typed, cancellation)) : [];

    public void Dispose() => oneAtATime.Dispose();

    private async Task<string> ImportAsync(SlashCommandUsed use, Attachment file, KnownDeck deck, CancellationToken cancellation)
    {
        var content = await api.DownloadAttachmentAsync(file, ImportLimits.PackageBytes, cancellation);
        var reading = packages.ReadLog(content, file.FileName);
        if (reading.Log is not { } anki)
            return ExchangeMessages.NotRead(reading.Fault ?? "");
        var cards = await learners.ReadAsync(use, deck, RevisionStyle.Cards, cancellation);
        var questions = await learners.ReadAsync(use, deck, RevisionStyle.Questions, cancellation);
        var own = await log.ReviewsAsync(cards.Member, deck.Address, DateTimeOffset.UnixEpoch, cancellation);
        var import = AnkiHistory.Of(anki, cards, questions, own);
        if (import.New > AnkiHistory.MaxNewReviews)
            return ExchangeMessages.TooManyReviews(import.New);
        int added = await WriteAsync(cards.Member, deck.Address, import);
        return ExchangeMessages.Imported(deck.Deck.Title, import, added, cards.Settings.Style);
    }

    // Bit by bit, so that the answers of a quiz are written in between. A crash leaves some items as if they had not been in the file.
    private async Task<int> WriteAsync(MemberId member, DeckAddress deck, HistoryImport import)
    {
        int added = 0;
        var together = new List<ItemHistory>();
        foreach (var item in import.Items)
        {
            together.Add(item);
            if (together.Sum(one => one.Reviews.Length) < WrittenTogether)
                continue;
            added += await WriteAsync(member, deck, together);
            together.Clear();
        }

        return together.Count == 0 ? added : added + await WriteAsync(member, deck, together);
    }

    private Task<int> WriteAsync(MemberId member, DeckAddress deck, List<ItemHistory> together) =>
        log.ImportAsync(member, deck, [.. together.SelectMany(item => item.Reviews)], [.. together.Select(item => item.Memory)]);
}
