using SinoSovietBot.Discord.Model;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Tests.Support;
using static SinoSovietBot.Tests.Support.CardSchool;

namespace SinoSovietBot.Tests.Revision;

public sealed class CardQuestionTests : IAsyncDisposable
{
    private readonly CardSchool school = new(DeckText.Mixed());

    [Fact]
    public async Task AnOptionIsMarkedAndGraded()
    {
        var front = await FrontOfAsync("What does q-choice ask?");
        Assert.Equal(4, ButtonsOf(front).Count(button => button.Label[1] == ' ' && "ABCD".Contains(button.Label[0], StringComparison.Ordinal)));
        var right = await school.PressAsync(front, LabelOf(front, "Right q-choice"));
        Assert.Contains("✅ **Right.** You chose ‘Right q-choice’", TextOf(right), StringComparison.Ordinal);
        Assert.Contains("The right option of q-choice is the one that says so.", TextOf(right), StringComparison.Ordinal);
        Assert.StartsWith("Good · ", LabelsOf(right), StringComparison.Ordinal);
        await school.PressAsync(right, "Good");
        Assert.Equal(new MarkedAnswer("Right q-choice", Verdict.Right, false), (await school.ReviewsAsync("mixed"))[^1].Marked);
    }

    [Fact]
    public async Task AWrongOptionCanBeOverruled()
    {
        var front = await FrontOfAsync("What does q-choice ask?");
        var wrong = await school.PressAsync(front, LabelOf(front, "Wrong two"));
        Assert.Contains("❌ **Not right.** You chose ‘Wrong two of q-choice’", TextOf(wrong), StringComparison.Ordinal);
        Assert.StartsWith("Again · 10 min | I was right", LabelsOf(wrong), StringComparison.Ordinal);
        await school.PressAsync(wrong, "I was right");
        var review = (await school.ReviewsAsync("mixed"))[^1];
        Assert.Equal((Grade.Good, new MarkedAnswer("Wrong two of q-choice", Verdict.Wrong, true)), (review.Grade, review.Marked));
    }

    [Fact]
    public async Task OptionsStandInTheSamePlacesAfterARestart()
    {
        var front = await FrontOfAsync("What does q-choice ask?");
        school.Restart();
        var hint = await school.PressAsync(front, "Hint");
        Assert.Equal(
            ButtonsOf(front).Where(button => button.Label[1] == ' ').Select(button => button.Label),
            ButtonsOf(hint).Where(button => button.Label[1] == ' ').Select(button => button.Label));
        var struck = Assert.Single(ButtonsOf(hint), button => button.Disabled);
        Assert.DoesNotContain("Right", struck.Label, StringComparison.Ordinal);
        Assert.Contains($"~~{struck.Label[2..]}~~", TextOf(hint), StringComparison.Ordinal);
        Assert.DoesNotContain("Hint", LabelsOf(hint), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATypedAnswerIsMarked()
    {
        var front = await FrontOfAsync("Who gave the speech?");
        Assert.StartsWith("Type it | Show answer | Hint | Stop", LabelsOf(front), StringComparison.Ordinal);
        Assert.StartsWith(CardReplies.NothingTyped, TextOf(await school.TypeAsync(front, " ?! ")), StringComparison.Ordinal);
        var right = await school.TypeAsync(front, "krushchev");
        Assert.Contains("✅ **Right.** You typed ‘krushchev’", TextOf(right), StringComparison.Ordinal);
        Assert.Contains("✅ **Nikita Khrushchev**", TextOf(right), StringComparison.Ordinal);
        Assert.Contains("✅ **Right.**", TextOf(await school.PressAsync(front, "Show answer")), StringComparison.Ordinal);
        await school.PressAsync(right, "Again");
        var review = (await school.ReviewsAsync("mixed"))[^1];
        Assert.Equal((Grade.Again, Verdict.Right, "krushchev"), (review.Grade, review.Marked!.Verdict, review.Marked.Text));
    }

    [Fact]
    public async Task HintsSayMoreAndMore()
    {
        var front = await FrontOfAsync("Who gave the speech?");
        foreach (string hint in new[] { "N····· K·········", "N····· Kh········", "Nik··· Khrus·····" })
        {
            front = await school.PressAsync(front, "Hint");
            Assert.Contains($"💡 2 words: {hint}", TextOf(front), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Hint", LabelsOf(front), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListIsMarkedByItsIdeas()
    {
        var front = await FrontOfAsync("Name two reasons.");
        var partly = await school.TypeAsync(front, "trade\nthe weather");
        Assert.Contains("🟡 **Partly right.** You typed ‘trade the weather’ (1 of 2)", TextOf(partly), StringComparison.Ordinal);
        Assert.Contains("Any 2 of these", TextOf(partly), StringComparison.Ordinal);
        Assert.StartsWith("Again · 10 min | I was right", LabelsOf(partly), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVagueAnswerMayBeTriedAgain()
    {
        const string accepted = "accept: [Khrushchev]";
        await using var vague = new CardSchool(
            DeckText.Mixed().Replace(accepted, $"{accepted}\n    vague: [Soviet leader]", StringComparison.Ordinal));
        var front = await FrontOfAsync("Who gave the speech?", vague);
        var again = await vague.TypeAsync(front, "the Soviet leader");
        Assert.Contains("🟡 **Nearly.** You typed ‘the Soviet leader’ (on the way, but be more specific)", TextOf(again), StringComparison.Ordinal);
        Assert.StartsWith("Type it again | Show answer", LabelsOf(again), StringComparison.Ordinal);
        vague.Restart();
        Assert.Contains("🟡 **Nearly.**", TextOf(await vague.PressAsync(again, "Hint")), StringComparison.Ordinal);
        Assert.StartsWith("Again · 10 min | I was right", LabelsOf(await vague.PressAsync(again, "Show answer")), StringComparison.Ordinal);
        Assert.Contains("✅ **Right.**", TextOf(await vague.TypeAsync(again, "Khrushchev")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShownWithoutAnAnswerOneGradesOneself()
    {
        var back = await school.PressAsync(await FrontOfAsync("Who gave the speech?"), "Show answer");
        Assert.StartsWith("Again · 10 min | Good · ", LabelsOf(back), StringComparison.Ordinal);
        await school.PressAsync(back, "Good");
        Assert.Null((await school.ReviewsAsync("mixed"))[^1].Marked);
    }

    [Fact]
    public async Task FourButtonsStandFromWorstToBest()
    {
        await school.SetAsync(settings => settings with { FourButtons = true, Style = RevisionStyle.Questions });
        var back = await school.PressAsync(await school.CardAsync(), "Show answer");
        Assert.Matches("^Again · 10 min \\| Hard · 15 min \\| Good · [0-9]+ d \\| Easy · [0-9]+ d \\|", LabelsOf(back));
    }

    [Fact]
    public async Task WhatIsToldFromMemoryIsComparedNotMarked()
    {
        var front = await school.CardAsync(("by", "cards"));
        Assert.StartsWith("Show answer | Type it | Hint | Stop", LabelsOf(front), StringComparison.Ordinal);
        Assert.Contains("2 points:\n• Khrushchev gave …\n• The advisers …", TextOf(await school.PressAsync(front, "Hint")), StringComparison.Ordinal);
        var back = await school.TypeAsync(front, "A speech.\nAnd *advisers*.");
        Assert.Contains(@"**You wrote:** ‘A speech. And \*advisers\*.’", TextOf(back), StringComparison.Ordinal);
        Assert.Contains("- The advisers left.", TextOf(back), StringComparison.Ordinal);
        Assert.StartsWith("Again · 10 min | Good · ", LabelsOf(back), StringComparison.Ordinal);
        await school.PressAsync(back, "Good");
        Assert.Null((await school.ReviewsAsync("mixed"))[^1].Marked);
    }

    [Fact]
    public async Task ACardWithOneShortPointIsMarked()
    {
        await using var small = new CardSchool();
        await small.SetAsync(settings => settings with { TypesAnswers = true });
        var front = await small.CardAsync(("topic", "War"));
        Assert.StartsWith("Type it | Show answer", LabelsOf(front), StringComparison.Ordinal);
        var right = await small.TypeAsync(front, "the war began in 1950");
        Assert.Contains("✅ **Right.** You typed ‘the war began in 1950’", TextOf(right), StringComparison.Ordinal);
        var wrong = await small.TypeAsync(await small.CardAsync(("topic", "War")), "the war began in 1951");
        Assert.Contains("❌ **Not right.**", TextOf(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormThatComesAfterTheGradeChangesNothing()
    {
        var front = await FrontOfAsync("Who gave the speech?");
        var form = await school.PressAsync(front, "Type it");
        await school.GradeAsync(front, "Good");
        int reviews = (await school.ReviewsAsync("mixed")).Count;
        Assert.DoesNotContain("You typed", TextOf(await school.SendAsync(form, "Khrushchev")), StringComparison.Ordinal);
        Assert.Equal(reviews, (await school.ReviewsAsync("mixed")).Count);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    private Task<InteractionResponse> FrontOfAsync(string prompt) => FrontOfAsync(prompt, school);

    // Another way to ask the same comes each time.
    private static async Task<InteractionResponse> FrontOfAsync(string prompt, CardSchool school)
    {
        for (int tries = 0; tries < 60; tries++)
        {
            var front = await school.CardAsync(("by", "questions"), ("count", 50));
            if (TextOf(front).Contains(prompt, StringComparison.Ordinal))
                return front;
            front = await school.GradeAsync(front, "Good");
            if (TextOf(front).Contains(prompt, StringComparison.Ordinal))
                return front;
            school.Now = school.Now.AddDays(3);
        }

        throw new InvalidOperationException($"It was never asked: {prompt}");
    }

    private static string LabelOf(InteractionResponse front, string option) =>
        ButtonsOf(front).First(button => button.Label.Contains(option, StringComparison.Ordinal)).Label;
}
