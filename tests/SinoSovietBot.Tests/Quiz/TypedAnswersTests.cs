using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class TypedAnswersTests
{
    [Fact]
    public async Task TheButtonOpensAFormForOneLine()
    {
        await using var room = new Classroom();
        var quiz = await StartedAsync(room, Given.TypedQuestion());
        var form = await OpenAsync(room, quiz);
        Assert.Equal("Question 1 of 2", form.Title);
        var field = Assert.IsType<TextField>(Assert.Single(form.Fields));
        Assert.Equal(
            ("Your answer", "Who gave the speech?", false, 200, null), (field.Label, field.Description, field.Paragraph, field.MaxLength ?? 0, field.Value));
        Assert.Equal(new ComponentId.TypedAnswer(quiz.State.Id, 0, quiz.State.RoundMessage!.Value.Id), ComponentId.Parse(form.CustomId));
    }

    [Fact]
    public async Task AListHasSeveralLines()
    {
        await using var room = new Classroom();
        var form = await OpenAsync(room, await StartedAsync(room, Given.ListQuestion()));
        var field = Assert.IsType<TextField>(Assert.Single(form.Fields));
        Assert.Equal(("Name 2, each on a line of its own", true, 1000), (field.Label, field.Paragraph, field.MaxLength ?? 0));
    }

    [Fact]
    public async Task TheLongestFormKeepsToTheLimits()
    {
        await using var room = new Classroom();
        var form = await OpenAsync(room, await StartedAsync(room, LargestQuiz.ListQuestion with { Time = TimeSpan.FromSeconds(20) }));
        Assert.InRange(form.CustomId.Length, 1, DiscordLimits.CustomId);
        Assert.InRange(form.Title.Length, 1, DiscordLimits.FormTitle);
        Assert.InRange(form.Fields[0].Label.Length, 1, DiscordLimits.LabelText);
        Assert.InRange(form.Fields[0].Description!.Length, 1, DiscordLimits.LabelDescription);
    }

    [Fact]
    public async Task WhatIsSentIsLockedInAndNeverCalledRightOrWrong()
    {
        await using var room = new Classroom();
        var quiz = await StartedAsync(room, Given.TypedQuestion());
        Assert.Equal("Locked in: ‘Khruschev’. You can change it until the question closes.", await SubmitAsync(room, quiz, "Khruschev"));
        Assert.Equal("Khruschev", Assert.IsType<TextField>((await OpenAsync(room, quiz)).Fields[0]).Value);
        Assert.Equal(
            "Locked in: ‘\\*Mao\\*’ instead of ‘Khruschev’. You can change it until the question closes.", await SubmitAsync(room, quiz, "*Mao*", after: 3));
        Assert.Equal("Locked in already: ‘\\*Mao\\*’. You can change it until the question closes.", await SubmitAsync(room, quiz, "mao", after: 4));
        Assert.Equal(
            "Locked in already: ‘\\*Mao\\*’, which you sent after this one. You can change it until the question closes.",
            await SubmitAsync(room, quiz, "Stalin", after: 1));
    }

    [Fact]
    public async Task AVagueAnswerIsToldSoWithTheButtonAgain()
    {
        await using var room = new Classroom();
        var quiz = await StartedAsync(room, Given.TypedQuestion());
        var content = await ReplyAsync(room, Form(quiz, "the Soviet leader"));
        Assert.Equal(
            "That is on the way: be more specific. For now ‘the Soviet leader’ stands, which is not enough. You can change it until the question closes.",
            content.Text);
        var again = Assert.IsType<Button>(Assert.Single(Assert.Single(content.Rows).Components));
        var message = quiz.State.RoundMessage!.Value.Id;
        Assert.Equal(new ComponentId.TypeAnswer(quiz.State.Id, 0, message), ComponentId.Parse(again.CustomId));

        // The button stands on the private reply, and the form must still belong to the question's message.
        var press = Given.Press(again.CustomId) with { Id = Given.IdAt(quiz.State.RoundMessage!.Value.At + TimeSpan.FromSeconds(4)), Message = new Snowflake(7) };
        var form = Assert.IsType<InteractionResponse.OpenForm>(await RespondAsync(room, press)).Form;
        Assert.Equal(new ComponentId.TypedAnswer(quiz.State.Id, 0, message), ComponentId.Parse(form.CustomId));
        Assert.Equal("the Soviet leader", Assert.IsType<TextField>(form.Fields[0]).Value);
    }

    [Fact]
    public async Task TheSendingIsJudgedByDiscordsClockAndNotTheOpening()
    {
        await using var room = new Classroom();
        var quiz = await StartedAsync(room, Given.TypedQuestion());
        Assert.StartsWith("Locked in", await SubmitAsync(room, quiz, "Mao", after: 20), StringComparison.Ordinal);
        Assert.Equal(
            "Question 1 closed 1.5 s before you sent that. Your answer was not counted.", await SubmitAsync(room, quiz, "Khrushchev", after: 21.5, member: 3));
        Assert.Equal(TimeSpan.FromSeconds(20), quiz.State.Answers[new MemberId(2)].Response);
        var press = Press(quiz) with { Id = Given.IdAt(quiz.State.RoundMessage!.Value.At + TimeSpan.FromSeconds(22)) };
        Assert.Equal("Question 1 closed 2 s before your tap. Your answer was not counted.", Given.TextOf(await RespondAsync(room, press)));
    }

    [Fact]
    public async Task ButtonsAndFormsOfWhatIsOverSaySo()
    {
        await using var room = new Classroom();
        var quiz = await StartedAsync(room, Given.TypedQuestion());
        var form = Form(quiz, "Khrushchev");
        Assert.Equal(TypedReplies.QuestionFinished, Given.TextOf(await RespondAsync(room, form with { CustomId = new ComponentId.TypedAnswer(new QuizId(1), 0, 1).ToString() })));
        Assert.Equal(QuizReplies.QuestionFinished, Given.TextOf(await RespondAsync(room, Given.Press(new ComponentId.TypeAnswer(new QuizId(1), 0, null).ToString()))));
        foreach (int round in new[] { 1, 900 })
        {
            var id = quiz.State.Id;
            Assert.Equal(QuizReplies.QuestionFinished, Given.TextOf(await RespondAsync(room, Given.Press(new ComponentId.TypeAnswer(id, round, null).ToString()))));
            Assert.Equal(
                TypedReplies.QuestionFinished, Given.TextOf(await RespondAsync(room, form with { CustomId = new ComponentId.TypedAnswer(id, round, 1).ToString() })));
        }

        Assert.Empty(quiz.State.Answers);
    }

    [Fact]
    public async Task WhoeverHasLeftTheServerDoesNotCount()
    {
        await using var room = new Classroom();
        var quiz = await StartedAsync(room, Given.TypedQuestion());
        var gone = new Person(new Snowflake(2), "Gone", IsMember: false);
        Assert.Equal(CommonMessages.NotAMember, Given.TextOf(await RespondAsync(room, Form(quiz, "Mao") with { User = gone })));
        Assert.Equal(CommonMessages.NotAMember, Given.TextOf(await RespondAsync(room, Press(quiz) with { User = gone })));
        Assert.Empty(quiz.State.Answers);
    }

    [Fact]
    public async Task NothingAndTooMuchChangeNothing()
    {
        await using var room = new Classroom();
        var quiz = await StartedAsync(room, Given.TypedQuestion());
        Assert.Equal(TypedReplies.NothingTyped, await SubmitAsync(room, quiz, "..."));
        Assert.Equal(
            "An answer to this question has at most 200 characters, so nothing has changed. Please shorten it.",
            await SubmitAsync(room, quiz, new string('x', 201)));
        Assert.Empty(quiz.State.Answers);
    }

    [Fact]
    public async Task TheCommandAnswersTheOpenQuestion()
    {
        await using var room = new Classroom();
        Assert.Equal(QuizReplies.NoQuizHere, await CommandAsync(room, "Mao", after: 0));
        var quiz = await room.LobbyAsync(Given.Quiz(2) with { Questions = [Given.TypedQuestion(), Given.Question(1)] });
        Assert.Equal(TypedReplies.NothingOpen, await CommandAsync(room, "Mao", after: 0));
        await room.StartAsync(quiz);
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == Classroom.RoundTime);
        Assert.Equal("Locked in: ‘Mao’. You can change it until the question closes.", await CommandAsync(room, "Mao", after: 2));
        Assert.Equal(TimeSpan.FromSeconds(2), quiz.State.Answers[Given.Host].Response);
    }

    [Fact]
    public async Task TheCommandSaysWhereThereAreButtons()
    {
        await using var room = new Classroom();
        await room.StartedAsync(Given.Quiz(1));
        Assert.Equal(TypedReplies.HasOptions, await CommandAsync(room, "The treaty", after: 2));
    }

    [Fact]
    public async Task AnAnswerThatCannotBeStoredIsToldSo()
    {
        await using var room = new Classroom();
        var quiz = await StartedAsync(room, Given.TypedQuestion());
        room.Store.Fails = change => change is QuizChange.AnswerGiven;
        Assert.Equal(TypedReplies.NotSaved, await SubmitAsync(room, quiz, "Mao"));
    }

    private static Task<LiveQuiz> StartedAsync(Classroom room, AskedQuestion question) =>
        room.StartedAsync(Given.Quiz(2) with { Questions = [question, Given.Question(1)] });

    private static ButtonPressed Press(LiveQuiz quiz)
    {
        var message = quiz.State.RoundMessage!.Value;
        return Given.Press(new ComponentId.TypeAnswer(quiz.State.Id, 0, null).ToString()) with
        {
            Id = Given.IdAt(message.At + TimeSpan.FromSeconds(1)),
            Message = new Snowflake(message.Id),
        };
    }

    private static FormSubmitted Form(LiveQuiz quiz, string text, double after = 2, ulong member = 2)
    {
        var message = quiz.State.RoundMessage!.Value;
        return Given.Form(new ComponentId.TypedAnswer(quiz.State.Id, 0, message.Id).ToString(), text, member) with
        {
            Id = Given.IdAt(message.At + TimeSpan.FromSeconds(after)),
        };
    }

    private static async Task<Form> OpenAsync(Classroom room, LiveQuiz quiz) =>
        Assert.IsType<InteractionResponse.OpenForm>(await RespondAsync(room, Press(quiz))).Form;

    private static async Task<string> SubmitAsync(Classroom room, LiveQuiz quiz, string text, double after = 2, ulong member = 2) =>
        (await ReplyAsync(room, Form(quiz, text, after, member))).Text;

    private static async Task<MessageContent> ReplyAsync(Classroom room, Interaction interaction)
    {
        var response = await RespondAsync(room, interaction);
        Given.TextOf(response);
        return Assert.IsType<InteractionResponse.Reply>(response).Content;
    }

    private static async Task<string> CommandAsync(Classroom room, string text, int after)
    {
        var at = room.Hall.In(Given.Channel)?.State.RoundMessage?.At ?? Given.Morning;
        var use = Given.Use("quiz answer", 1, ("text", text)) with { Id = Given.IdAt(at + TimeSpan.FromSeconds(after)) };
        return Given.TextOf(await new TypedAnswers(room.Hall).AnswerAsync(use, Given.Channel));
    }

    private static Task<InteractionResponse> RespondAsync(Classroom room, Interaction interaction)
    {
        var answers = new TypedAnswers(room.Hall);
        return new InteractionRouter([], [answers], [], [answers]).RouteAsync(interaction, TestContext.Current.CancellationToken);
    }
}
