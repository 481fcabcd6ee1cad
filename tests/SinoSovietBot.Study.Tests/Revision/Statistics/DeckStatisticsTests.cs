using System.Collections.Immutable;
using CsCheck;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Revision.Statistics;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision.Statistics;

public sealed class DeckStatisticsTests
{
    private static readonly Gen<Grade[]> Grades = Gen.Enum<Grade>().Array[5, 30];

    [Fact]
    public void ANewLearnerHasEverythingBeforeThem()
    {
        var stats = Of(new ALearner(ALearner.DeckOf(20)).Deck, []);

        Assert.Equal((0, 0, 20, 0, 0), (stats.Due, stats.Learned, stats.New, stats.Suspended, stats.Reviews));
        Assert.Null(stats.Retention.Share);
        Assert.Equal(default, stats.Streak);
        Assert.All(stats.Topics, topic => Assert.Equal((0, 0.0), (topic.Learned, topic.Recall)));
        Assert.Equal(0, stats.Recall);
        Assert.All(stats.Forecast.Scheduled, items => Assert.Equal(0, items));
    }

    [Fact]
    public void EveryScheduledItemIsInTheForecastOnce() => Gen.Select(Grades, Gen.Int[1, 25], Gen.Int[0, 60]).Sample(
        (grades, days, later) =>
        {
            var (learner, log) = Played(grades, days);
            learner.Later(TimeSpan.FromDays(later)).Set(deck => deck with { Recent = [] });
            var stats = Of(learner.Deck, log);

            int scheduled = learner.Deck.Memories.Count(memory => memory is { IsNew: false, IsSuspended: false });
            Assert.Equal(scheduled, stats.Forecast.Scheduled.Sum() + stats.Forecast.Later);
            Assert.Equal(scheduled, stats.Learned);
            Assert.Equal(20, stats.Items);
            Assert.Equal(stats.Due, stats.Forecast.Scheduled[0]);
            Assert.Equal(DueForecast.Days, stats.Forecast.Expected.Length);
        },
        iter: 40);

    [Fact]
    public void TopicsHoldAllItemsAndTheirMeanIsThatOfTheDeck() => Grades.Sample(
        grades =>
        {
            var (learner, log) = Played(grades, 12);
            var stats = Of(learner.Deck, log);

            Assert.Equal(["A", "B"], stats.Topics.Select(topic => topic.Topic));
            Assert.Equal(20, stats.Topics.Sum(topic => topic.Items));
            double mean = learner.Deck.Items.Items.Average(item => RevisionRules.Recall(learner.Deck.MemoryOf(item), learner.Deck.Today));
            Assert.Equal(mean, stats.Recall, 1e-9);
        },
        iter: 20);

    [Fact]
    public void TheCalendarHoldsEveryReviewOfHalfAYear() => Grades.Sample(
        grades =>
        {
            var (learner, log) = Played(grades, 20);
            var stats = Of(learner.Deck, log);

            Assert.Equal(DayOfWeek.Monday, stats.Days.First.DayOfWeek);
            Assert.Equal(log.Length, stats.Days.Reviews.Sum());
            Assert.Equal(learner.Deck.Today, stats.Days.First.AddDays(stats.Days.Reviews.Length - 1));
            Assert.InRange(stats.Days.Reviews.Length, ((HeatMap.Weeks - 1) * 7) + 1, HeatMap.Weeks * 7);
        },
        iter: 20);

    [Fact]
    public void APeriodCountsItsDaysWithToday()
    {
        var (learner, log) = Played([Grade.Good], 12);
        int On(int days) => log.Count(review => review.Day > learner.Deck.Today.AddDays(-days));

        Assert.Equal(On(7), Of(learner.Deck, log, StatisticsPeriod.Week).Reviews);
        Assert.Equal(log.Length, Of(learner.Deck, log, StatisticsPeriod.Month).Reviews);
        Assert.Equal(log.Length, Of(learner.Deck, log).Reviews);
        Assert.True(On(7) < log.Length);
        Assert.Equal(TimeSpan.FromSeconds(5 * log.Length), Of(learner.Deck, log).Time);
    }

    [Fact]
    public void RetentionIsOfWhatCameBackAndNeedsTwentyReviews()
    {
        var (learner, log) = Played([Grade.Good, Grade.Good, Grade.Good, Grade.Again], 30);
        var tests = log.Where(review => review.TestsRetention).ToList();
        var figure = Of(learner.Deck, log).Retention;

        Assert.True(tests.Count >= RetentionFigure.Enough);
        Assert.Equal((double)tests.Count(review => review.Grade != Grade.Again) / tests.Count, figure.Share);
        Assert.Equal(learner.Deck.Settings.Retention, figure.Wanted);
        Assert.Null(new RetentionFigure(19, 19, 0.9).Share);
        Assert.Equal(0.5, new RetentionFigure(10, 20, 0.9).Share);
    }

    [Fact]
    public void CrammingCountsAsWorkAndNotAsRetention()
    {
        var learner = new ALearner(ALearner.DeckOf(5)).Begin(RevisionMode.Cram, count: 5);
        learner.Play(_ => Grade.Good);
        var stats = Of(learner.Deck, learner.Deck.Recent);

        Assert.Equal((5, 0, 0), (stats.Reviews, stats.Retention.Tested, stats.Learned));
        Assert.Equal(1, stats.Streak.Current);
    }

    [Fact]
    public void APaceIsTheMiddleOfAtLeastTwentyReviews()
    {
        var (_, log) = Played([Grade.Good], 12);

        Assert.Equal(new ReviewPace(5, true), ReviewPace.Of(log));
        Assert.Equal(new ReviewPace(ReviewPace.Usual, false), ReviewPace.Of([.. log.Take(ReviewPace.Enough - 1)]));
        Assert.Equal(2, new ReviewPace(12, false).Minutes(10));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(40, 4)]
    public void ADayIsTheDarkerTheMoreWasRevised(int reviews, int level) =>
        Assert.Equal(level, new HeatMap(new DateOnly(2026, 6, 1), [0, 40, 3]).Level(reviews));

    private static (ALearner Learner, ImmutableArray<Review> Log) Played(Grade[] grades, int days)
    {
        var learner = new ALearner(ALearner.DeckOf(20)).Set(deck => deck with { Settings = deck.Settings with { NewPerDay = 4 } });
        var log = ImmutableArray.CreateBuilder<Review>();
        int press = 0;
        for (int day = 0; day < days; day++)
        {
            learner.At(ALearner.Morning.AddDays(day)).Set(deck => deck with { Recent = [] });
            learner.Begin(count: 50).Play(_ => press++ % 40 < 20 ? grades[press % grades.Length] : Grade.Good);
            log.AddRange(learner.Deck.Recent);
        }

        return (learner, log.ToImmutable());
    }

    private static DeckStatistics Of(LearnerDeck learner, ImmutableArray<Review> log, StatisticsPeriod period = StatisticsPeriod.All) =>
        DeckStatistics.Of(learner, log, log.Select(review => review.Day), period);
}
