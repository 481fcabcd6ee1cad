using CsCheck;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public sealed class RevisionQueueTests
{
    [Fact]
    public void ANewLearnerBeginsWithTheFirstCards() =>
        Assert.Equal(["card:c0", "card:c1", "card:c2"], new ALearner().Begin(count: 3).Play(_ => Grade.Good).Select(item => item.Value));

    [Fact]
    public void NewCardsEndAtTheLimitOfTheDay()
    {
        var learner = new ALearner().Set(deck => deck with { Settings = deck.Settings with { NewPerDay = 4 } }).Begin();

        Assert.Equal(4, learner.Play(_ => Grade.Good).Length);
        Assert.Equal(WhyNothing.NewLimit, learner.Begin().Why);
        Assert.Equal(WhyNothing.NewLimit, learner.Begin(RevisionMode.New).Why);
        Assert.Equal(4, learner.At(ALearner.Morning.AddDays(1)).Begin(RevisionMode.New).Play(_ => Grade.Good).Length);
    }

    [Fact]
    public void WhatIsDueComesBeforeWhatIsNew()
    {
        var learner = new ALearner().Begin(count: 2);
        learner.Play(_ => Grade.Good);
        var shown = learner.At(ALearner.Morning.AddDays(10)).Begin(count: 3).Play(_ => Grade.Good);

        Assert.Equal(["card:c0", "card:c1"], shown.Take(2).Select(item => item.Value).Order());
        Assert.Equal("card:c2", shown[2].Value);
    }

    [Fact]
    public void ReviewsEndAtTheLimitOfTheDay()
    {
        var learner = new ALearner().Set(deck => deck with { Settings = deck.Settings with { NewPerDay = 20, ReviewsPerDay = 10 } }).Begin(count: 20);
        learner.Play(_ => Grade.Good);
        learner.At(ALearner.Morning.AddDays(30)).Set(deck => deck with { Settings = deck.Settings with { NewPerDay = 0 } });

        Assert.Equal(10, learner.Begin(count: 50).Play(_ => Grade.Good).Length);
        Assert.Equal(WhyNothing.ReviewLimit, learner.Begin().Why);
        Assert.Equal(0, RevisionQueue.LeftToday(learner.Deck));
    }

    [Fact]
    public void AForgottenCardComesBackWithinTheSession()
    {
        var learner = new ALearner().Begin(count: 2);
        learner.Grade(Grade.Again);
        learner.Grade(Grade.Good);

        Assert.Equal("card:c0", learner.Shown.Shown.Value);
        learner.Grade(Grade.Good);
        Assert.Equal(WhyNothing.Finished, learner.Why);
    }

    [Fact]
    public void AStepThatIsDueComesBeforeEverythingElse()
    {
        var learner = new ALearner().Begin();
        learner.Grade(Grade.Again);
        learner.Later(TimeSpan.FromMinutes(11));
        learner.Grade(Grade.Good);

        Assert.Equal("card:c0", learner.Shown.Shown.Value);
    }

    [Fact]
    public void ASessionEndsAfterItsCountAndTheNextOneGoesOn()
    {
        var learner = new ALearner().Begin(count: 3);
        learner.Play(_ => Grade.Good);

        Assert.Equal(WhyNothing.Finished, learner.Why);
        Assert.Equal("card:c3", learner.Begin().Shown.Shown.Value);
    }

    [Fact]
    public void OnlyTheTopicComes()
    {
        var shown = new ALearner().Begin(count: 50, topic: "B").Play(_ => Grade.Good);

        Assert.Equal(["card:c2", "card:c5", "card:c8", "card:c11", "card:c14", "card:c17"], shown.Select(item => item.Value));
    }

    [Fact]
    public void ATopicThatIsGoneHasNothing() => Assert.Equal(WhyNothing.NoItems, new ALearner().Begin(topic: "Gone").Why);

    [Fact]
    public void RelatedCardsDoNotComeOnOneDay()
    {
        var learner = new ALearner(ALearner.DeckOf(3, ALearner.Cluster(same: false, "c0-1", "c1-1"))).Begin();

        Assert.Equal(["card:c0", "card:c2"], learner.Play(_ => Grade.Good).Select(item => item.Value));
        Assert.Equal(WhyNothing.RelatedToday, learner.Begin().Why);
        Assert.Equal("card:c1", learner.At(ALearner.Morning.AddDays(1)).Begin().Shown.Shown.Value);
    }

    [Fact]
    public void NothingIsDueOnceEverythingIsLearned()
    {
        var learner = new ALearner(ALearner.DeckOf(2)).Begin();
        learner.Play(_ => Grade.Easy);
        var nothing = Assert.IsType<NextItem.Nothing>(learner.Begin().Next);

        Assert.Equal(WhyNothing.NothingDue, nothing.Why);
        Assert.Equal(learner.Deck.Memories.Min(memory => learner.Deck.Calendar.StartOf(memory.DueOn!.Value)), nothing.NextDue);
        Assert.Equal(WhyNothing.NothingNew, learner.Begin(RevisionMode.New).Why);
        Assert.Equal(WhyNothing.NothingMissed, learner.Begin(RevisionMode.Missed).Why);
        Assert.Equal(WhyNothing.NothingWeak, learner.Begin(RevisionMode.Weak).Why);
    }

    [Fact]
    public void MissedShowsWhatWasForgottenUntilItIsRememberedOnAnotherDay()
    {
        var learner = new ALearner().Begin(count: 4);
        learner.Play(item => item.Id.Value == "card:c1" && learner.Memory.IsNew ? Grade.Again : Grade.Good);

        Assert.Equal("card:c1", learner.Begin(RevisionMode.Missed).Shown.Shown.Value);
        learner.At(ALearner.Morning.AddDays(3)).Begin(RevisionMode.Missed).Play(_ => Grade.Good);
        Assert.Equal(WhyNothing.NothingMissed, learner.Begin(RevisionMode.Missed).Why);
    }

    [Fact]
    public void MissedShowsWhatAClassQuizFound()
    {
        var learner = new ALearner().Set(deck => deck with { QuizMisses = [new ItemId("card:c7"), new ItemId("question:of-c7")] });

        Assert.Equal(["card:c7"], learner.Begin(RevisionMode.Missed).Play(_ => Grade.Good).Select(item => item.Value));
    }

    [Fact]
    public void WeakShowsTheShakiestFirst()
    {
        var learner = new ALearner().Begin(count: 3);
        learner.Play(item => item.Id.Value switch { "card:c0" => Grade.Good, "card:c1" => Grade.Easy, _ => learner.Memory.IsNew ? Grade.Hard : Grade.Good });
        var weakest = learner.Deck.Memories.OrderBy(memory => memory.State.Memory!.Value.Stability).Select(memory => memory.Item.Value);

        Assert.Equal(weakest, learner.At(ALearner.Morning.AddDays(1)).Begin(RevisionMode.Weak, count: 3).Play(_ => Grade.Good).Select(item => item.Value));
    }

    [Fact]
    public void CrammingLeavesTheScheduleAloneAndRepeatsWhatWasForgotten()
    {
        var learner = new ALearner().Begin(RevisionMode.Cram, count: 5);
        var first = learner.Shown.Shown;
        learner.Grade(Grade.Again);
        var rest = learner.Play(_ => Grade.Good);

        Assert.Empty(learner.Deck.Memories);
        Assert.Equal(5, rest.Length);
        Assert.Equal(first, rest[^1]);
        Assert.Equal(WhyNothing.Finished, learner.Why);
        Assert.Equal(0, RevisionQueue.NewToday(learner.Deck));
    }

    [Fact]
    public void CrammingMixesTheDeckAnewEachTime()
    {
        var learner = new ALearner();

        Assert.NotEqual(
            learner.Begin(RevisionMode.Cram, count: 20).Play(_ => Grade.Good).AsEnumerable(),
            learner.Begin(RevisionMode.Cram, count: 20).Play(_ => Grade.Good));
    }

    [Fact]
    public void ADeckWhollySuspendedSaysSo()
    {
        var learner = new ALearner(ALearner.DeckOf(1)).Begin();
        learner.Take(RevisionRules.Suspend(learner.Deck, learner.Session));

        Assert.Equal(WhyNothing.AllSuspended, learner.Why);
        Assert.Null(((NextItem.Nothing)learner.Next).NextDue);
    }

    [Fact]
    public void OfThingsThatAnEditHasJoinedTheLastReviewCounts()
    {
        var learner = new ALearner(ALearner.DeckOf(2)).Begin();
        learner.Grade(Grade.Again);
        learner.Grade(Grade.Easy);
        var joined = learner.Deck with { Items = DeckItems.Of(ALearner.DeckOf(2, ALearner.Cluster(same: true, "c0-1", "c1-1")), RevisionStyle.Cards) };
        joined = joined with { Memories = joined.Memories };

        Assert.Equal("card:c1", joined.MemoryOf(joined.Items.Items[0]).Item.Value);
    }

    [Fact]
    public void WhatIsSaidToBeLeftIsWhatComes()
    {
        var deck = RepositoryDecks.All().First(found => found.Id.Value == "sino-soviet-relations");
        var learner = new ALearner(deck, RevisionStyle.Questions);
        for (int day = 0; day < 20; day++)
        {
            int left = RevisionQueue.LeftToday(learner.At(ALearner.Morning.AddDays(day)).Deck);
            Assert.Equal(left, learner.Begin(count: 50).Play(_ => Grade.Good).Length);
        }
    }

    [Fact]
    public void EverySessionEndsWithinItsCountAndTheLimits() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 50], Gen.Int[0, 20], Gen.Int[1, 4].Array[1, 40], Gen.Enum<RevisionMode>()).Sample((cards, count, limit, grades, mode) =>
        {
            var learner = new ALearner(ALearner.DeckOf(cards)).Set(deck => deck with { Settings = deck.Settings with { NewPerDay = limit } });
            int presses = 0;
            Grade Next() => presses < 400 ? (Grade)grades[presses++ % grades.Length] : Grade.Easy;
            for (int day = 0; day < 4; day++)
            {
                var shown = learner.At(ALearner.Morning.AddDays(day)).Begin(mode, count).Play(_ => Next());
                Assert.True(shown.Distinct().Count() <= count);
                Assert.True(mode == RevisionMode.Cram || RevisionQueue.NewToday(learner.Deck) <= limit);
                presses = 0;
            }
        });
}
