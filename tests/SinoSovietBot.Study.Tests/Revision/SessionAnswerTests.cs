using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public class SessionAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AnAnswerWaitsForItsGradeAndChangesNothingElse()
    {
        var session = Opened(out var learner);
        var step = RevisionRules.Answer(learner, session, new SessionAnswer("Stalin", Verdict.Wrong));
        Assert.Equal(session with { Position = 1, Answer = new SessionAnswer("Stalin", Verdict.Wrong) }, step.After);
        Assert.Equal((null, null, null), (step.Review, step.Memory, step.Expected));
        Assert.Equal(learner, learner.After(step));
    }

    [Fact]
    public void AGradeTakesTheAnswerAwayAndUndoAsksAgain()
    {
        var session = Opened(out var learner);
        session = RevisionRules.Answer(learner, session, new SessionAnswer("Stalin", Verdict.Wrong)).After;
        var graded = RevisionRules.Grade(learner, session, Grade.Good, session.Answer!.Marked(overruled: true));
        Assert.Equal(new MarkedAnswer("Stalin", Verdict.Wrong, true), graded.Review!.Marked);
        Assert.Null(graded.After.Answer);
        var after = learner.After(graded);
        Assert.Equal(graded.Review, Assert.Single(after.Recent));
        Assert.Equal(graded.Memory, after.MemoryOf(learner.Items.Items[0]));

        var undone = RevisionRules.Undo(after, graded.After)!;
        Assert.Equal((session.Shown, null), (undone.After.Shown, undone.After.Answer));
        Assert.Empty(after.After(undone).Recent);
        Assert.True(after.After(undone).MemoryOf(learner.Items.Items[0]).IsNew);
    }

    [Fact]
    public void WhatWasWrittenFromMemoryIsNotMarked()
    {
        Assert.Null(new SessionAnswer("All I know", null).Marked(overruled: false));
        Assert.True(new SessionAnswer("All I know", null).IsFinal);
        Assert.False(new SessionAnswer("a leader", Verdict.Vague).IsFinal);
    }

    [Fact]
    public void ASessionIsAsLargeAsThereIsSomethingForIt()
    {
        var session = Opened(out var learner);
        Assert.Equal(2, RevisionQueue.Size(learner, session));
        Assert.Equal(1, RevisionQueue.Size(learner, session with { Count = 1 }));
        Assert.Equal(1, RevisionQueue.Size(learner, session with { Topic = "Peace" }));
        var graded = RevisionRules.Grade(learner, session, Grade.Again, null);
        Assert.Equal(2, RevisionQueue.Size(learner.After(graded), graded.After));
        Assert.Equal(1, RevisionQueue.Size(learner with { Settings = learner.Settings with { NewPerDay = 1 } }, session));
        Assert.Equal(2, RevisionQueue.Size(learner, session with { Mode = RevisionMode.Cram }));
        Assert.Equal(0, RevisionQueue.Size(learner, session with { Mode = RevisionMode.Weak }));
    }

    [Fact]
    public void OneShortPointIsSomethingToTypeAndALongerBackIsNot()
    {
        var deck = Deck();
        var keys = new MarkingKeys(deck);
        Assert.Equal(Verdict.Right, Marker.Mark(keys.Of(deck.Cards[0])!, "it began in 1950").Verdict);
        Assert.Null(keys.Of(deck.Cards[1]));
        var one = deck.Cards[0].Points[0];
        Assert.Null(keys.Of(deck.Cards[0] with { Points = [one with { Text = "one two three four five six seven eight nine" }] }));
        Assert.Null(keys.Of(deck.Cards[0] with { Points = [one with { Points = [one] }] }));
        Assert.Null(keys.Of(deck.Cards[0] with { Points = [one with { Text = "…" }] }));
    }

    [Fact]
    public void AnOrderThatBelongsToATextIsAlwaysTheSame()
    {
        var question = new Question
        {
            Id = new QuestionId("q"), Kind = QuestionKind.Choice, Card = new CardId("war"), Points = [new PointId("war-1")], Prompt = "?", Answer = "a",
            Distractors = [new Distractor("b", ""), new Distractor("c", ""), new Distractor("d", "")], Explanation = "", Difficulty = 1,
        };
        Assert.Equal(OptionOrder.For(question, "here").Options, OptionOrder.For(question, "here").Options);
        var orders = Enumerable.Range(0, 50).Select(session => string.Concat(OptionOrder.For(question, $"{session}").Options)).Distinct();
        Assert.InRange(orders.Count(), 10, 24);
    }

    private static RevisionSession Opened(out LearnerDeck learner)
    {
        learner = new LearnerDeck
        {
            Member = new MemberId(1), Items = DeckItems.Of(Deck(), RevisionStyle.Cards), Settings = LearnerSettings.Default,
            Calendar = LearnerSettings.Default.Calendar(TimeZoneInfo.Utc), Now = Now,
        };
        return RevisionRules.Open(learner, new RevisionSession
        {
            Id = new SessionId(7), Member = new MemberId(1), Deck = new DeckId("small"), Mode = RevisionMode.Due, Style = RevisionStyle.Cards, Count = 10,
            ShownAt = Now, StartedAt = Now,
        }).Session;
    }

    private static Deck Deck() => new()
    {
        Id = new DeckId("small"), Title = "Small", Subject = "History", Language = "en-GB", Licence = "CC", Source = "A test.", Questions = [],
        Cards = [Card("war", "War", "It began in 1950."), Card("peace", "Peace", "It came in 1953.", "It held for a long time.")],
    };

    private static Card Card(string id, string topic, params string[] points) => new()
    {
        Id = new CardId(id),
        Topic = topic,
        Front = id,
        Points = [.. points.Select((text, index) => new Point { Id = new PointId($"{id}-{index}"), Text = text })],
    };
}
