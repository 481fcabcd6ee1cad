using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Revision.Statistics;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision.Exams;

public sealed class ExamForecastTests
{
    private static readonly ReviewPace Pace = new(12, false);

    [Fact]
    public void TheSameStateGivesTheSameForecast()
    {
        var learner = Revised(days: 10).Deck;
        var (one, other) = (Forecast(learner, 60), Forecast(learner, 60));

        Assert.Equal((one.IfContinued.Recall, one.Plan, one.IfPlanned.Recall), (other.IfContinued.Recall, other.Plan, other.IfPlanned.Recall));
    }

    [Fact]
    public void WhoGoesOnRemembersMoreThanWhoStops()
    {
        var forecast = Forecast(Revised(days: 5).Deck, 60);

        Assert.True(forecast.IfContinued.Recall > forecast.IfStopped + 0.1, $"{forecast.IfContinued.Recall} and {forecast.IfStopped}");
        Assert.Equal(60, forecast.DaysLeft);
        Assert.Equal(60, forecast.IfContinued.ReviewsByDay.Length);
    }

    [Fact]
    public void ANewLearnerWhoStopsRemembersNothing()
    {
        var forecast = Forecast(new ALearner(ALearner.DeckOf(40)).Deck, 30);

        Assert.Equal(0, forecast.IfStopped);
        Assert.Equal(40, forecast.New);
        Assert.Equal((int)Math.Ceiling(40.0 / 23), forecast.NewPerDayNeeded);
        Assert.InRange(forecast.IfContinued.Recall, 0.85, 1);
    }

    [Fact]
    public void WhatIsWantedIsReachedByTheCheapestPlanThatReachesIt()
    {
        var learner = new ALearner(ALearner.DeckOf(100)).Set(deck => deck with { Settings = deck.Settings with { NewPerDay = 1, Retention = 0.8 } }).Deck;
        var forecast = Forecast(learner, 60, wanted: 0.9);

        Assert.False(forecast.IsOnCourse);
        Assert.True(forecast.IsReachable);
        Assert.True(forecast.Plan.NewPerDay > 1);
        Assert.True(forecast.MinutesIfPlanned > forecast.MinutesIfContinued);
        Assert.Equal(Pace.Minutes(forecast.IfPlanned.ReviewsPerDay), forecast.MinutesIfPlanned);
    }

    [Fact]
    public void WhatCannotBeReachedIsSaid()
    {
        var forecast = Forecast(new ALearner(ALearner.DeckOf(300)).Deck, 1, wanted: 0.99);

        Assert.False(forecast.IsReachable);
        Assert.True(forecast.IfPlanned.Recall >= forecast.IfContinued.Recall);
        Assert.Equal(300, forecast.NewPerDayNeeded);
    }

    [Fact]
    public void WhoIsOnCourseIsLeftInPeace()
    {
        var learner = Revised(days: 15).Deck;
        var forecast = Forecast(learner, 40, wanted: 0.5);

        Assert.True(forecast.IsOnCourse);
        Assert.Equal(StudyPlan.Of(learner.Settings), forecast.Plan);
    }

    [Fact]
    public void SuspendedItemsAreNotPlanned()
    {
        var learner = new ALearner(ALearner.DeckOf(10));
        learner.Set(deck => deck with { Memories = [.. deck.Items.Items.Select(item => new ItemMemory { Item = item.Id, IsSuspended = true })] });
        var forecast = Forecast(learner.Deck, 20);

        Assert.Equal((0, 0, 0.0), (forecast.New, forecast.NewPerDayNeeded, forecast.IfContinued.ReviewsPerDay));
    }

    [Fact]
    public void TheDaysLimitsHold()
    {
        var learner = new ALearner(ALearner.DeckOf(200)).Set(deck => deck with { Settings = deck.Settings with { NewPerDay = 5, ReviewsPerDay = 10 } }).Deck;
        var plan = StudyPlan.Of(learner.Settings);
        var outcome = Forecast(learner, 30).IfContinued;

        // A forgotten item is graded twice.
        Assert.All(outcome.ReviewsByDay, reviews => Assert.InRange(reviews, 0, 2 * (plan.NewPerDay + plan.ReviewsPerDay)));
        Assert.Equal(200 - (5 * 30), outcome.Unseen, 0.5);
    }

    // The same days, once played by the rules with drawn answers and once foreseen.
    [Fact]
    public void WhatIsForeseenComesTrue()
    {
        const int days = 60;
        var exam = DateOnly.FromDateTime(ALearner.Morning.DateTime).AddDays(days);
        double foreseen = Forecast(new ALearner(ALearner.DeckOf(60)).Deck, days).IfContinued.Recall;
        double played = Enumerable.Range(0, 6).Average(seed => RecallAfterPlaying(exam, days, new Random(seed)));

        Assert.Equal(played, foreseen, 0.03);
    }

    private static double RecallAfterPlaying(DateOnly exam, int days, Random random)
    {
        var learner = new ALearner(ALearner.DeckOf(60));
        for (int day = 0; day < days; day++)
        {
            learner.At(ALearner.Morning.AddDays(day)).Set(deck => deck with { Exam = exam, Recent = [] });
            learner.Begin(count: 50).Play(item => random.NextDouble() < Chance(learner.Deck, item) ? Grade.Good : Grade.Again);
        }

        return learner.Deck.Items.Items.Average(item => RevisionRules.Recall(learner.Deck.MemoryOf(item), exam));
    }

    private static double Chance(LearnerDeck deck, RevisionItem item) =>
        deck.MemoryOf(item) is { IsNew: false } memory ? RevisionRules.Recall(memory, deck.Today) : 0.76;

    private static ALearner Revised(int days)
    {
        var learner = new ALearner(ALearner.DeckOf(40));
        for (int day = 0; day < days; day++)
            learner.At(ALearner.Morning.AddDays(day)).Set(deck => deck with { Recent = [] }).Begin(count: 50).Play(_ => Grade.Good);
        return learner.Set(deck => deck with { Recent = [] }).Later(TimeSpan.FromDays(1));
    }

    private static ExamForecast Forecast(LearnerDeck learner, int days, double wanted = Exam.DefaultRecall) =>
        ExamForecast.Of(learner, new Exam(learner.Today.AddDays(days), wanted), Pace);
}
