using CsCheck;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public sealed class RevisionRulesTests
{
    private static readonly Gen<Grade[]> Grades = Gen.Enum<Grade>().Array[1, 40];

    [Fact]
    public void AGradeDoesWhatItsButtonSays() => Grades.Sample(grades =>
    {
        var learner = new ALearner(ALearner.DeckOf(3)).Set(deck => deck with { Settings = deck.Settings with { NewPerDay = 100 } });
        foreach (var (day, grade) in grades.Index())
        {
            if (learner.At(ALearner.Morning.AddDays(day * 3)).Begin().Next is not NextItem.Show shown)
                continue;
            learner.Later(TimeSpan.FromSeconds(5));
            var said = RevisionRules.Preview(learner.Deck, shown.Item)[grade];
            var step = RevisionRules.Grade(learner.Deck, learner.Session, grade, marked: null);
            Assert.Equal(said.Card, step.Memory!.State);
            Assert.Equal(said.Days == 0 ? null : learner.Deck.Today.AddDays(said.Days), step.Memory.DueOn);
            Assert.Equal(said.Days == 0 ? learner.Deck.Now + said.Wait : null, step.Memory.DueAt);
            learner.Take(step);
        }
    });

    [Fact]
    public void ANewCardWaitsTenMinutesOrDays()
    {
        var learner = new ALearner().Begin();
        var outcomes = RevisionRules.Preview(learner.Deck, learner.Shown.Item);

        Assert.Equal(TimeSpan.FromMinutes(10), outcomes.Again.Wait);
        Assert.Equal(2, outcomes.Good.Days);
        Assert.True(outcomes.Easy.Days > outcomes.Good.Days);
    }

    [Fact]
    public void UndoPutsEverythingBack() => Grades.Sample(grades =>
    {
        var learner = new ALearner().Begin(count: 50);
        foreach (var grade in grades.Take(9))
            learner.Grade(grade);
        var (before, shown) = (learner.Deck, learner.Shown.Shown);
        var step = learner.Grade(grades[^1]);
        learner.Take(RevisionRules.Undo(learner.Deck, learner.Session)!);

        Assert.Equal(shown, learner.Shown.Shown);
        Assert.Equal(before.Recent, learner.Deck.Recent);
        Assert.Equal(step.Review!.Before, learner.Deck.MemoryOf(learner.Shown.Item));
        Assert.True(learner.Session.Position > step.After.Position);
    });

    [Fact]
    public void UndoGoesBackToTheBeginningOfTheSessionAndNoFurther()
    {
        var learner = new ALearner().Begin();
        learner.Grade(Grade.Good);
        learner.Begin();
        learner.Grade(Grade.Good);
        learner.Grade(Grade.Again);
        learner.Take(RevisionRules.Undo(learner.Deck, learner.Session)!);
        learner.Take(RevisionRules.Undo(learner.Deck, learner.Session)!);

        Assert.Equal("card:c1", learner.Shown.Shown.Value);
        Assert.Null(RevisionRules.Undo(learner.Deck, learner.Session));
    }

    [Fact]
    public void UndoTakesSuspendingBackFirst()
    {
        var learner = new ALearner().Begin();
        learner.Grade(Grade.Good);
        learner.Take(RevisionRules.Suspend(learner.Deck, learner.Session));
        Assert.Equal("card:c2", learner.Shown.Shown.Value);
        learner.Take(RevisionRules.Undo(learner.Deck, learner.Session)!);

        Assert.Equal("card:c1", learner.Shown.Shown.Value);
        Assert.False(learner.Memory.IsSuspended);
        learner.Take(RevisionRules.Undo(learner.Deck, learner.Session)!);
        Assert.Equal("card:c0", learner.Shown.Shown.Value);
    }

    [Fact]
    public void EveryChangeMovesTheSessionOn()
    {
        var learner = new ALearner().Begin();
        int position = learner.Session.Position;

        Assert.Equal(position + 1, RevisionRules.Grade(learner.Deck, learner.Session, Grade.Good, null).After.Position);
        Assert.Equal(position + 1, RevisionRules.Suspend(learner.Deck, learner.Session).After.Position);
        Assert.Equal(position + 1, RevisionRules.Skip(learner.Deck, learner.Session).After.Position);
        Assert.Equal(position + 1, RevisionRules.Stop(learner.Deck, learner.Session).After.Position);
    }

    [Fact]
    public void ACardForgottenEightTimesIsSuspendedAndAgainAfterFourMore()
    {
        var learner = new ALearner(ALearner.DeckOf(1));
        var leeches = new List<int>();
        var now = ALearner.Morning;
        while (leeches.Count < 2)
        {
            now = now.AddDays(40);
            learner.At(now).Begin();
            var first = learner.Grade(learner.Memory.IsNew ? Grade.Good : Grade.Again);
            if (first.Leech is not null)
            {
                leeches.Add(first.Memory!.State.Lapses);
                Assert.True(first.Memory.IsSuspended);
                learner.Set(deck => deck.With(first.Memory with { IsSuspended = false })).Begin();
            }

            learner.Play(_ => Grade.Good);
        }

        Assert.Equal([8, 12], leeches);
    }

    [Fact]
    public void AnAnswerThatTookLongCountsAsAMinute()
    {
        var learner = new ALearner().Begin().Later(TimeSpan.FromHours(3));

        Assert.Equal(TimeSpan.FromMinutes(1), learner.Grade(Grade.Good).Review!.Took);
    }

    [Fact]
    public void FlyingToAnEarlierTimeZoneDoesNotTurnTimeBack()
    {
        var learner = new ALearner().Begin();
        learner.Grade(Grade.Again);
        learner.Set(deck => deck with { Calendar = new StudyCalendar(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu"), StudyCalendar.DefaultDayStart) });
        learner.Later(TimeSpan.FromMinutes(10)).Begin();

        Assert.Equal(0, learner.Grade(Grade.Good).Review!.ElapsedDays);
    }

    [Fact]
    public void OnlyTheFirstLookAfterADayTestsRetention()
    {
        var learner = new ALearner(ALearner.DeckOf(1)).Begin();
        Assert.False(learner.Grade(Grade.Good).Review!.TestsRetention);
        learner.At(ALearner.Morning.AddDays(9)).Begin();
        Assert.True(learner.Grade(Grade.Again).Review!.TestsRetention);
        Assert.False(learner.Grade(Grade.Good).Review!.TestsRetention);
        learner.Begin(RevisionMode.Cram);
        Assert.False(learner.Grade(Grade.Good).Review!.TestsRetention);
    }
}
