using System.Globalization;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Quiz;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Tests.Support;
using static SinoSovietBot.Tests.Support.CardSchool;

namespace SinoSovietBot.Tests.Revision;

public sealed class CardOpenerTests : IAsyncDisposable
{
    private readonly CardSchool school = new();

    [Fact]
    public async Task WhatIsUnknownIsToldInOneSentence()
    {
        Assert.Equal(QuizReplies.UnknownDeck("big", ["A small deck"]), Given.TextOf(await school.CardAsync(("deck", "big"))));
        Assert.Equal(QuizReplies.UnknownTopic("Love", ["War", "Peace"]), Given.TextOf(await school.CardAsync(("topic", "Love"))));
        Assert.Equal(CardReplies.CountOutOfRange(51), Given.TextOf(await school.CardAsync(("count", 51))));
        Assert.Equal(CardReplies.CountOutOfRange(0), Given.TextOf(await school.CardAsync(("count", 0))));
        await using var empty = new CardSchool("not a deck");
        Assert.Equal(QuizReplies.UnknownDeck("", []), Given.TextOf(await empty.CardAsync()));
    }

    [Fact]
    public async Task ATopicAndADeckAreMeantWhateverTheirCase() =>
        Assert.Contains("Peace · The peace", TextOf(await school.CardAsync(("deck", "A SMALL deck"), ("topic", " peace "))), StringComparison.Ordinal);

    [Fact]
    public async Task WithoutADeckTheLastOneIsTakenAndElseAMenuAsks()
    {
        await using var two = new CardSchool(DeckText.Small(), DeckText.Mixed());
        Assert.Equal(CardReplies.TopicWithoutDeck, Given.TextOf(await two.CardAsync(("topic", "War"))));
        var menu = await two.CardAsync(("mode", "new"), ("count", 1));
        Assert.Equal("Which deck do you want to revise?", Given.TextOf(menu));
        var select = Assert.IsType<StringSelect>(Assert.Single(Assert.Single(ContentOf(menu).Rows).Components));
        Assert.Equal(["small", "mixed"], select.Options.Select(option => option.Value).OrderDescending());
        var front = await two.RunAsync(two.Mine(Given.Choice(select.CustomId, "mixed")));
        Assert.IsType<InteractionResponse.UpdateMessage>(front);
        Assert.Contains("Card 1 of 1", TextOf(front), StringComparison.Ordinal);
        Assert.Contains("Split · The split", TextOf(await two.CardAsync()), StringComparison.Ordinal);
        two.Edit(null, 1);
        Assert.Contains("War · The war", TextOf(await two.CardAsync()), StringComparison.Ordinal);
        Assert.StartsWith(CardReplies.DeckGone, TextOf(await two.RunAsync(two.Mine(Given.Choice(select.CustomId, "mixed")))), StringComparison.Ordinal);
    }

    [Fact]
    public void AMenuOffersTwentyFiveDecksAndSaysThatThereAreMore()
    {
        var decks = Enumerable.Range(0, 30).Select(number => new DeckListing(
            new DeckId(string.Create(CultureInfo.InvariantCulture, $"d{number}")), number == 0 ? "\u200B" : new string('x', 300), "History"));
        var menu = CardReplies.WhichDeck([.. decks], RevisionMode.Due, 10);
        Assert.Empty(MessageLimits.Faults(menu));
        Assert.Contains("more than fit", menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HowOneRevisesIsKeptAsOnesOwnSetting()
    {
        Assert.Contains("Card 1 of 2", TextOf(await school.CardAsync()), StringComparison.Ordinal);
        Assert.Contains("Question 1 of 3", TextOf(await school.CardAsync(("by", "questions"))), StringComparison.Ordinal);
        Assert.Contains("Question 1 of 3", TextOf(await school.CardAsync()), StringComparison.Ordinal);
        Assert.Contains("Card 1 of 2", TextOf(await school.CardAsync(("by", "cards"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewShowsOnlyNewCardsUpToTheLimitOfTheDay()
    {
        await school.SetAsync(settings => settings with { NewPerDay = 1 });
        var end = await school.GradeAsync(await school.CardAsync(("mode", "new")), "Good");
        Assert.Contains("**1 card:** 1 remembered", TextOf(end), StringComparison.Ordinal);
        var limit = await school.CardAsync(("mode", "new"));
        Assert.Contains("Today's new cards are done: 1 a day. `/study settings new-per-day` changes that.", TextOf(limit), StringComparison.Ordinal);
        Assert.Contains("The next card comes <t:", TextOf(limit), StringComparison.Ordinal);
        Assert.Equal("Cram", LabelsOf(limit));
        Assert.Contains("Today's new cards are done", TextOf(await school.CardAsync()), StringComparison.Ordinal);
        school.Now = school.Now.AddDays(1);
        Assert.Contains("Peace · The peace", TextOf(await school.CardAsync(("mode", "new"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenEverythingIsSeenTheNextTimeIsTold()
    {
        await LearnAllAsync();
        var nothing = await school.CardAsync();
        Assert.Contains("Well done: you have seen all cards here, and none comes back today.", TextOf(nothing), StringComparison.Ordinal);
        Assert.Contains("The next card comes <t:", TextOf(nothing), StringComparison.Ordinal);
        Assert.Equal("Cram", LabelsOf(nothing));
        Assert.Contains("none is new any more", TextOf(await school.CardAsync(("mode", "new"))), StringComparison.Ordinal);
        school.Now = school.Now.AddDays(10);
        Assert.Contains("Card 1 of 2 · Last seen 10 days ago", TextOf(await school.CardAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLimitOfReviewsIsNamed()
    {
        var deck = Large(cards: 12);
        await using var large = new CardSchool(deck);
        await large.SetAsync(settings => settings with { NewPerDay = 12, ReviewsPerDay = 10 });
        await RunThroughAsync(large, await large.CardAsync(("count", 12)));
        large.Now = large.Now.AddDays(100);
        await RunThroughAsync(large, await large.CardAsync(("count", 50)));
        var limit = await large.CardAsync();
        Assert.Contains("Today's reviews are done: 10 a day. `/study settings reviews-per-day` changes that.", TextOf(limit), StringComparison.Ordinal);
        Assert.Contains("Cram", LabelsOf(limit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTodayWouldGiveAwayWaits()
    {
        string related = DeckText.Small() + "\nnear-duplicates:\n  - id: nd-1\n    theme: Dates\n    points: [war-1, peace-1]\n    same: false\n";
        await using var near = new CardSchool(related);
        await near.GradeAsync(await near.CardAsync(("topic", "War")), "Good");
        var wait = await near.CardAsync();
        Assert.Contains("would be given away by what you have revised today", TextOf(wait), StringComparison.Ordinal);
        Assert.Contains("The next card comes <t:", TextOf(wait), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissedShowsWhatWasForgotten()
    {
        var nothing = await school.CardAsync(("mode", "missed"));
        Assert.Contains("you have forgotten none of these cards in the last 14 days", TextOf(nothing), StringComparison.Ordinal);
        Assert.Equal("What is due | New cards | Cram", LabelsOf(nothing));
        await school.GradeAsync(await school.CardAsync(), "Again");
        Assert.Contains("War · The war", TextOf(await school.CardAsync(("mode", "missed"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissesOfASessionAreOfferedAtItsEnd()
    {
        var next = await school.GradeAsync(await school.CardAsync(), "Again");
        var end = await school.PressAsync(await school.GradeAsync(next, "Good"), "Stop");
        Assert.Contains("1 remembered, 1 forgotten", TextOf(end), StringComparison.Ordinal);
        Assert.Equal("Undo | 10 more | Review misses | Cram", LabelsOf(end));
        Assert.Contains("War · The war", TextOf(await school.PressAsync(end, "Review misses")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeakShowsWhatIsLikeliestToBeForgotten()
    {
        Assert.Contains("No card here was learned before today", TextOf(await school.CardAsync(("mode", "weak"))), StringComparison.Ordinal);
        await LearnAllAsync();
        school.Now = school.Now.AddDays(1);
        Assert.Contains("Card 1 of 2 · Last seen yesterday", TextOf(await school.CardAsync(("mode", "weak"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CrammingLeavesTheScheduleAlone()
    {
        await LearnAllAsync();
        var back = await school.PressAsync(await school.CardAsync(("mode", "cram")), "Show answer");
        Assert.Equal("Again | Good | Suspend | Report | Stop", LabelsOf(back));
        Assert.Contains("The schedule stays as it is", TextOf(back), StringComparison.Ordinal);
        var next = await school.PressAsync(back, "Good");
        Assert.StartsWith("Good. The schedule stays as it is.", TextOf(next), StringComparison.Ordinal);
        var end = await school.GradeAsync(next, "Good");
        Assert.Contains("2 remembered, 0 forgotten. The schedule stays as it is.", TextOf(end), StringComparison.Ordinal);
        var record = await school.Store.RecordAsync(Ann, new DeckId("small"), null, school.Now, TestContext.Current.CancellationToken);
        Assert.All(record.Memories, memory => Assert.Equal(1, memory.State.Reviews));
    }

    [Fact]
    public async Task ADeckWithoutQuestionsSaysSo()
    {
        await using var none = new CardSchool(Large(cards: 1));
        var nothing = await none.CardAsync(("by", "questions"));
        Assert.Contains("There are no questions here to revise by. `/card by:cards` takes the whole cards.", TextOf(nothing), StringComparison.Ordinal);
        Assert.Empty(ContentOf(nothing).Rows);
    }

    [Fact]
    public async Task ADeckOfAServerIsRevisedThereAndNowhereElse()
    {
        await school.BringAsync("ours", DeckText.Small("ours", "Our deck"));
        var front = await school.CardAsync(("deck", "ours"));
        Assert.Contains("Our deck", TextOf(front), StringComparison.Ordinal);
        school.Guild = null;
        Assert.Equal(CardReplies.OtherServer, Given.TextOf(await school.PressAsync(front, "Show answer")));
        Assert.Contains("A small deck", TextOf(await school.CardAsync()), StringComparison.Ordinal);
        school.Guild = Given.Guild;
        Assert.Contains("The war began", TextOf(await school.PressAsync(front, "Show answer")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecksAndTopicsAreSuggested()
    {
        Assert.Equal(["small"], (await SuggestAsync("deck", "sma")).Select(choice => choice.Value));
        Assert.Equal(["Peace"], (await SuggestAsync("topic", "pea")).Select(choice => choice.Value));
        Assert.Empty(await SuggestAsync("topic", "", ("deck", "big")));
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    private async Task<IEnumerable<Suggestion>> SuggestAsync(string option, string typed, params (string, object)[] options) =>
        Assert.IsType<InteractionResponse.Suggest>(await school.RunAsync(school.Mine(Given.Typing("card", option, typed, options)))).Choices;

    private async Task LearnAllAsync() => await RunThroughAsync(school, await school.CardAsync());

    private static async Task RunThroughAsync(CardSchool school, InteractionResponse shown)
    {
        while (LabelsOf(shown).Contains("Show answer", StringComparison.Ordinal))
            shown = await school.GradeAsync(shown, "Good");
    }

    private static string Large(int cards)
    {
        string text = DeckText.Small();
        string header = text[..text.IndexOf("cards:", StringComparison.Ordinal)];
        return header + "cards:\n" + string.Concat(Enumerable.Range(0, cards).Select(number =>
            $"  - id: c{number}\n    topic: Topic\n    front: Front {number}\n    points:\n"
            + $"      - id: p{number}\n        text: Point {number} is long enough.\n"));
    }
}
