using System.Collections.Immutable;
using CsCheck;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exchange;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public class AnkiHistoryTests
{
    private const long Day = 86_400_000;

    private static readonly AnkiNoteType Basic = new("Basic", false, ["Front", "Back"], 1);

    private static readonly long Start = new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static readonly Gen<ImmutableArray<AnkiReview>> Logs = Gen.Select(Gen.Int[0, 3], Gen.Long[0, 300 * Day], Gen.Int[0, 5], Gen.Int[0, 5])
        .Select((note, at, ease, type) => new AnkiReview(note, 0, Start + at, ease, type, 2500, 4000))
        .Array[0, 40]
        .Select(reviews => reviews.DistinctBy(review => (review.Note, review.At)).ToImmutableArray());

    [Fact]
    public void TheSameAnswersGiveTheSameMemoryAsHere()
    {
        var learner = new ALearner(ALearner.DeckOf(4)).Begin(count: 1);
        var at = ALearner.Morning;
        var grades = new[] { Grade.Again, Grade.Good, Grade.Good, Grade.Again, Grade.Hard, Grade.Easy };
        var log = ImmutableArray.CreateBuilder<AnkiReview>();
        foreach (var grade in grades)
        {
            learner.At(at).Begin(count: 1);
            var review = learner.Grade(grade).Review!;
            log.Add(new AnkiReview(0, 0, review.At.ToUnixTimeMilliseconds(), (int)grade, 1, 2500, 5000));
            at = review.After.DueAt ?? learner.Deck.Calendar.StartOf(review.After.DueOn!.Value).AddHours(6);
        }

        var expected = learner.Deck.MemoryOf(learner.Deck.Items.Items[0]);
        var import = Import([Note("x", "Front c0")], log.ToImmutable(), now: at);

        Assert.Equal(expected, Assert.Single(import.Items).Memory);
        Assert.Equal(grades, import.Items[0].Reviews.Select(review => review.Grade));
        Assert.All(import.Items[0].Reviews, review => Assert.Equal(ReviewKind.Imported, review.Kind));
    }

    [Fact]
    public void ALogThatWasTakenInAddsNothingASecondTime() => Logs.Sample(log =>
    {
        var notes = Notes();
        var first = Import(notes, log);
        var own = first.Items.SelectMany(item => item.Reviews).OrderBy(review => review.At).ToImmutableArray();
        var again = Import(notes, log, [.. first.Items.Select(item => item.Memory)], own);

        Assert.Empty(again.Items);
        Assert.Equal(first.New, again.Known);
        Assert.Equal(first.Matched, again.Matched);
    });

    [Fact]
    public void ALogInTwoPartsGivesTheSameAsInOne() => Gen.Select(Logs, Gen.Int[0, 40]).Sample((log, cut) =>
    {
        var notes = Notes();
        var whole = Import(notes, log);
        var first = Import(notes, [.. log.Where((_, index) => index >= cut)]);
        var own = first.Items.SelectMany(item => item.Reviews).ToImmutableArray();
        var second = Import(notes, log, [.. first.Items.Select(item => item.Memory)], own);
        var memories = first.Items.Concat(second.Items).GroupBy(item => item.Memory.Item).ToDictionary(group => group.Key, group => group.Last().Memory);

        Assert.Equal(whole.New, first.New + second.New);
        Assert.All(whole.Items, item => Assert.Equal(item.Memory, memories[item.Memory.Item]));
    });

    [Fact]
    public void WhateverStandsInALogTheMemoryIsOneThatCanBeStored() =>
        Gen.Select(Gen.Int[0, 3], Gen.Long, Gen.Long[-1, 6], Gen.Long[-1, 6], Gen.Long, Gen.Long)
            .Select((note, at, ease, type, factor, took) => new AnkiReview(note, 0, at, ease, type, factor, took))
            .Array[0, 20]
            .Sample(log =>
            {
                foreach (var item in Import(Notes(), [.. log]).Items)
                {
                    Assert.NotEqual(CardPhase.New, item.Memory.State.Phase);
                    Assert.True(item.Memory.DueAt is null != (item.Memory.DueOn is null));
                    Assert.All(item.Reviews, review => Assert.InRange(review.Took, TimeSpan.Zero, RevisionLimits.LongestAnswer));
                    Assert.Equal(item.Reviews.Length, item.Reviews.Select(review => review.At).Distinct().Count());
                }
            });

    [Theory]
    [InlineData(0, 1, 2500)]
    [InlineData(5, 1, 2500)]
    [InlineData(3, AnkiReviewType.Manual, 2500)]
    [InlineData(3, AnkiReviewType.Rescheduled, 2500)]
    [InlineData(3, AnkiReviewType.Filtered, 0)]
    public void WhatIsNoAnswerIsLeftOut(long ease, long type, long factor) =>
        Assert.Empty(Import(Notes(), [new AnkiReview(0, 0, Start, ease, type, factor, 1)]).Items);

    [Theory]
    [InlineData(0)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void WhatHappenedBeforeAnkiOrHasNotHappenedYetIsLeftOut(long at)
    {
        var import = Import(Notes(), [new AnkiReview(0, 0, at, 3, 1, 2500, 1), new AnkiReview(0, 0, Start + (999 * Day), 3, 1, 2500, 1)]);

        Assert.Empty(import.Items);
        Assert.Equal(0, import.Matched);
    }

    [Fact]
    public void ANoteIsKnownByItsGuidElseByItsFront()
    {
        var deck = ALearner.DeckOf(3);
        var byGuid = ImportIds.WithHash("k;A\"9");
        deck = deck with { Cards = [.. deck.Cards, ALearner.CardOf(byGuid, "A", "guid-1")] };
        var notes = new[]
        {
            Note("k;A\"9", "Reworded in Anki"), Note("zz", " <b>front</b>  C1 "), Note("deck/card/c2", "Reworded, too"), Note("no", "Who was Zhou?"),
            Note("other/card/c0", "Something else"),
        };
        var log = notes.Select((_, index) => new AnkiReview(index, 0, Start + index, 3, 1, 2500, 1)).ToImmutableArray();

        var import = Import(notes, log, deck: deck);

        Assert.Equal([$"card:{byGuid}", "card:c1", "card:c2"], import.Items.Select(item => item.Memory.Item.Value));
        Assert.Equal((3, 2), (import.Matched, import.Unmatched));
    }

    [Fact]
    public void AnExportedQuestionIsKnownAsTheQuestion()
    {
        var deck = ALearner.DeckOf(2) with { Questions = [ALearner.QuestionOf("q1", "c0", "c0-1")] };

        var import = Import([Note("deck/question/q1", "Prompt q1?")], [new AnkiReview(0, 0, Start, 3, 1, 2500, 1)], deck: deck);

        Assert.Equal("question:q1", Assert.Single(import.Items).Memory.Item.Value);
    }

    [Fact]
    public void OfANoteWithTwoCardsTheFirstCounts()
    {
        var import = Import(Notes(), [new AnkiReview(0, 1, Start, 1, 1, 2500, 1), new AnkiReview(0, 0, Start + 1, 4, 1, 2500, 1)]);

        Assert.Equal(Grade.Easy, Assert.Single(Assert.Single(import.Items).Reviews).Grade);
    }

    [Fact]
    public void WhatWasSuspendedHereStaysSo()
    {
        var suspended = new ItemMemory { Item = new ItemId("card:c0"), IsSuspended = true };

        Assert.True(Assert.Single(Import(Notes(), [new AnkiReview(0, 0, Start, 3, 1, 2500, 1)], [suspended]).Items).Memory.IsSuspended);
    }

    [Fact]
    public void CrammingHereDoesNotMoveTheMemory()
    {
        var log = ImmutableArray.Create(new AnkiReview(0, 0, Start, 3, 1, 2500, 1));
        var plain = Import(Notes(), log).Items[0];
        var crammed = plain.Reviews[0] with { Kind = ReviewKind.Cram, At = plain.Reviews[0].At.AddDays(1), Grade = Grade.Again };

        Assert.Equal(plain.Memory, Import(Notes(), log, own: [crammed]).Items[0].Memory);
    }

    private static AnkiNote[] Notes() => [Note("a", "Front c0"), Note("b", "Front c1"), Note("c", "Front c2"), Note("d", "Nowhere")];

    private static AnkiNote Note(string key, string front) => new(key, Basic, [front, "Back"], [], null);

    private static HistoryImport Import(
        AnkiNote[] notes, ImmutableArray<AnkiReview> log, ImmutableArray<ItemMemory>? memories = null, ImmutableArray<Review>? own = null,
        Deck? deck = null, DateTimeOffset? now = null)
    {
        deck ??= ALearner.DeckOf(4);
        LearnerDeck Learner(RevisionStyle style) => new ALearner(deck, style).Deck with
        {
            Now = now ?? DateTimeOffset.FromUnixTimeMilliseconds(Start + (400 * Day)),
            Memories = memories ?? [],
            Settings = LearnerSettings.Default,
        };
        return AnkiHistory.Of(new AnkiLog([.. notes], log), Learner(RevisionStyle.Cards), Learner(RevisionStyle.Questions), own ?? []);
    }
}
