using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class QuizButtonsTests
{
    private static readonly QuizId Id = Given.Quiz().Id;

    [Fact]
    public async Task AnAnswerIsLockedInAndMayBeChanged()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        Assert.Equal("Locked in: B. You can change it until it closes.", await PressAsync(room, Answer(quiz, option: 1)));
        Assert.Equal("Locked in: C instead of B. You can change it until it closes.", await PressAsync(room, Answer(quiz, option: 2)));
        Assert.Equal("Locked in already: C. You can change it until it closes.", await PressAsync(room, Answer(quiz, option: 2)));
        var change = room.Journal.Of<Committed>().SelectMany(entry => entry.Changes).OfType<QuizChange.AnswerGiven>().Last();
        Assert.Equal((2, 1), (change.Answer.Option, change.Answer.Changes));
    }

    [Fact]
    public async Task APressIsJudgedByDiscordsClockAndNotByTheBots()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        var posted = quiz.State.RoundMessage!.Value.At;
        var inTime = Answer(quiz, option: 1) with { Id = Given.IdAt(posted + TimeSpan.FromSeconds(20)) };
        var late = Answer(quiz, option: 1, member: 3) with { Id = Given.IdAt(posted + TimeSpan.FromSeconds(21.5)) };
        Assert.StartsWith("Locked in: B.", await PressAsync(room, inTime), StringComparison.Ordinal);
        Assert.Equal("Question 1 closed 1.5 s before your tap. Your answer was not counted.", await PressAsync(room, late));
        Assert.Equal(TimeSpan.FromSeconds(20), quiz.State.Answers[new MemberId(2)].Response);
    }

    [Fact]
    public async Task WhoeverHasLeftTheServerDoesNotCount()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        var press = Answer(quiz, option: 1) with { User = new Person(new Snowflake(2), "Gone", IsMember: false) };
        Assert.Equal(CommonMessages.NotAMember, await PressAsync(room, press));
        Assert.Empty(quiz.State.Answers);
    }

    [Fact]
    public async Task ButtonsOfAQuizThatIsNotRunningSaySo()
    {
        await using var room = new Classroom();
        Assert.Equal(QuizReplies.QuestionFinished, await PressAsync(room, Given.Press(new ComponentId.Answer(Id, 0, 0).ToString())));
        Assert.Equal(QuizReplies.QuizOver, await PressAsync(room, Given.Press(new ComponentId.Join(Id).ToString())));
        Assert.Equal(QuizReplies.QuizOver, await PressAsync(room, Given.Press(new ComponentId.StartNow(Id).ToString())));
        Assert.Equal(QuizReplies.QuizOver, UpdateOf(await RespondAsync(room, Given.Press(new ComponentId.ConfirmStop(Id).ToString()))));
    }

    [Fact]
    public async Task AButtonOfAQuestionThatWasNeverAskedIsNotCounted()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        foreach (var id in new[] { new ComponentId.Answer(quiz.State.Id, 2, 1), new ComponentId.Answer(quiz.State.Id, 0, 7),
            new ComponentId.Answer(quiz.State.Id, 900, 0) })
            Assert.Equal(QuizReplies.QuestionFinished, await PressAsync(room, Given.Press(id.ToString())));
    }

    [Fact]
    public async Task MembersJoinAndLeaveAndTheHostStarts()
    {
        await using var room = new Classroom();
        await room.LobbyAsync();
        Assert.Equal("You are in. 1 joined so far. Good luck!", await PressAsync(room, Given.Press(new ComponentId.Join(Id).ToString())));
        Assert.Equal("You are in already.", await PressAsync(room, Given.Press(new ComponentId.Join(Id).ToString())));
        Assert.StartsWith("You are out.", await PressAsync(room, Given.Press(new ComponentId.Leave(Id).ToString())), StringComparison.Ordinal);
        Assert.StartsWith("Only the host", await PressAsync(room, Given.Press(new ComponentId.StartNow(Id).ToString())), StringComparison.Ordinal);
        Assert.Equal("Here we go.", await PressAsync(room, Given.Press(new ComponentId.StartNow(Id).ToString(), member: Given.Host.Value)));
    }

    [Fact]
    public async Task StoppingIsConfirmedInPlaceByTheHostAlone()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        var confirm = new ComponentId.ConfirmStop(Id).ToString();
        Assert.StartsWith("Only the host", UpdateOf(await RespondAsync(room, Given.Press(confirm))), StringComparison.Ordinal);
        Assert.Equal(QuizReplies.KeptGoing, UpdateOf(await RespondAsync(room, Given.Press(new ComponentId.CancelStop(Id).ToString()))));
        Assert.Equal(QuizPhase.Asking, quiz.State.Phase);
        Assert.Equal("The quiz is stopped. The rounds played count.",
            UpdateOf(await RespondAsync(room, Given.Press(confirm, member: Given.Host.Value))));
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "The quiz was stopped."));
    }

    [Fact]
    public async Task ResultsAreForTheirOwnerAndTheirServerOnly()
    {
        await using var room = new Classroom();
        room.Store.Results = (_, member) => member.Value == 2 ? new MemberResults(new ServerId(Given.Guild.Value), "Deck", []) : null;
        string id = new ComponentId.MyResults(Id).ToString();
        var reply = Assert.IsType<InteractionResponse.Reply>(await RespondAsync(room, Given.Press(id)));
        Assert.True(reply.Content.Ephemeral);
        Assert.Equal("My results · Deck", reply.Content.Embeds[0].Title);
        Assert.Equal(CommonMessages.OldButton, await PressAsync(room, Given.Press(id, member: 3)));
        Assert.Equal(CommonMessages.OldButton, await PressAsync(room, Given.Press(id) with { Guild = new Snowflake(9001) }));
        Assert.IsType<InteractionResponse.UpdateMessage>(await RespondAsync(room, Given.Press(new ComponentId.ResultsPage(Id, 1).ToString())));
    }

    private static ButtonPressed Answer(LiveQuiz quiz, int option, ulong member = 2)
    {
        var state = quiz.State;
        var press = Given.Press(new ComponentId.Answer(state.Id, state.Round, option).ToString(), member);
        return press with { Id = Given.IdAt(state.RoundMessage!.Value.At + TimeSpan.FromSeconds(2)),
            Message = new Snowflake(state.RoundMessage.Value.Id) };
    }

    private static async Task<string> PressAsync(Classroom room, ButtonPressed press) => Given.TextOf(await RespondAsync(room, press));

    private static Task<InteractionResponse> RespondAsync(Classroom room, ButtonPressed press)
    {
        var router = new InteractionRouter([], [new QuizButtons(room.Hall, room.Store, room.Time)], [], []);
        return router.RouteAsync(press, TestContext.Current.CancellationToken);
    }

    private static string UpdateOf(InteractionResponse response) => Assert.IsType<InteractionResponse.UpdateMessage>(response).Content.Text;
}
