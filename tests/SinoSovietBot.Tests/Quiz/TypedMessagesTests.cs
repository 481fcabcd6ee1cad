using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class TypedMessagesTests
{
    [Fact]
    public void AQuestionToTypeHasOneButtonThatSaysSo()
    {
        var content = QuizMessages.Round(Asking(Given.TypedQuestion()), Given.Morning, null);
        Assert.Contains("**Who gave the speech?**\n\nPress **Type your answer**, or use `/quiz answer`.\n", content.Embeds[0].Description, StringComparison.Ordinal);
        var button = Assert.IsType<Button>(Assert.Single(Assert.Single(content.Rows).Components));
        Assert.Equal("Type your answer", button.Label);
        Assert.Equal(new ComponentId.TypeAnswer(Given.Quiz().Id, 0, null), ComponentId.Parse(button.CustomId));
    }

    [Fact]
    public void AListSaysHowManyToName()
    {
        var content = QuizMessages.Round(Asking(Given.ListQuestion()), Given.Morning, null);
        Assert.Contains("Press **Name 2**, or use `/quiz answer`. Only the first 2 count.", content.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal("Name 2", Assert.IsType<Button>(content.Rows[0].Components[0]).Label);
    }

    [Fact]
    public void TheRevealShowsTheAnswerTheCountsAndTheCommonestMistakes()
    {
        string[] typed = ["Khrushchev", "khruschev", "Mao", "mao.", "MAO", "Stalin", "stalin", "the Soviet leader", "Zhou", "zhou", "Deng"];
        var content = QuizMessages.Reveal(Asking(Given.TypedQuestion(), typed));
        Assert.Equal(
            """
            **Who gave the speech?**

            ✅ **Nikita Khrushchev**
            `██░░░░░░░░` 2 right
            `████████░░` 9 wrong
            Not right: ‘Mao’ ×3, ‘stalin’ ×2, ‘zhou’ ×2

            Because it did.
            """.Replace("‘stalin’", "‘Stalin’", StringComparison.Ordinal).Replace("‘zhou’", "‘Zhou’", StringComparison.Ordinal),
            content.Embeds[0].Description);
        Assert.Equal("2 of 11 correct", content.Embeds[0].Footer);
        Assert.Empty(content.Rows);
    }

    [Fact]
    public void InAClassOfSomeSizeWhatOneMemberAloneWroteIsNotShown()
    {
        var content = QuizMessages.Reveal(Asking(Given.TypedQuestion(), "Khrushchev", "Khrushchev", "Khrushchev", "Khrushchev", "Khrushchev", "Mao"));
        Assert.DoesNotContain("Mao", content.Embeds[0].Description, StringComparison.Ordinal);
        var small = QuizMessages.Reveal(Asking(Given.TypedQuestion(), "Khrushchev", "Khrushchev", "Khrushchev", "Khrushchev", "Mao"));
        Assert.Contains("Not right: ‘Mao’ ×1", small.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoeverJoinedBelongsToTheClassWithoutAnAnswerToo()
    {
        var quiz = Asking(Given.TypedQuestion(), "Mao") with { Joined = [.. Enumerable.Range(100, 6).Select(id => new MemberId((ulong)id))] };
        Assert.DoesNotContain("Mao", QuizMessages.Reveal(quiz).Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRevealOfAListShowsItsIdeasAndWhoHadSome()
    {
        var content = QuizMessages.Reveal(Asking(Given.ListQuestion(), "trade, aid", "ideology", "weather"));
        Assert.Contains(
            "✅ **Any 2 of these:**\n• trade\n• aid\n• ideology\n`███░░░░░░░` 1 right\n`███░░░░░░░` 1 partly right\n`███░░░░░░░` 1 wrong\nNot right: ‘weather’ ×1\n",
            content.Embeds[0].Description,
            StringComparison.Ordinal);
        Assert.Equal("1 of 3 correct", content.Embeds[0].Footer);
    }

    [Fact]
    public void TooManyIdeasGiveWayToTheExplanation()
    {
        string shown = QuizMessages.Reveal(Asking(LargestQuiz.ListQuestion with { Explanation = "Because.", Corrections = [] })).Embeds[0].Description!;
        Assert.Contains("… and 16 more\n", shown, StringComparison.Ordinal);
        Assert.EndsWith("Because.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void MyResultsShowWhatITypedAndWhatTheMarkingSaid()
    {
        var (name, list) = (Given.TypedQuestion(), Given.ListQuestion());
        MemberRound[] rounds =
        [
            new(name, Given.Typed(name, "Khruschov")), new(name, Given.Typed(name, "the Soviet leader")), new(name, Given.Typed(name, "Mao")),
            new(list, Given.Typed(list, "trade\naid")), new(list, Given.Typed(list, "trade, war, aid")), new(name, null), new(list, null),
        ];
        var content = QuizReplies.Results(new QuizId(1), new MemberResults(new ServerId(1), "Deck", [.. rounds]), 0);
        string[] expected =
        [
            "**2 of 7 correct**",
            "✅ **1.** Who gave the speech?", "You: ‘Khruschov’, accepted with spelling: Nikita Khrushchev (3.0 s)",
            "❌ **2.** Who gave the speech?", "You: ‘the Soviet leader’, on the way, but be more specific (3.0 s)", "Right: Nikita Khrushchev",
            "❌ **3.** Who gave the speech?", "You: ‘Mao’ (3.0 s)", "Right: Nikita Khrushchev",
            "✅ **4.** Name two reasons.", "You: ‘trade aid’, 2 of 2 (3.0 s)",
            "❌ **5.** Name two reasons.", "You: ‘trade, war, aid’, 1 of 2, only the first 2 counted (3.0 s)", "Right: any 2 of: trade; aid; ideology",
            "➖ **6.** Who gave the speech?", "You did not answer", "Right: Nikita Khrushchev",
            "➖ **7.** Name two reasons.", "You did not answer", "Right: any 2 of: trade; aid; ideology",
        ];
        Assert.Equal(expected, content.Embeds[0].Description!.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static QuizState Asking(AskedQuestion question, params string[] typed) => Given.Asking() with
    {
        Questions = [question],
        Answers = typed.Index().ToImmutableDictionary(
            entry => new MemberId((ulong)entry.Index + 1), entry => Given.Typed(question, entry.Item, (ulong)entry.Index + 1)),
    };
}
