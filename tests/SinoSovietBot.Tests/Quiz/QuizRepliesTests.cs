using CsCheck;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class QuizRepliesTests
{
    private static readonly QuizOutcome[] Outcomes =
    [
        new QuizOutcome.Recorded(1), new QuizOutcome.Changed(1, 2), new QuizOutcome.Unchanged(1), new QuizOutcome.Overtaken(1),
        new QuizOutcome.TooLate(6, TimeSpan.FromSeconds(1.26)),
        new QuizOutcome.NotAsked(), new QuizOutcome.Joined(3), new QuizOutcome.AlreadyJoined(), new QuizOutcome.Left(2), new QuizOutcome.NotJoined(),
        new QuizOutcome.Started(), new QuizOutcome.AlreadyStarted(), new QuizOutcome.NotAllowed(), new QuizOutcome.Stopped(), new QuizOutcome.Over(),
        new QuizOutcome.NotSaved(),
    ];

    private static readonly QuizOutcome[] TypedOutcomes =
    [
        new QuizOutcome.TypedIn(0, default, Given.Typed(Given.TypedQuestion(), "Mao").Typed!, null),
        new QuizOutcome.TypedIn(0, default, Given.Typed(Given.TypedQuestion(), "Mao").Typed!, "Stalin"),
        new QuizOutcome.TypedIn(0, default, Given.Typed(Given.TypedQuestion(), "Soviet leader").Typed!, null),
        new QuizOutcome.TypedAlready(0, default, Given.Typed(Given.TypedQuestion(), "Mao").Typed!), new QuizOutcome.TypedLater("Stalin"),
        new QuizOutcome.TooLong(200), new QuizOutcome.TooLong(1000), new QuizOutcome.NothingTyped(), new QuizOutcome.HasOptions(),
        new QuizOutcome.NothingOpen(), new QuizOutcome.TooLate(6, TimeSpan.FromSeconds(1.26)), new QuizOutcome.NotAsked(), new QuizOutcome.NotSaved(),
    ];

    [Fact]
    public void EveryOutcomeHasATextOfItsOwn()
    {
        var family = typeof(QuizOutcome).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(QuizOutcome)) && type != typeof(QuizOutcome.Silent));
        Assert.Equal(family.ToHashSet(), [.. Outcomes.Concat(TypedOutcomes).Select(outcome => outcome.GetType())]);
        Assert.Equal(Outcomes.Length, Outcomes.Select(QuizReplies.For).Distinct().Count());
        Assert.Equal(TypedOutcomes.Length, TypedOutcomes.Select(outcome => TypedReplies.For(outcome, new QuizId(1)).Text).Distinct().Count());
    }

    [Fact]
    public void AnswersAreNamedByTheirLetter()
    {
        Assert.Equal("Locked in: B. You can change it until it closes.", QuizReplies.For(new QuizOutcome.Recorded(1)));
        Assert.Equal("Locked in: C instead of B. You can change it until it closes.", QuizReplies.For(new QuizOutcome.Changed(1, 2)));
        Assert.StartsWith("Locked in", QuizReplies.For(new QuizOutcome.Unchanged(1)), StringComparison.Ordinal);
        Assert.StartsWith("Not saved, press again", QuizReplies.For(new QuizOutcome.NotSaved()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.26, "Question 7 closed 1.3 s before your tap. Your answer was not counted.")]
    [InlineData(0.01, "Question 7 closed before your tap. Your answer was not counted.")]
    [InlineData(4000, "Question 7 closed before your tap. Your answer was not counted.")]
    public void ALatePressHearsByHowMuch(double seconds, string text) =>
        Assert.Equal(text, QuizReplies.For(new QuizOutcome.TooLate(6, TimeSpan.FromSeconds(seconds))));

    [Fact]
    public void APressWhoseLatenessIsNotKnownHearsThatTheQuestionHasFinished() =>
        Assert.Equal(QuizReplies.QuestionFinished, QuizReplies.For(new QuizOutcome.TooLate(6, null)));

    [Fact]
    public void TheLongestRepliesKeepToTheLimits()
    {
        string title = Nasty.Longest(DeckLimits.TitleLength);
        string topic = Nasty.Longest(DeckLimits.TopicLength);
        foreach (var quiz in LargestQuiz.InEveryPhase())
        {
            string[] texts =
            [
                QuizReplies.Status(quiz), QuizReplies.AlreadyRunning(quiz), QuizReplies.Opened(quiz, 99), QuizReplies.NothingToAsk(title, topic, ["choice"]),
                QuizReplies.UnknownDeck(title, Enumerable.Repeat(title, 50)), QuizReplies.UnknownTopic(title, Enumerable.Repeat(topic, 50)),
            ];
            Assert.All(texts, text => Assert.InRange(text.Length, 1, DiscordLimits.MessageText));
            Assert.Empty(MessageLimits.Faults(QuizReplies.ConfirmStop(quiz)));
        }
    }

    public static TheoryData<int> Largest => [0, 1, 2];

    [Theory]
    [MemberData(nameof(Largest))]
    public void TheLongestResultsKeepToTheLimitsAndLeaveNoRoundOut(int kind)
    {
        var results = kind switch
        {
            0 => LargestQuiz.Results,
            1 => LargestQuiz.TypedResults(LargestQuiz.TypedQuestion),
            _ => LargestQuiz.TypedResults(LargestQuiz.ListQuestion),
        };
        var seen = new List<string>();
        for (int page = 0; page < 7; page++)
        {
            var content = QuizReplies.Results(new QuizId(ulong.MaxValue), results, page);
            Assert.Empty(MessageLimits.Faults(content));
            seen.Add(content.Embeds[0].Description!);
        }

        string all = string.Concat(seen);
        Assert.All(Enumerable.Range(1, 50), round => Assert.Contains($"**{round}.** ", all, StringComparison.Ordinal));
    }

    [Fact]
    public void ResultsShowWhatWasAnsweredWhatWasRightAndWhatWasNotAnswered()
    {
        var question = Given.Question();
        var results = new MemberResults(
            new ServerId(1),
            "Deck",
            [Given.Round(question, 1, TimeSpan.FromSeconds(3.21)), Given.Round(question, 0, TimeSpan.FromSeconds(4)),
                new MemberRound(question, null)]);
        var content = QuizReplies.Results(new QuizId(1), results, 0);
        Assert.True(content.Ephemeral);
        Assert.Empty(content.Rows);
        string[] lines = content.Embeds[0].Description!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] expected =
        [
            "**1 of 3 correct**",
            "✅ **1.** What happened, number 0?", "You: The treaty (3.2 s)",
            "❌ **2.** What happened, number 0?", "You: Nothing (4.0 s)", "Right: The treaty",
            "➖ **3.** What happened, number 0?", "You did not answer", "Right: The treaty",
        ];
        Assert.Equal(expected, lines);
    }

    [Theory]
    [InlineData(-5, "Page 1 of 7")]
    [InlineData(0, "Page 1 of 7")]
    [InlineData(6, "Page 7 of 7")]
    [InlineData(int.MaxValue, "Page 7 of 7")]
    public void APageThatDoesNotExistIsTheNearest(int page, string footer) =>
        Assert.Equal(footer, QuizReplies.Results(new QuizId(1), LargestQuiz.Results, page).Embeds[0].Footer);

    [Fact]
    public void PagesLeadToTheirNeighboursAndStopAtTheEnds()
    {
        var first = Buttons(QuizReplies.Results(new QuizId(1), LargestQuiz.Results, 0));
        Assert.True(first[0].Disabled);
        Assert.Equal(new ComponentId.ResultsPage(new QuizId(1), 1), ComponentId.Parse(first[1].CustomId));
        var last = Buttons(QuizReplies.Results(new QuizId(1), LargestQuiz.Results, 6));
        Assert.Equal(new ComponentId.ResultsPage(new QuizId(1), 5), ComponentId.Parse(last[0].CustomId));
        Assert.True(last[1].Disabled);
    }

    [Fact]
    public void WhatPeopleTypeAndDecksSayIsEscaped() => Nasty.Text(30).Sample(nasty =>
    {
        Func<string, string>[] replies =
        [
            text => QuizReplies.UnknownDeck(text, ["Deck"]), text => QuizReplies.UnknownDeck("x", [text]),
            text => QuizReplies.UnknownTopic(text, ["A"]),
            text => QuizReplies.UnknownTopic("x", [text]), text => QuizReplies.NothingToAsk(text, "Topic", ["choice"]),
            text => QuizReplies.NothingToAsk("Deck", text, []),
        ];
        foreach (var reply in replies)
            Nasty.AssertEscaped(new MessageContent { Text = reply(nasty) }, nasty, new MessageContent { Text = reply("Zhenbao") }, "Zhenbao");

        Func<string, MemberResults>[] results =
        [
            text => Results(text, Given.Question()), text => Results("Deck", Given.Question() with { Prompt = text }),
            text => Results("Deck", Given.Question() with { Options = [text, "B"] }),
            text => Results("Deck", Given.Question() with { Options = ["A", text] }),
        ];
        foreach (var result in results)
        {
            Nasty.AssertEscaped(
                QuizReplies.Results(new QuizId(1), result(nasty), 0), nasty, QuizReplies.Results(new QuizId(1), result("Zhenbao"), 0), "Zhenbao");
        }
    }, iter: 100);

    [Theory]
    [InlineData(1, " It has 1 question instead of 10: there are no more to ask here.")]
    [InlineData(3, " It has 3 questions instead of 10: there are no more to ask here.")]
    public void FewerQuestionsThanWantedAreSaid(int questions, string ending) =>
        Assert.EndsWith(ending, QuizReplies.Opened(Given.Quiz(questions), 10), StringComparison.Ordinal);

    private static MemberResults Results(string title, AskedQuestion question) =>
        new(new ServerId(1), title, [Given.Round(question, 0, TimeSpan.FromSeconds(1))]);

    private static List<Button> Buttons(MessageContent content) => [.. content.Rows.SelectMany(row => row.Components).OfType<Button>()];
}
