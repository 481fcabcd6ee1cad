using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Leaderboard;

/// <summary><c>/leaderboard</c> and the buttons that turn its pages.</summary>
internal sealed class LeaderboardCommands(ILeaderboardStore store, DeckCatalogue decks, IOptions<LeaderboardOptions> options) : ICommand, IButtons
{
    private const LeaderboardPeriod DefaultPeriod = LeaderboardPeriod.Week;

    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public static CommandDeclaration Command { get; } = new("leaderboard", "Who leads on this server")
    {
        Options =
        [
            new OptionDeclaration("period", "Since when (this week)", OptionKind.Text)
            {
                Choices =
                [
                    new Suggestion("Today", "today"), new Suggestion("This week", "week"), new Suggestion("This month", "month"),
                    new Suggestion("All time", "all"),
                ],
            },
            new OptionDeclaration("deck", "Only this deck (all decks)", OptionKind.Text) { Suggested = true, MaxLength = 100 },
        ],
    };

    public string Name => Command.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        if (use.Guild is null)
            return Reply.Privately(CommonMessages.OnlyInServers);
        string? typed = use.Options.Text("deck");
        KnownDeck? deck = null;
        if (typed is not null && (deck = await decks.FindAsync(use.Guild, typed, cancellation)) is null)
            return Reply.Privately(Quiz.QuizReplies.UnknownDeck(typed, (await decks.ListAsync(use.Guild, cancellation)).Select(known => known.Title)));
        var period = use.Options.Text("period") is { } word ? Period(word) : DefaultPeriod;
        return Reply.Privately(await PageAsync(use, new ComponentId.Board(period, deck?.Deck.Id.Value, 0), cancellation));
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        asked.Option == "deck" ? DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation)) : [];

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.Board board && press.Guild is not null ? TurnAsync(press, board, cancellation) : null;

    private async Task<InteractionResponse> TurnAsync(ButtonPressed press, ComponentId.Board board, CancellationToken cancellation) =>
        Reply.InPlace(await PageAsync(press, board, cancellation));

    private async Task<MessageContent> PageAsync(Interaction interaction, ComponentId.Board asked, CancellationToken cancellation)
    {
        // The day is taken at the moment of asking, so a page turned after midnight shows the new day; on Discord's clock, by which the rounds close.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(interaction.Id.CreatedAt, zone).DateTime);
        DeckAddress? deck = null;
        string? title = null;
        if (asked.Deck is { } id)
            (deck, title) = await decks.NameAsync(interaction.Guild, new DeckId(id), cancellation);
        var board = new Board(new ServerId(interaction.Guild!.Value.Value), deck, LeaderboardWindow.Of(asked.Period, today));
        var page = await store.PageAsync(board, asked.Page, interaction.Member(), cancellation);
        return LeaderboardMessages.Page(page, asked with { Page = page.Page }, title ?? asked.Deck);
    }

    private static LeaderboardPeriod Period(string word) => word switch
    {
        "today" => LeaderboardPeriod.Today,
        "month" => LeaderboardPeriod.Month,
        "all" => LeaderboardPeriod.All,
        _ => LeaderboardPeriod.Week,
    };
}
