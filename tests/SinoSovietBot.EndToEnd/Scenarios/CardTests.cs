using System.Globalization;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary><c>/card</c> over the sockets, in every mode, and what the database holds of it.</summary>
public class CardTests(RevisionSchool school) : Scenario<RevisionSchool>(school)
{
    private string Channel => Classroom.Channel(0);

    [Fact]
    public async Task WholeCardsComeBackDayByDay()
    {
        var student = await StudentAsync();
        var card = await student.AskAsync("card", Channel, ("count", 3));
        Assert.True(card.IsEphemeral && card.Says("Card 1 of 3 · New"), card.Text);
        card = await student.TurnAsync(card, "Hint");
        Assert.True(card.Says("2 points:\n• Something happened …\n• There was …"), card.Text);
        card = await student.TurnAsync(card, "Show answer");
        Assert.True(card.Says("bears the number"), card.Text);
        Assert.Contains(card.Buttons, button => button.Label == "Again · 10 min");
        card = await student.TurnAsync(card, "Good · ");
        Assert.True(card.Says("Good: back in ") && card.Says("Card 2 of 3"), card.Text);
        card = await student.TurnAsync(card, "Undo");
        Assert.True(card.Says("Taken back") && card.Says("Card 1 of 3"), card.Text);
        card = await ToTheEndAsync(student, card);
        Assert.True(card.Says("3 cards: 3 remembered, 0 forgotten"), card.Text);
        Assert.Equal((3, 3), Learned(student));

        await Classroom.LetDaysPassAsync(30);
        card = await student.AskAsync("card", Channel, ("count", 3));
        Assert.True(card.Says("Card 1 of 3 · Last seen 30 days ago"), card.Text);
        Assert.True((await student.AskAsync("card", Channel, ("mode", "weak"))).Says("of 3 · Last seen 30 days ago"));
        await ToTheEndAsync(student, card);
        Assert.Equal((6, 3), Learned(student));
    }

    [Fact]
    public async Task NewOnesStopAtTheLimitOfTheDayAndCrammingGoesOn()
    {
        var student = await StudentAsync();
        var direct = await student.DirectChannelAsync();
        var card = await ToTheEndAsync(student, await student.AskAsync("card", direct, ("mode", "new"), ("count", 50)));
        Assert.True(card.Says("10 cards: 10 remembered, 0 forgotten"), card.Text);
        var nothing = await student.AskAsync("card", direct, ("mode", "new"));
        Assert.True(nothing.Says("none is new any more") && nothing.Says("The next card comes"), nothing.Text);
        card = await student.TurnAsync(nothing, "Cram");
        Assert.Equal(nothing.Id, card.Id);
        card = await student.TurnAsync(await student.TurnAsync(card, "Show answer"), "Again");
        Assert.True(card.Says("Again. The schedule stays as it is"), card.Text);
        await student.TurnAsync(card, "Stop");
        using var database = Classroom.OpenDatabase();
        Assert.Equal(1, database.Count("SELECT count(*) FROM reviews WHERE member_id = $1 AND kind = 'cram'", Number(student)));
        Assert.Equal(1, database.Count("SELECT max(reviews) FROM memories WHERE member_id = $1", Number(student)));
    }

    [Fact]
    public async Task QuestionsAreChosenTypedAndMarkedInADirectMessage()
    {
        var student = await StudentAsync();
        var direct = await student.DirectChannelAsync();
        var card = await student.AskAsync("card", direct, ("by", "questions"), ("count", 4), ("topic", "Alliance"));
        Assert.True(card.Says("Question 1 of 4 · New") && card.Says("event 1?"), card.Text);
        card = await TypeAsync(student, card, "the Soviet leader");
        Assert.True(card.Says("Nearly.") && card.Says("be more specific"), card.Text);
        card = await TypeAsync(student, card, "khruschev");
        Assert.True(card.Says("Right. You typed ‘khruschev’") && card.Says("Nikita Khrushchev"), card.Text);
        card = await student.TurnAsync(card, "Good");
        Assert.True(card.Says("event 2?"), card.Text);
        card = await student.TurnAsync(card, card.Buttons.First(button => button.Label.EndsWith("Right for 2", StringComparison.Ordinal)).CustomId);
        Assert.True(card.Says("Right. You chose ‘Right for 2’"), card.Text);
        card = await TypeAsync(student, await student.TurnAsync(card, "Good"), "Mao");
        Assert.True(card.Says("Not right. You typed ‘Mao’"), card.Text);
        card = await student.TurnAsync(card, "I was right");
        card = await student.TurnAsync(card, card.Buttons.First(button => button.Label.EndsWith("Wrong for 4", StringComparison.Ordinal)).CustomId);
        card = await student.TurnAsync(card, "Again");
        Assert.True(card.Says("Again: back in 10 minutes") && card.Says("event 4?"), card.Text);
        card = await student.TurnAsync(card, "Stop");
        Assert.True(card.Says("4 questions: 3 remembered, 1 forgotten"), card.Text);
        Assert.Contains("event 4?", (await student.TurnAsync(card, "Review misses")).Text, StringComparison.Ordinal);

        using var database = Classroom.OpenDatabase();
        Assert.Equal(1, database.Count("SELECT count(*) FROM reviews WHERE member_id = $1 AND overruled = 1 AND answer = 'Mao'", Number(student)));
        Assert.Equal(2, database.Count("SELECT count(*) FROM reviews WHERE member_id = $1 AND verdict = 'right'", Number(student)));
    }

    [Fact]
    public async Task WhatWasMissedInAQuizIsRevisedAfterItAndNotDuringIt()
    {
        var student = await StudentAsync();
        var quiz = await QuizRun.OpenAsync(Teacher, Channel, 1, deck: RevisionSchool.Deck);
        await quiz.JoinAsync(student);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        Assert.True((await student.AskAsync("card", Channel)).Says("hidden until it is over"));
        string wrong = round.Buttons.First(button => !button.Label.Contains("Right", StringComparison.Ordinal)).CustomId;
        Assert.True((await student.PressAsync(round.Message, wrong)).Succeeded);
        await quiz.EndAsync();

        var card = await student.AskAsync("card", Channel, ("mode", "missed"), ("by", "questions"));
        string asked = round.Message.Text.Split('\n').First(line => line.StartsWith("Which one", StringComparison.Ordinal));
        Assert.True(card.Says(asked) && card.Says("Question 1 of 1"), card.Text);
        card = await student.TurnAsync(card, card.Buttons.First(button => button.Label.Contains("Right for", StringComparison.Ordinal)).CustomId);
        card = await student.TurnAsync(card, "Good");
        Assert.True(card.Says("1 question: 1 remembered"), card.Text);
        Assert.True((await student.AskAsync("card", Channel, ("mode", "missed"))).Says("Nothing missed"));
    }

    [Fact]
    public async Task TwoPressesOnGoodAtOnceCountOnce()
    {
        var student = await StudentAsync();
        var back = await student.TurnAsync(await student.AskAsync("card", Channel), "Show answer");
        string good = back.Button("Good").CustomId;
        // Of those that come after the message has changed, Discord refuses some by itself.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => student.PressIdAsync(back, good)));
        Assert.Equal((1, 1), Learned(student));
        Assert.True(Latest(student, back).Says("Card 2 of"), Latest(student, back).Text);
    }

    [Fact]
    public async Task AReportIsReadByTheTeacherAndTheCardStays()
    {
        var student = await StudentAsync();
        var card = await student.AskAsync("card", Channel);
        var form = await (await student.PressAsync(card, "Report")).FormAsync();
        var sent = await student.SubmitAsync(form, ("report", "The number is wrong."));
        await sent.IsToldAsync("Thank you");
        Assert.Contains(card.Buttons, button => button.Label == "Show answer");

        var reports = await Teacher.AskAsync("class reports", Channel);
        Assert.True(reports.IsEphemeral && reports.Says("The number is wrong.") && reports.Says("The event of number 1"), reports.Text);
        var after = await (await Teacher.ChooseAsync(reports, Assert.Single(reports.MenuValues))).Expected().ChangeAsync(reports);
        Assert.True(after.Says("One is done. No report is open."), after.Text);
        using var database = Classroom.OpenDatabase();
        Assert.Equal(
            1,
            database.Count(
                "SELECT count(*) FROM card_reports WHERE member_id = $1 AND text = 'The number is wrong.' AND closed_by = $2",
                Number(student), Number(Teacher)));
    }

    [Fact]
    public async Task KilledBetweenPressAndReplyAReviewIsThereWithItsSessionOrNotAtAll()
    {
        var student = await StudentAsync();
        var card = await student.AskAsync("card", Channel, ("count", 50));
        for (int round = 0; round < 6; round++)
        {
            if (card.Buttons.Any(button => button.Label == "Show answer"))
                card = await student.TurnAsync(card, "Show answer");
            int before = Learned(student).Reviews;
            var press = student.PressAsync(card, "Good");
            // Every second time the reply has come, so the review must be there.
            if (round % 2 == 1)
                Assert.True((await press).Succeeded);
            await Classroom.Bot.KillAsync();
            await Classroom.StartBotAsync();
            await press;
            var (reviews, memories) = Learned(student);
            Assert.Equal(reviews, memories);
            Assert.Equal(reviews, Position(student));
            Assert.InRange(reviews, round % 2 == 1 ? before + 1 : before, before + 1);
            card = Latest(student, card);
            if (card.Buttons.Any(button => button.Label.StartsWith("Good", StringComparison.Ordinal)))
                card = await student.TurnAsync(card, "Good");
            Assert.True(card.Buttons.Any(button => button.Label == "Show answer"), card.ToString());
        }

        using var database = Classroom.OpenDatabase();
        Assert.Equal("ok", database.CheckIntegrity());
    }

    [Fact]
    public async Task ButtonsWorkAfterARestartAndForNobodyElse()
    {
        var students = await Classroom.StudentsAsync(2);
        var card = await students[0].AskAsync("card", Channel);
        await Classroom.Bot.KillAsync();
        await Classroom.StartBotAsync();
        // Discord shows an ephemeral message to nobody else.
        Assert.False((await students[1].PressAsync(card, "Show answer")).Succeeded);
        card = await students[0].TurnAsync(await students[0].TurnAsync(card, "Show answer"), "Good");
        Assert.True(card.Says("Good: back in "), card.Text);
        Assert.Equal((1, 1), Learned(students[0]));
    }

    private async Task<ScriptedMember> StudentAsync() => (await Classroom.StudentsAsync(1))[0];

    private static async Task<ChatMessage> TypeAsync(ScriptedMember member, ChatMessage message, string text)
    {
        var form = await (await member.PressAsync(message, "Type it")).FormAsync();
        return await (await member.SubmitAsync(form, ("answer", text))).Expected().ChangeAsync(message);
    }

    private static async Task<ChatMessage> ToTheEndAsync(ScriptedMember member, ChatMessage card)
    {
        while (card.Buttons.Any(button => button.Label == "Show answer"))
            card = await member.TurnAsync(await member.TurnAsync(card, "Show answer"), "Good");
        return card;
    }

    private static ChatMessage Latest(ScriptedMember member, ChatMessage message) =>
        member.Events.Since(0).Select(happened => happened.Message).OfType<ChatMessage>().Last(other => other.Id == message.Id);

    /// <summary>The reviews that count, and the items of which something is remembered.</summary>
    private (int Reviews, int Memories) Learned(ScriptedMember member)
    {
        using var database = Classroom.OpenDatabase();
        return (
            (int)database.Count("SELECT count(*) FROM reviews WHERE member_id = $1 AND undone = 0", Number(member)),
            (int)database.Count("SELECT count(*) FROM memories WHERE member_id = $1 AND phase > 0", Number(member)));
    }

    private long Position(ScriptedMember member)
    {
        using var database = Classroom.OpenDatabase();
        return database.Count("SELECT position FROM revision_sessions WHERE member_id = $1 ORDER BY started_at DESC LIMIT 1", Number(member));
    }

    private static long Number(ScriptedMember member) => unchecked((long)ulong.Parse(member.Id, CultureInfo.InvariantCulture));
}
