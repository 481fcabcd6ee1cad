using System.Collections.Immutable;
using CsCheck;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class QuizMessagesTests
{
    private const string Harmless = "Zhenbao";

    [Fact]
    public void TheLargestQuizKeepsToEveryLimitOfDiscord()
    {
        foreach (var quiz in LargestQuiz.InEveryPhase())
        {
            Assert.Empty(MessageLimits.Faults(QuizMessages.Lobby(quiz)));
            Assert.Empty(MessageLimits.Faults(QuizMessages.Round(quiz, Given.Morning, null)));
            foreach (var cause in Enum.GetValues<ReopenCause>())
                Assert.Empty(MessageLimits.Faults(QuizMessages.Round(quiz, Given.Morning, cause)));
            Assert.Empty(MessageLimits.Faults(QuizMessages.Reveal(quiz)));
            Assert.Empty(MessageLimits.Faults(QuizMessages.Closed(quiz)));
            Assert.Empty(MessageLimits.Faults(QuizMessages.Moved(quiz)));
            Assert.Empty(MessageLimits.Faults(QuizMessages.ChannelLost(quiz)));
            foreach (var reason in Enum.GetValues<EndReason>().Where(reason => reason != EndReason.ChannelLost))
                Assert.Empty(MessageLimits.Faults(QuizMessages.End(quiz with { End = reason })));
        }
    }

    [Fact]
    public void EverythingThatDecksAndPeopleSupplyIsEscaped() => Nasty.Text(30).Sample(nasty =>
    {
        foreach (var place in Places)
        {
            var (bad, good) = (place(nasty), place(Harmless));
            Func<QuizState, MessageContent>[] messages =
            [
                QuizMessages.Lobby, quiz => QuizMessages.Round(quiz, Given.Morning, ReopenCause.Restart), QuizMessages.Reveal, QuizMessages.Closed,
                QuizMessages.Moved, QuizMessages.End, QuizMessages.ChannelLost, QuizReplies.ConfirmStop,
                quiz => new MessageContent { Text = QuizReplies.Status(quiz) },
                quiz => new MessageContent { Text = QuizReplies.AlreadyRunning(quiz) },
            ];
            foreach (var message in messages)
                Nasty.AssertEscaped(message(bad), nasty, message(good), Harmless);
        }
    }, iter: 100);

    [Fact]
    public void OptionsAreLabelledAToDInTheOrderOfTheQuestion()
    {
        var quiz = Given.Asking();
        Assert.Equal(["A Nothing", "B The treaty", "C The war", "D The split"], Labels(QuizMessages.Round(quiz, Given.Morning, null)));
        Assert.Equal(["A Nothing", "B The treaty", "C The war", "D The split"], Labels(QuizMessages.Reveal(quiz)));
    }

    [Fact]
    public void TrueAndFalseAreLabelledAAndB()
    {
        var question = Given.Question() with { Options = ["True", "False: it was Khrushchev"], Right = 0 };
        var quiz = Given.Asking() with { Questions = [question] };
        Assert.Equal(["A True", "B False: it was Khrushchev"], Labels(QuizMessages.Round(quiz, Given.Morning, null)));
    }

    [Fact]
    public void EachButtonOfAQuestionAnswersWithItsOwnOption()
    {
        var quiz = Given.Asking() with { Round = 2 };
        var ids = Buttons(QuizMessages.Round(quiz, Given.Morning, null)).Select(button => ComponentId.Parse(button.CustomId));
        Assert.Equal(Enumerable.Range(0, 4).Select(option => new ComponentId.Answer(quiz.Id, 2, option)), ids);
    }

    [Fact]
    public void ARevealMarksTheRightOptionShowsTheBarsAndTakesNoMorePresses()
    {
        var answers = Enumerable.Range(0, 5).ToImmutableDictionary(
            member => new MemberId((ulong)member), member => new GivenAnswer(member < 3 ? 1 : 2, TimeSpan.FromSeconds(2), 0, 1));
        var content = QuizMessages.Reveal(Given.Asking() with { Answers = answers });
        string text = content.Embeds[0].Description!;
        Assert.Contains("✅ **B**  **The treaty**\n`██████░░░░` 3\n", text, StringComparison.Ordinal);
        Assert.Contains("▫️ **C**  The war\n`████░░░░░░` 2\n", text, StringComparison.Ordinal);
        Assert.Contains("▫️ **A**  Nothing\n`░░░░░░░░░░` 0\n", text, StringComparison.Ordinal);
        Assert.Contains("Because it did.", text, StringComparison.Ordinal);
        Assert.Equal("3 of 5 correct", content.Embeds[0].Footer);
        Assert.All(Buttons(content), button => Assert.True(button.Disabled));
        Assert.Equal([ButtonStyle.Secondary, ButtonStyle.Success, ButtonStyle.Secondary, ButtonStyle.Secondary],
            Buttons(content).Select(button => button.Style));
    }

    [Fact]
    public void TheRoundItselfGivesNothingAway()
    {
        var shown = QuizMessages.Round(Given.Asking(), Given.Morning, null);
        Assert.Single(Buttons(shown).Select(button => button.Style).Distinct());
        Assert.DoesNotContain("Because it did.", shown.Embeds[0].Description, StringComparison.Ordinal);
        Assert.All(Buttons(shown), button => Assert.False(button.Disabled));
    }

    [Fact]
    public void ACorrectionToTheSourceIsShown()
    {
        var question = Given.Question() with { Corrections = ["The source says 1949; it was 1950."] };
        var content = QuizMessages.Reveal(Given.Asking() with { Questions = [question] });
        Assert.EndsWith("**Correction:** The source says 1949; it was 1950.", content.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePodiumSharesPlacesAndCountsOutOfTheRoundsPlayed()
    {
        var scores = new[] { (2UL, 3, 10.0), (3UL, 2, 12.5), (4UL, 2, 12.5), (5UL, 1, 40.0), (6UL, 0, 60.0) };
        var quiz = Given.Asking() with
        {
            Phase = QuizPhase.Ended,
            End = EndReason.Finished,
            RevealedRounds = 3,
            Scores = scores.ToImmutableDictionary(score => new MemberId(score.Item1),
                score => new Score(score.Item2, 3, TimeSpan.FromSeconds(score.Item3))),
            Names = scores.ToImmutableDictionary(score => new MemberId(score.Item1), score => $"Member {score.Item1}"),
        };
        var content = QuizMessages.End(quiz);
        string[] expected =
        [
            "🥇 **Member 2** 3 of 3 correct · 10.0 s", "🥈 **Member 3** 2 of 3 correct · 12.5 s", "🥈 **Member 4** 2 of 3 correct · 12.5 s",
            "**4.** **Member 5** 1 of 3 correct · 40.0 s",
        ];
        Assert.Equal(expected, content.Embeds[0].Description!.Split('\n'));
        Assert.Equal(new ComponentId.MyResults(quiz.Id), ComponentId.Parse(Assert.Single(Buttons(content)).CustomId));
    }

    [Fact]
    public void EveryEndSaysWhyOrShowsThePodium()
    {
        var reasons = Enum.GetValues<EndReason>().Where(reason => reason != EndReason.ChannelLost);
        var texts = reasons.Select(reason => QuizMessages.End(Given.Asking() with { Phase = QuizPhase.Ended, End = reason,
            RevealedRounds = 3 }).Embeds[0].Description);
        Assert.Equal(4, texts.Distinct().Count());
    }

    [Fact]
    public void ALongRevealKeepsItsCorrectionAndShortensTheExplanation()
    {
        var quiz = Asked(question => question with
        {
            Prompt = new string('*', 300), Explanation = new string('*', 600), Options = [.. Enumerable.Repeat(new string('*', 150), 4)],
            Corrections = [new string('_', 600) + " The end."],
        });
        string shown = QuizMessages.Reveal(quiz).Embeds[0].Description!;
        Assert.EndsWith("The end.", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 1, DiscordLimits.EmbedDescription);
    }

    [Theory]
    [InlineData(3, 3, null)]
    [InlineData(1, 3, "1 of 3 questions count for the leaderboard")]
    [InlineData(0, 2, "0 of 2 questions count for the leaderboard")]
    public void ThePodiumSaysWhenTheLeaderboardCountsFewerQuestions(int eligible, int revealed, string? said)
    {
        var quiz = Given.Asking() with { Phase = QuizPhase.Ended, End = EndReason.Finished, RevealedRounds = revealed, EligibleRounds = eligible };
        string footer = QuizMessages.End(quiz).Embeds[0].Footer!;
        Assert.Equal(said is not null, footer.Contains("leaderboard", StringComparison.Ordinal));
        Assert.Contains(said ?? "", footer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(QuizPhase.Lobby, new[] { "Join", "Leave", "Start now" })]
    [InlineData(QuizPhase.Asking, new[] { "Join", "Leave" })]
    [InlineData(QuizPhase.Ended, new string[0])]
    public void TheLobbyHasTheButtonsOfItsPhase(QuizPhase phase, string[] labels) =>
        Assert.Equal(labels, Labels(QuizMessages.Lobby(Given.Asking() with { Phase = phase })));

    private static Func<string, QuizState>[] Places =>
    [
        text => Asked(question => question with { Prompt = text }),
        text => Asked(question => question with { Options = [text, "The treaty"] }),
        text => Asked(question => question with { Options = ["Nothing", text] }),
        text => Asked(question => question with { Explanation = text }),
        text => Asked(question => question with { Corrections = [text] }),
        text => Asked(question => question with { Topic = text }),
        text => Asked(question => question) with { DeckTitle = text },
        text => Asked(question => question) with { Names = ImmutableDictionary<MemberId, string>.Empty.Add(Given.Host, text) },
        text => Asked(question => question) with
        {
            Joined = [new MemberId(2)],
            Names = ImmutableDictionary<MemberId, string>.Empty.Add(new MemberId(2), text),
            Scores = ImmutableDictionary<MemberId, Score>.Empty.Add(new MemberId(2), new Score(1, 1, TimeSpan.FromSeconds(3))),
            RevealedRounds = 1,
        },
    ];

    private static QuizState Asked(Func<AskedQuestion, AskedQuestion> change) =>
        Given.Asking() with { Questions = [change(Given.Question())], End = EndReason.Stopped };

    private static List<Button> Buttons(MessageContent content) => [.. content.Rows.SelectMany(row => row.Components).OfType<Button>()];

    private static List<string> Labels(MessageContent content) => [.. Buttons(content).Select(button => button.Label)];
}
