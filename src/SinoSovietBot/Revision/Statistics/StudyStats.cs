using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Pictures;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Statistics;

namespace SinoSovietBot.Revision.Statistics;

/// <summary><c>/study stats</c>.</summary>
internal sealed class StudyStats(Learners learners, IReviewLog log, IExamStore exams, StudyDecks choice, DeckCatalogue decks) : IStudyPart
{
    public static SubcommandDeclaration Declaration { get; } = new("stats", "How your revision of a deck goes, as a picture and in words")
    {
        Options =
        [
            new OptionDeclaration("deck", "Which deck (the one you revised last)", OptionKind.Text) { Suggested = true, MaxLength = 100 },
            new OptionDeclaration("period", "Reviews, time and retention of which days (30 days)", OptionKind.Text)
            {
                Choices = [new Suggestion("7 days", "7d"), new Suggestion("30 days", "30d"), new Suggestion("All time", "all")],
            },
        ],
    };

    public string Name => Declaration.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        var (deck, refusal) = await choice.FindAsync(use, use.Options.Text("deck"), cancellation);
        if (deck is null)
            return Reply.Privately(refusal!);
        var learner = await learners.ReadAsync(use, deck, null, cancellation);
        var reviews = await log.ReviewsAsync(learner.Member, deck.Address, DateTimeOffset.UnixEpoch, cancellation);
        if (reviews.IsEmpty)
            return Reply.Privately(StatsMessages.NothingYet(deck.Deck.Title, learner.Items.Items.Length));
        var revised = await DaysAsync(learner, deck, reviews, cancellation);
        var stats = DeckStatistics.Of(learner, reviews, revised, Period(use.Options.Text("period")));
        var server = use.Server();
        var (own, ofClass) = await exams.ExamsAsync(learner.Member, deck.Address, server, cancellation);
        byte[] picture = StatsPicture.Draw(StatsMessages.PictureText(deck.Deck.Title, stats), stats);
        return Reply.Privately(StatsMessages.Stats(deck.Deck.Title, stats, ShownExam.Of(own, ofClass, learner.Today), picture));
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        asked.Option == "deck" ? DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation)) : [];

    // A streak is of whoever revises, whatever the deck.
    private async Task<List<DateOnly>> DaysAsync(LearnerDeck learner, KnownDeck deck, ImmutableArray<Review> reviews, CancellationToken cancellation)
    {
        var days = reviews.Select(review => review.Day).ToList();
        foreach (var other in await log.DecksAsync(learner.Member, cancellation))
        {
            if (other != deck.Address)
            {
                var more = await log.ReviewsAsync(learner.Member, other, DateTimeOffset.UnixEpoch, cancellation);
                days.AddRange(more.Select(review => review.Day));
            }
        }

        return days;
    }

    private static StatisticsPeriod Period(string? word) => word switch
    {
        "7d" => StatisticsPeriod.Week,
        "all" => StatisticsPeriod.All,
        _ => StatisticsPeriod.Month,
    };
}
