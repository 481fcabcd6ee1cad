using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exchange;

namespace SinoSovietBot.Revision.Exchange;

/// <summary><c>/study export</c>.</summary>
internal sealed class StudyExport(StudyDecks decks, IReviewLog log, DeckItemsCache items) : IStudyPart
{
    private const int LongestPeriod = 36_500;

    public static SubcommandDeclaration Declaration { get; } = new("export", "Your own log of reviews as a file")
    {
        Options =
        [
            new OptionDeclaration("format", "For what (csv)", OptionKind.Text)
            {
                Choices = [new Suggestion("csv: a table, for spreadsheets", "csv"), new Suggestion("json: for programs", "json")],
            },
            new OptionDeclaration("deck", "Only this deck (all decks)", OptionKind.Text) { Suggested = true, MaxLength = 100 },
            new OptionDeclaration("days", "Only the last so many days (all time)", OptionKind.Number) { Min = 1, Max = LongestPeriod },
        ],
    };

    public string Name => Declaration.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        var member = use.Member();
        ImmutableArray<DeckAddress> wanted;
        if (use.Options.Text("deck") is { } typed)
        {
            var (deck, refusal) = await decks.FindAsync(use, typed, cancellation);
            if (deck is null)
                return Reply.Privately(refusal!);
            wanted = [deck.Address];
        }
        else
        {
            wanted = await log.DecksAsync(member, cancellation);
        }

        var since = use.Options.Number("days") is { } days
            ? use.Id.CreatedAt.AddDays(-Math.Clamp(days, 1, LongestPeriod))
            : DateTimeOffset.UnixEpoch;
        bool isJson = use.Options.Text("format") == "json";
        using var export = ReviewExport.Begin(isJson ? ReviewExportFormat.Json : ReviewExportFormat.Csv, DiscordLimits.FileBytes);
        foreach (var address in wanted)
        {
            if (await log.ReviewsAsync(member, address, since, cancellation) is not { IsEmpty: false } reviews)
                continue;
            var (title, wordsOf) = await WordsAsync(use, address, cancellation);
            if (!export.Add(address, title, reviews, wordsOf))
                return Reply.Privately(ExchangeMessages.ExportTooLarge);
        }

        if (export.Count == 0)
            return Reply.Privately(ExchangeMessages.NothingToExport);
        return export.Finish() is { } content
            ? Reply.Privately(ExchangeMessages.Exported(export.Count, new FileUpload($"revision-log.{(isJson ? "json" : "csv")}", content.ToArray())))
            : Reply.Privately(ExchangeMessages.ExportTooLarge);
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        asked.Option == "deck" ? DeckSuggestions.Decks(await decks.Catalogue.SearchAsync(asked.Guild, asked.Typed, cancellation)) : [];

    // The log is the member's own wherever they are; the cards of a server's deck are not.
    private async Task<(string Title, Func<ItemId, string?> WordsOf)> WordsAsync(
        Interaction interaction, DeckAddress address, CancellationToken cancellation)
    {
        var (deck, _) = await decks.FindAsync(interaction, address, cancellation);
        return deck is null ? (address.Deck.Value, _ => null) : (deck.Deck.Title, new ItemWords(items, deck.Deck).Of);
    }
}
