using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary><c>/study history</c> and <c>/study suspended</c>.</summary>
public class StudyListsTests
{
    private static readonly DeckAddress Small = new DeckId("small");

    [Fact]
    public async Task WithoutASessionHistorySaysHowToBegin()
    {
        await using var school = new StudySchool();

        Assert.Contains("`/card` begins one", await school.SayAsync("history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionsAreShownNewestFirstWithWhatWasRemembered()
    {
        await using var school = new StudySchool();
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Again, Grade.Good);
        school.Time.Advance(TimeSpan.FromHours(1));
        await school.ReviseAsync("small", RevisionStyle.Questions, "War", Grade.Good);
        string[] lines = [.. (await school.SayAsync("history")).Split('\n').Where(line => line.StartsWith("<t:", StringComparison.Ordinal))];

        Assert.Equal(2, lines.Length);
        Assert.EndsWith("**A small deck** · War · due · 1 of 1 remembered", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("**A small deck** · due · 1 of 2 remembered", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task HistoryHasPagesAndOfOneDeckOnlyItsOwn()
    {
        await using var school = new StudySchool(DeckText.Small(), DeckText.Mixed());
        for (int session = 0; session < 12; session++)
        {
            await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Again);
            school.Time.Advance(TimeSpan.FromDays(1));
        }

        await school.ReviseAsync("mixed", RevisionStyle.Cards, null, Grade.Good);
        var first = DeckSchool.ContentOf(await school.RunAsync("history"));
        var second = await school.PressAsync(first, "Next");

        Assert.Equal(10, Sessions(first));
        Assert.Equal(3, Sessions(DeckSchool.ContentOf(second)));
        Assert.Contains("Page 2", DeckSchool.TextOf(second), StringComparison.Ordinal);
        Assert.Equal(10, Sessions(DeckSchool.ContentOf(await school.PressAsync(DeckSchool.ContentOf(second), "Previous"))));
        Assert.Equal(1, Sessions(DeckSchool.ContentOf(await school.RunAsync("history", ("deck", "mixed")))));
        Assert.Contains("I have no deck called", await school.SayAsync("history", ("deck", "nowhere")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasMissedInASessionIsRevised()
    {
        await using var school = new StudySchool();
        await school.ReviseAsync("small", RevisionStyle.Questions, "Peace", Grade.Again);
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Good);
        var history = DeckSchool.ContentOf(await school.RunAsync("history"));

        Assert.IsType<InteractionResponse.Reply>(await school.ChooseAsync(history, "A small deck · Peace"));
        Assert.Equal((Small, "Peace", RevisionMode.Missed, RevisionStyle.Questions), Assert.Single(school.Opened.All));
    }

    [Fact]
    public async Task AnothersSessionIsNotRevised()
    {
        await using var school = new StudySchool();
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Again);
        var history = DeckSchool.ContentOf(await school.RunAsync("history"));
        school.Member = new MemberId(99);

        Assert.Contains("do not know that session", DeckSchool.TextOf(await school.ChooseAsync(history, "A small deck")), StringComparison.Ordinal);
        Assert.Contains("no sessions yet", await school.SayAsync("history"), StringComparison.Ordinal);
        Assert.Empty(school.Opened.All);
    }

    [Fact]
    public async Task WithoutADeckTheLastOneIsMeant()
    {
        await using var school = new StudySchool(DeckText.Small(), DeckText.Mixed());

        Assert.Contains("say which one", await school.SayAsync("suspended"), StringComparison.Ordinal);
        await school.ReviseAsync("mixed");
        Assert.Contains("Nothing of **A mixed deck** is suspended", await school.SayAsync("suspended"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSuspendedSaysWhyAndIsBroughtBack()
    {
        await using var school = new StudySchool();
        await school.RememberAsync(Small, Suspended("card:war", lapses: 8), Suspended("question:q-peace-1", lapses: 1), Suspended("card:gone", lapses: 0));
        var shown = DeckSchool.ContentOf(await school.RunAsync("suspended", ("deck", "small")));
        string text = shown.Embeds[0].Description!;

        Assert.Equal(2, text.Split('\n').Length);
        Assert.Contains("The war · forgotten 8 times", text, StringComparison.Ordinal);
        Assert.Contains("What does q-peace-1 ask? · by yourself", text, StringComparison.Ordinal);

        string after = DeckSchool.TextOf(await school.ChooseAsync(shown, "The war"));
        Assert.Contains("One is back", after, StringComparison.Ordinal);
        Assert.DoesNotContain("The war ·", after, StringComparison.Ordinal);
        Assert.Contains("Nothing of", DeckSchool.TextOf(await school.ChooseAsync(shown, "The war", "What does")), StringComparison.Ordinal);
        var record = await school.Storage.Revision.RecordAsync(StudySchool.Ann, Small, null, Given.Morning, TestContext.Current.CancellationToken);
        Assert.Equal(["card:gone"], record.Memories.Where(memory => memory.IsSuspended).Select(memory => memory.Item.Value));
    }

    [Fact]
    public async Task AMenuHoldsTwentyFiveAndTheRestHasPages()
    {
        await using var school = new StudySchool(DeckText.Many(60));
        await school.RememberAsync(new DeckId("many"), [.. Enumerable.Range(0, 60).Select(number => Suspended($"card:card-{number}", lapses: 8))]);
        var first = DeckSchool.ContentOf(await school.RunAsync("suspended", ("deck", "many")));
        var second = DeckSchool.ContentOf(await school.PressAsync(first, "Next"));
        var third = DeckSchool.ContentOf(await school.PressAsync(second, "Next"));

        Assert.Equal([25, 25, 10], new[] { first, second, third }.Select(page => page.Embeds[0].Description!.Split('\n').Length));
        // The last page is brought back whole: what is left fills two.
        var labels = third.Rows[0].Components.OfType<StringSelect>().Single().Options.Select(option => option.Label).ToArray();
        Assert.Contains("Page 2 of 2", DeckSchool.TextOf(await school.ChooseAsync(third, labels)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeckOfAServerIsShownOnlyThere()
    {
        await using var school = new StudySchool();
        await school.ReviseAsync();
        var there = new DeckAddress(new DeckId("ours"), new ServerId(Given.Guild.Value));
        var settings = await school.Storage.Revision.SettingsAsync(StudySchool.Ann, TestContext.Current.CancellationToken);
        await school.Storage.Revision.SaveSettingsAsync(StudySchool.Ann, settings with { LastDeck = there });
        Assert.Contains("not here any more", await school.SayAsync("suspended"), StringComparison.Ordinal);
        school.Guild = null;
        Assert.Contains("belongs to another server", await school.SayAsync("suspended"), StringComparison.Ordinal);
    }

    private static int Sessions(MessageContent page) => page.Embeds[0].Description!.Split('\n').Length;

    private static ItemMemory Suspended(string item, int lapses) => new()
    {
        Item = new ItemId(item),
        State = new CardState { Phase = CardPhase.Review, Memory = new Memory(1, 5), Reviews = 20, Lapses = lapses },
        ReviewedAt = Given.Morning,
        ReviewedOn = new DateOnly(2026, 3, 2),
        FailedOn = new DateOnly(2026, 3, 2),
        DueOn = new DateOnly(2026, 3, 3),
        IsSuspended = true,
    };
}
