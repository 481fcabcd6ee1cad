using System.Collections.Immutable;
using CsCheck;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Questions;

public sealed class QuestionChooserTests
{
    // Up to 40 questions on up to 8 cards; each names up to two enemies.
    private static readonly Gen<Deck> Decks = Gen
        .Select(Gen.Int[0, 7], Gen.Bool, Gen.Int[1, 3], Gen.Int[0, 39].Array[0, 2])
        .Array[0, 40]
        .Select(rows => DeckOf([.. rows.Select((row, index) => QuestionOf(index, row.Item1, row.Item2, row.Item3, row.Item4))]));

    private static readonly Gen<Deck> PeacefulDecks =
        Decks.Select(deck => deck with { Questions = [.. deck.Questions.Select(question => question with { Enemies = [] })] });

    [Fact]
    public void NoTwoAreEnemiesAndNoneComesTwice() => Gen.Select(Decks, Gen.Int[0, 45], Gen.Int).Sample((deck, count, seed) =>
    {
        var chosen = Choose(deck, count, seed);

        Assert.True(chosen.Length <= count);
        Assert.Distinct(chosen.Select(question => question.Id));
        Assert.DoesNotContain(chosen, question => chosen.Any(other => AreEnemies(question, other)));
    });

    [Fact]
    public void FewerComeOnlyWhenNoOtherGoesWithThem() => Gen.Select(Decks, Gen.Int[0, 45], Gen.Int).Sample((deck, count, seed) =>
    {
        var chosen = Choose(deck, count, seed);

        if (chosen.Length < count)
            Assert.All(deck.Questions.Except(chosen), left => Assert.Contains(chosen, question => AreEnemies(question, left)));
    });

    [Fact]
    public void WithoutEnemiesAllThatAreAskedForCome() => Gen.Select(PeacefulDecks, Gen.Int[0, 45], Gen.Int).Sample((deck, count, seed) =>
        Choose(deck, count, seed).Length == Math.Min(count, deck.Questions.Length));

    [Fact]
    public void NoCardComesAgainBeforeTheOthersHadTheirTurn() => Gen.Select(PeacefulDecks, Gen.Int[1, 40], Gen.Int).Sample((deck, count, seed) =>
    {
        var chosen = Choose(deck, count, seed).CountBy(question => question.Card).ToDictionary();
        var offered = deck.Questions.CountBy(question => question.Card).ToDictionary();
        var most = chosen.Values.DefaultIfEmpty(0).Max();

        Assert.All(offered, card => Assert.True(chosen.GetValueOrDefault(card.Key) >= Math.Min(card.Value, most - 1)));
    });

    [Fact]
    public void HardAndEasyOnesAreSpread() => Gen.Select(Decks, Gen.Int[1, 40], Gen.Int).Sample((deck, count, seed) =>
    {
        var difficulties = Choose(deck, count, seed).Select(question => question.Difficulty).ToList();
        var excess = 0.0;
        foreach (var difficulty in difficulties)
        {
            excess += difficulty - difficulties.Average();
            Assert.InRange(excess, -2, 2);
        }
    });

    [Fact]
    public void TheKindsComeAsTheyAreOnOffer()
    {
        var deck = DeckOf([.. Enumerable.Range(0, 40).Select(index => QuestionOf(index, index / 5, isChoice: index % 2 == 0, 1, []))]);

        for (var seed = 0; seed < 50; seed++)
            Assert.InRange(Choose(deck, 10, seed).Count(question => question.Kind == QuestionKind.Choice), 4, 6);
    }

    [Fact]
    public void TheSameCardDoesNotComeTwiceInARowWhereItCanBeHelped()
    {
        var deck = DeckOf([.. Enumerable.Range(0, 12).Select(index => QuestionOf(index, index / 3, isChoice: true, 2, []))]);

        for (var seed = 0; seed < 50; seed++)
        {
            var chosen = Choose(deck, 8, seed);
            Assert.DoesNotContain(chosen.Zip(chosen.Skip(1)), pair => pair.First.Card == pair.Second.Card);
        }
    }

    [Fact]
    public void OneQuestionWithManyEnemiesDoesNotShutThemOut()
    {
        var others = Enumerable.Range(1, 3).Select(index => QuestionOf(index, index, isChoice: true, 1, []));
        var deck = DeckOf([QuestionOf(0, 0, isChoice: true, 1, [1, 2, 3]), .. others]);

        for (var seed = 0; seed < 50; seed++)
            Assert.Equal(3, Choose(deck, 3, seed).Length);
    }

    [Fact]
    public void TheSameSeedGivesTheSameChoice() => Gen.Select(Decks, Gen.Int[0, 40], Gen.Int).Sample((deck, count, seed) =>
        Assert.Equal(Choose(deck, count, seed), Choose(deck, count, seed)));

    [Fact]
    public void EveryQuestionHasItsTurn()
    {
        var deck = DeckOf([.. Enumerable.Range(0, 12).Select(index => QuestionOf(index, index / 4, isChoice: true, 1 + (index % 3), []))]);

        var seen = Enumerable.Range(0, 200).SelectMany(seed => Choose(deck, 2, seed)).Select(question => question.Id);

        Assert.Equal(12, seen.Distinct().Count());
    }

    [Fact]
    public void ATopicLimitsTheChoice()
    {
        var deck = DeckOf([.. Enumerable.Range(0, 16).Select(index => QuestionOf(index, index / 2, isChoice: true, 1, []))]);

        Assert.All(Choose(deck, 20, 1, "TOPIC 1"), question => Assert.Equal("topic 1", TopicOf(deck, question)));
        Assert.Equal(8, Choose(deck, 20, 1, "topic 1").Length);
        Assert.Empty(Choose(deck, 20, 1, "no such topic"));
    }

    [Fact]
    public void NoQuestionComesAgainBeforeTheBagIsEmpty() => Gen.Select(PeacefulDecks, Gen.Int[1, 10], Gen.Int).Sample((deck, count, seed) =>
    {
        var history = ClassHistory.Empty;
        var random = new Random(seed);
        var sinceFull = new HashSet<QuestionId>();
        for (var quiz = 0; quiz < 12; quiz++)
        {
            var request = new QuestionRequest(count) { History = history };
            var chosen = QuestionChooser.Choose(deck, request, random);
            foreach (var question in chosen.OrderBy(question => request.History.BagOf(question.Id)))
            {
                if (!sinceFull.Add(question.Id))
                {
                    Assert.Equal(deck.Questions.Length, sinceFull.Count);
                    sinceFull = [question.Id];
                }

                history = new ClassHistory(history.Questions.SetItem(question.Id, new QuestionHistory(request.History.NextBagOf(question.Id), 0, 0)));
            }
        }
    });

    [Fact]
    public void AKindThatIsUsedUpPutsNothingOfAnotherBackIntoTheBag()
    {
        var deck = DeckOf([.. Enumerable.Range(0, 8).Select(index => QuestionOf(index, index, isChoice: index < 6, 1, []))]);
        var history = ClassHistory.Empty;
        foreach (var index in (int[])[0, 1, 2, 6, 7, 6, 7])
            history = new ClassHistory(history.Questions.SetItem(new($"q-{index}"), new QuestionHistory(history.NextBagOf(new($"q-{index}")), 0, 0)));

        var chosen = QuestionChooser.Choose(deck, new QuestionRequest(3) { History = history }, new Random(1));

        Assert.Equal(["q-3", "q-4", "q-5"], chosen.Select(question => question.Id.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatAClassGetsWrongComesMoreOften()
    {
        var questions = Enumerable.Range(0, 40).Select(index => QuestionOf(index, index / 5, isChoice: true, 1, []) with { Points = [new($"p-{index / 2}")] });
        var deck = DeckOf([.. questions]);
        // Of each pair about a point one has been asked; the class fails on the first ten points and knows the others.
        var met = Enumerable.Range(0, 20).Select(point => KeyValuePair.Create(new QuestionId($"q-{point * 2}"), new QuestionHistory(1, 20, point < 10 ? 2 : 19)));
        var request = new QuestionRequest(5) { History = new ClassHistory(met.ToImmutableDictionary()) };

        var chosen = Enumerable.Range(0, 200).SelectMany(seed => QuestionChooser.Choose(deck, request, new Random(seed))).ToList();

        Assert.All(chosen, question => Assert.Equal(0, request.History.BagOf(question.Id)));
        var failed = chosen.Count(question => int.Parse(question.Points[0].Value.AsSpan(2), null) < 10);
        Assert.InRange((double)failed / chosen.Count, 0.65, 1);
    }

    [Fact]
    public void OnlyTheKindsAskedForCome()
    {
        var deck = DeckOf([.. Enumerable.Range(0, 16).Select(index => QuestionOf(index, index / 2, isChoice: index % 2 == 0, 1, []))]);

        var chosen = QuestionChooser.Choose(deck, new QuestionRequest(20) { Kinds = [QuestionKind.TrueFalse] }, new Random(1));

        Assert.Equal(8, chosen.Length);
        Assert.All(chosen, question => Assert.Equal(QuestionKind.TrueFalse, question.Kind));
    }

    [Fact]
    public void WhatHasToBeTypedComesOnlyWhereItCanBe()
    {
        var typed = QuestionOf(0, 0, isChoice: true, 1, []) with { Kind = QuestionKind.Typed };

        Assert.Empty(QuestionChooser.Choose(DeckOf([typed]), new QuestionRequest(1), new Random(1)));
        Assert.Single(QuestionChooser.Choose(DeckOf([typed]), new QuestionRequest(1) { WithTyped = true }, new Random(1)));
    }

    [Fact]
    public void GeneratedQuestionsFillUpOnlyWhatAuthoredOnesLeaveAndOnOtherPoints()
    {
        var deck = RepositoryDecks.All().First(deck => deck.Questions.Length > 100);
        var few = deck with { Questions = [.. deck.Questions.Take(3).Select(question => question with { Enemies = [] })] };
        var tested = few.Questions.SelectMany(question => question.Points).ToHashSet();

        Assert.DoesNotContain(Choose(deck, 50, 1), question => question.IsGenerated);
        var chosen = Choose(few, 10, 1);
        Assert.Equal(10, chosen.Length);
        Assert.Equal(3, chosen.Count(question => !question.IsGenerated));
        Assert.DoesNotContain(chosen, question => question.IsGenerated && question.Points.Any(tested.Contains));
    }

    private static ImmutableArray<Question> Choose(Deck deck, int count, int seed, string? topic = null) =>
        QuestionChooser.Choose(deck, new QuestionRequest(count) { Topic = topic }, new Random(seed));

    private static bool AreEnemies(Question one, Question other) => one.Enemies.Contains(other.Id) || other.Enemies.Contains(one.Id);

    private static string TopicOf(Deck deck, Question question) => deck.Cards.Single(card => card.Id == question.Card).Topic;

    private static Deck DeckOf(ImmutableArray<Question> questions)
    {
        var cards = Enumerable.Range(0, 8)
            .Select(index => new Card { Id = new($"card-{index}"), Topic = $"topic {index % 2}", Front = "F", Points = [] });
        return DeckSamples.Deck() with { Cards = [.. cards], Questions = questions };
    }

    private static Question QuestionOf(int index, int card, bool isChoice, int difficulty, int[] enemies) => new()
    {
        Id = new($"q-{index}"),
        Kind = isChoice ? QuestionKind.Choice : QuestionKind.TrueFalse,
        Card = new($"card-{card}"),
        Points = [],
        Prompt = "?",
        Answer = "a",
        Distractors = [],
        Explanation = "e",
        Difficulty = difficulty,
        Enemies = [.. enemies.Where(enemy => enemy != index).Select(enemy => new QuestionId($"q-{enemy}"))],
    };
}
