using SinoSovietBot.Discord.Model;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Tests.Support;
using static SinoSovietBot.Tests.Support.CardSchool;

namespace SinoSovietBot.Tests.Revision;

public sealed class CardCommandTests : IAsyncDisposable
{
    private CardSchool school = new();

    [Fact]
    public async Task AMemberGoesFromFrontToBackToTheNextCardAndToTheEnd()
    {
        var front = await school.CardAsync();
        Assert.Equal("\nWar · The war\nAnswer it in your head, or type it to have it marked.\nCard 1 of 2 · New · A small deck", TextOf(front));
        Assert.True(ContentOf(front).Ephemeral);
        Assert.Equal("Show answer | Type it | Hint | Stop | Suspend | Report", LabelsOf(front));

        var back = await school.PressAsync(front, "Show answer");
        Assert.Contains("- The war began in 1950.", TextOf(back), StringComparison.Ordinal);
        Assert.Equal("Again · 10 min | Good · 2 d | Suspend | Report | Stop", LabelsOf(back));

        var next = await school.PressAsync(back, "Good");
        Assert.StartsWith("Good: back in 2 days.\nPeace · The peace\n", TextOf(next), StringComparison.Ordinal);
        Assert.Contains("Card 2 of 2 · New", TextOf(next), StringComparison.Ordinal);
        Assert.Contains("Undo", LabelsOf(next), StringComparison.Ordinal);
        var peace = await school.PressAsync(next, "Show answer");
        Assert.Contains("⚠️ **Correction:** The notes say 1954; it was 1953.", TextOf(peace), StringComparison.Ordinal);

        var end = await school.PressAsync(peace, "Good");
        Assert.Contains("**2 cards:** 2 remembered, 0 forgotten.\nNothing is left for today. The next card comes <t:", TextOf(end), StringComparison.Ordinal);
        Assert.Equal("Undo | Cram", LabelsOf(end));
        Assert.Equal([Grade.Good, Grade.Good], (await school.ReviewsAsync()).Select(review => review.Grade));
        Assert.IsType<InteractionResponse.UpdateMessage>(end);
    }

    [Fact]
    public async Task WhatIsForgottenComesBackAndUndoTakesTheLastGradeBack()
    {
        var again = await school.GradeAsync(await school.CardAsync(("topic", "War")), "Again");
        Assert.StartsWith("Again: back in 10 minutes.\nWar · The war", TextOf(again), StringComparison.Ordinal);
        Assert.Contains("Card 1 of 1 · Last seen today", TextOf(again), StringComparison.Ordinal);
        var undone = await school.PressAsync(again, "Undo");
        Assert.StartsWith("Taken back.\nWar · The war", TextOf(undone), StringComparison.Ordinal);
        Assert.DoesNotContain("Undo", LabelsOf(undone), StringComparison.Ordinal);
        Assert.Empty(await school.ReviewsAsync());
        var end = await school.GradeAsync(undone, "Good");
        Assert.Contains("**1 card:** 1 remembered, 0 forgotten.", TextOf(end), StringComparison.Ordinal);
        Assert.StartsWith("Taken back.\nWar · The war", TextOf(await school.PressAsync(end, "Undo")), StringComparison.Ordinal);
        Assert.Empty(await school.ReviewsAsync());
    }

    [Fact]
    public async Task TwoPressesOnGoodCountOnce()
    {
        var back = await school.PressAsync(await school.CardAsync(), "Show answer");
        var presses = Enumerable.Range(0, 6).Select(_ => school.Press(back, "Good")).ToList();
        var shown = await Task.WhenAll(presses.Select(press => Task.Run(() => school.RunAsync(press))));
        Assert.Single(await school.ReviewsAsync());
        Assert.All(shown, response => Assert.Contains("Peace · The peace", TextOf(response), StringComparison.Ordinal));
        Assert.Single(shown, response => TextOf(response).Contains("Good: back", StringComparison.Ordinal));
        Assert.Contains("Peace · The peace", TextOf(await school.PressAsync(back, "Again")), StringComparison.Ordinal);
        Assert.Single(await school.ReviewsAsync());
    }

    [Theory]
    [InlineData("Show answer")]
    [InlineData("Type it")]
    [InlineData("Hint")]
    [InlineData("Suspend")]
    [InlineData("Report")]
    [InlineData("Stop")]
    public async Task AButtonWhoseCardHasGoneByShowsWhatIsOnScreenNow(string label)
    {
        var first = await school.CardAsync();
        await school.GradeAsync(first, "Good");
        school.Now = school.Now.AddDays(200);
        school.Restart();
        var now = await school.PressAsync(first, label);
        Assert.StartsWith("\nPeace · The peace\n", TextOf(now), StringComparison.Ordinal);
        Assert.Contains("Good · ", LabelsOf(await school.PressAsync(now, "Show answer")), StringComparison.Ordinal);
        Assert.Single(await school.ReviewsAsync());
    }

    [Fact]
    public async Task NobodyPressesTheButtonsOfAnother()
    {
        var front = await school.CardAsync();
        var form = await school.PressAsync(front, "Type it");
        var end = await school.CardAsync(("mode", "weak"));
        school.Member = new(3);
        foreach (string label in new[] { "Show answer", "Type it", "Hint", "Stop", "Suspend", "Report" })
            Assert.Equal(CardReplies.SomebodyElses, Given.TextOf(await school.PressAsync(front, label)));
        Assert.Equal(CardReplies.SomebodyElses, Given.TextOf(await school.SendAsync(form, "1950")));
        Assert.Equal(CardReplies.SomebodyElses, Given.TextOf(await school.PressAsync(end, "Cram")));
        school.Member = Ann;
        Assert.Empty(await school.ReviewsAsync());
    }

    [Fact]
    public async Task ASessionOfADatabaseThatIsGoneIsToldSo()
    {
        var front = await school.CardAsync();
        await school.DisposeAsync();
        school = new CardSchool();
        Assert.Equal(CardReplies.UnknownSession, Given.TextOf(await school.PressAsync(front, "Show answer")));
    }

    [Fact]
    public async Task ACardThatWasEditedAwayIsPassedOver()
    {
        var front = await school.CardAsync();
        string edited = DeckText.Small().Replace("id: war\n", "id: battle\n", StringComparison.Ordinal);
        school.Edit(edited.Replace("card: war", "card: battle", StringComparison.Ordinal));
        var next = await school.PressAsync(front, "Show answer");
        Assert.StartsWith(CardReplies.CardChanged, TextOf(next), StringComparison.Ordinal);
        Assert.Contains("War · The war", TextOf(next), StringComparison.Ordinal);
        Assert.Empty(await school.ReviewsAsync());
        Assert.Contains("Peace · The peace", TextOf(await school.GradeAsync(next, "Good")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeckThatWasRemovedIsToldAndWhatWasLearnedStays()
    {
        var next = await school.GradeAsync(await school.CardAsync(), "Good");
        string text = DeckText.Small();
        school.Edit(null);
        var gone = await school.PressAsync(next, "Show answer");
        Assert.StartsWith(CardReplies.DeckGone, TextOf(gone), StringComparison.Ordinal);
        Assert.Empty(ContentOf(gone).Rows);
        school.Edit(text);
        Assert.Contains("The peace held.", TextOf(await school.PressAsync(next, "Show answer")), StringComparison.Ordinal);
        Assert.Single(await school.ReviewsAsync());
    }

    [Fact]
    public async Task WhileAQuizOnTheDeckRunsNothingIsShown()
    {
        var front = await school.CardAsync();
        await school.Room.LobbyAsync(Given.Quiz() with { Deck = new Study.Decks.DeckId("small") });
        Assert.Contains("hidden until it is over", Given.TextOf(await school.CardAsync()), StringComparison.Ordinal);
        var wait = await school.PressAsync(front, "Show answer");
        Assert.Contains("hidden until it is over", TextOf(wait), StringComparison.Ordinal);
        Assert.Equal("Go on", LabelsOf(wait));
        school.Guild = new Snowflake(1);
        Assert.Contains("War · The war", TextOf(await school.PressAsync(wait, "Go on")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALeechIsSuspendedAndSaid()
    {
        await school.SetAsync(settings => settings with { Retention = 0.97 });
        string said = "";
        for (int lapse = 1; lapse <= RevisionLimits.LeechLapses; lapse++)
        {
            await school.GradeAsync(await school.CardAsync(("topic", "War")), "Good");
            school.Now = school.Now.AddDays(400);
            said = TextOf(await school.GradeAsync(await school.CardAsync(("topic", "War")), "Again"));
            school.Now = school.Now.AddMinutes(11);
        }

        Assert.StartsWith(
            "You have forgotten this card 8 times, so it is suspended: The war. `/study suspended` brings it back.", said, StringComparison.Ordinal);
        Assert.Contains("All cards here are suspended.", TextOf(await school.CardAsync(("topic", "War"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSuspendedDoesNotComeBackUnlessItIsTakenBack()
    {
        var next = await school.PressAsync(await school.CardAsync(), "Suspend");
        Assert.StartsWith("Suspended: ", TextOf(next), StringComparison.Ordinal);
        Assert.Contains("Peace · The peace", TextOf(next), StringComparison.Ordinal);
        var back = await school.PressAsync(next, "Undo");
        Assert.StartsWith("Taken back.\nWar · The war", TextOf(back), StringComparison.Ordinal);
        next = await school.PressAsync(back, "Suspend");
        var end = await school.GradeAsync(next, "Good");
        Assert.Contains("**1 card:**", TextOf(end), StringComparison.Ordinal);
        Assert.Contains("All cards here are suspended.", TextOf(await school.CardAsync(("topic", "War"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopEndsASessionWithItsSummary()
    {
        var next = await school.GradeAsync(await school.CardAsync(), "Good");
        var end = await school.PressAsync(next, "Stop");
        Assert.Contains("**1 card:** 1 remembered, 0 forgotten.\n1 card left for today.", TextOf(end), StringComparison.Ordinal);
        Assert.Equal("Undo | 10 more | Cram", LabelsOf(end));
        Assert.Contains("Peace · The peace", TextOf(await school.PressAsync(end, "10 more")), StringComparison.Ordinal);
        Assert.Contains("Nothing was graded.", TextOf(await school.PressAsync(await school.CardAsync(), "Stop")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GradedInAnotherPlaceItCountsOnceAndTheSessionGoesOn()
    {
        var here = await school.PressAsync(await school.CardAsync(), "Show answer");
        var there = await school.PressAsync(await school.CardAsync(), "Show answer");
        var thereNext = await school.PressAsync(there, "Good");
        var next = await school.PressAsync(here, "Again");
        Assert.Contains("Peace · The peace", TextOf(next), StringComparison.Ordinal);
        Assert.Single(await school.ReviewsAsync(), review => review.Shown.Value == "card:war" && review.Grade == Grade.Good);
        Assert.Contains("Peace · The peace", TextOf(thereNext), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereItIsUsedMakesNoDifference()
    {
        school.Guild = null;
        var next = await school.GradeAsync(await school.CardAsync(), "Good");
        school.Guild = Given.Guild;
        Assert.Contains("Peace · The peace", TextOf(await school.CardAsync()), StringComparison.Ordinal);
        Assert.Contains("Peace · The peace", TextOf(next), StringComparison.Ordinal);
        Assert.Equal(
            CommandContexts.Guild | CommandContexts.BotDirectMessage | CommandContexts.PrivateChannel, CardCommands.Command.Contexts);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();
}
