using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class LiveQuizClockTests
{
    private static readonly TimeSpan Reveal = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task ARoundClosesHalfASecondAfterItsDeadline()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        var posted = quiz.State.RoundMessage!.Value.At;

        room.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.IsType<QuizOutcome.Recorded>(await room.PressAsync(quiz, member: 2, option: 1));
        room.Time.Advance(TimeSpan.FromMilliseconds(499));
        var late = Assert.IsType<QuizOutcome.TooLate>(await room.PressAsync(quiz, member: 3, option: 1));
        Assert.Equal(TimeSpan.FromMilliseconds(499), late.By);
        Assert.Equal(QuizPhase.Asking, quiz.State.Phase);

        room.Time.Advance(TimeSpan.FromMilliseconds(1));
        var reveal = await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "1 of 1 correct"));
        Assert.Equal(posted + TimeSpan.FromSeconds(20.5), reveal.At);
    }

    [Fact]
    public async Task WhatWasPressedInTimeCountsWhenDiscordIsHeardAgainAfterTheDeadline()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        room.Time.Advance(TimeSpan.FromSeconds(19));
        var pressed = Given.MessageAt(room.Time.GetUtcNow(), 1);
        room.Hall.Hearing.Lose();
        room.Time.Advance(TimeSpan.FromSeconds(1.5));
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == QuizLimits.Silence);
        room.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(QuizPhase.Asking, quiz.State.Phase);

        var brought = quiz.SendAsync(new QuizInput.Answer(new MemberId(2), "Member 2", 0, 1, pressed, quiz.State.RoundMessage!.Value));
        room.Hall.Hearing.Regain();
        Assert.IsType<QuizOutcome.Recorded>(await brought);
        await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "1 of 1 correct"));
    }

    [Fact]
    public async Task ARoundWaitsNoLongerForASilentDiscordThanDiscordForAnAnswer()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        await room.PressAsync(quiz, member: 2, option: 1);
        room.Hall.Hearing.Lose();
        room.Time.Advance(Classroom.RoundTime);
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == QuizLimits.Silence);
        room.Time.Advance(QuizLimits.Silence);
        await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "1 of 1 correct"));
    }

    [Fact]
    public async Task TheNumberOfAnswersIsBroughtUpToDateAtMostEveryThreeSeconds()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        await room.PressAsync(quiz, member: 2, option: 1);
        await room.Journal.NthAsync<TimerSet>(1, timer => timer.Due == TimeSpan.FromSeconds(3));
        room.Time.Advance(TimeSpan.FromSeconds(1));
        await room.PressAsync(quiz, member: 3, option: 1);
        await room.PressAsync(quiz, member: 4, option: 1);
        room.Time.Advance(TimeSpan.FromSeconds(2));
        var first = await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "3 of 3 answered"));

        await room.PressAsync(quiz, member: 5, option: 1);
        await room.Journal.NthAsync<TimerSet>(2, timer => timer.Due == TimeSpan.FromSeconds(3));
        await room.PressAsync(quiz, member: 5, option: 2);
        room.Time.Advance(TimeSpan.FromSeconds(3));
        var second = await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "4 of 4 answered"));

        Assert.True(second.At - first.At >= TimeSpan.FromSeconds(3));
        Assert.Equal(2, room.Said("Closes <t:").OfType<ApiCall.Edit>().Count());
    }

    [Fact]
    public async Task TwoHundredRoundsTimeOutInARow()
    {
        const int Rounds = 200;
        await using var room = new Classroom();
        var quiz = await room.StartedAsync(Given.Quiz(Rounds));
        for (int round = 0; round < Rounds; round++)
        {
            await room.Journal.NthAsync<TimerSet>(round + 1, timer => timer.Due == Classroom.RoundTime);
            // Somebody must answer now and then, or the quiz stops for silence.
            await room.PressAsync(quiz, member: 2, option: 1);
            room.Time.Advance(Classroom.RoundTime);
            if (round + 1 == Rounds)
                break;
            await room.Journal.NthAsync<TimerSet>(round + 1, timer => timer.Due == Reveal);
            room.Time.Advance(Reveal);
        }

        var podium = await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Podium"));
        Assert.Contains("200 of 200 correct", podium.Content.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(Rounds, room.Said("1 of 1 correct").Count);
    }

    [Fact]
    public async Task ALobbyStartsByItselfOnceSomebodyIsIn()
    {
        await using var room = new Classroom();
        var quiz = await room.LobbyAsync();
        var lobbyTime = TimeSpan.FromSeconds(30);
        await room.Journal.NthAsync<TimerSet>(1, timer => timer.Due == lobbyTime);
        room.Time.Advance(lobbyTime);
        await room.Journal.NthAsync<TimerSet>(2, timer => timer.Due == lobbyTime);
        Assert.Equal(QuizPhase.Lobby, quiz.State.Phase);

        Assert.Equal(new QuizOutcome.Joined(1), await quiz.SendAsync(new QuizInput.Join(new(2), "Ann", room.Time.GetUtcNow())));
        room.Time.Advance(lobbyTime);
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Question 1 of 3"));
    }

    [Fact]
    public async Task AnAnswerThatOvertakesItsMessageClosesThatMessageAndPostsNoSecondOne()
    {
        await using var room = new Classroom();
        var quiz = await room.LobbyAsync();
        await quiz.SendAsync(new QuizInput.Join(new(2), "Ann", room.Time.GetUtcNow()));
        var confirmation = new TaskCompletionSource();
        room.Discord.Hold = call => IsFirstQuestion(call) ? confirmation.Task : Task.CompletedTask;
        await room.StartAsync(quiz);
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Question 1 of 3"));

        // Discord has shown the message, but its answer to the bot is still on the way.
        Assert.IsType<QuizOutcome.Recorded>(await room.PressAsync(quiz, member: 2, option: 1));
        Assert.Equal(QuizPhase.Revealed, quiz.State.Phase);
        confirmation.SetResult();

        var appeared = await room.Journal.FirstAsync<Appeared>(entry => entry.Nonce.EndsWith("q0.1", StringComparison.Ordinal));
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == Reveal);
        var reveal = Assert.IsType<ApiCall.Edit>(Assert.Single(room.Said("1 of 1 correct")));
        Assert.Equal(appeared.Message, reveal.Message);
    }

    [Fact]
    public async Task AQuizStoppedWhileItsQuestionIsBeingPostedTakesTheButtonsOffIt()
    {
        await using var room = new Classroom();
        var quiz = await room.LobbyAsync();
        var confirmation = new TaskCompletionSource();
        room.Discord.Hold = call => IsFirstQuestion(call) ? confirmation.Task : Task.CompletedTask;
        await room.StartAsync(quiz);
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Question 1 of 3"));
        await quiz.SendAsync(new QuizInput.Stop(Given.Host, IsTeacher: true, room.Time.GetUtcNow()));
        confirmation.SetResult();

        var appeared = await room.Journal.FirstAsync<Appeared>(entry => entry.Nonce.EndsWith("q0.1", StringComparison.Ordinal));
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "The quiz was stopped."));
        var closed = Assert.IsType<ApiCall.Edit>(Assert.Single(room.Said("stopped before this question closed")));
        Assert.Equal(appeared.Message, closed.Message);
        Assert.Empty(closed.Content.Rows);
    }

    [Fact]
    public async Task TheClosingTimeIsToldByDiscordsClock()
    {
        await using var room = new Classroom();
        room.Discord.Ahead = TimeSpan.FromMinutes(5);
        var quiz = await room.StartedAsync();
        var posted = Assert.IsType<ApiCall.Post>(Assert.Single(room.Said("Closes <t:")));
        Assert.Contains(Closing(quiz), posted.Content.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task AClosingTimeThatTurnsOutWrongIsPutRightAtOnce(int minutes)
    {
        await using var room = new Classroom();
        var quiz = await room.LobbyAsync();
        room.Discord.Ahead = TimeSpan.FromMinutes(minutes);
        await room.StartAsync(quiz);
        var corrected = await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "Closes <t:"));
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == Classroom.RoundTime);
        Assert.Contains(Closing(quiz), corrected.Content.Embeds[0].Description, StringComparison.Ordinal);
    }

    private static string Closing(LiveQuiz quiz) =>
        $"<t:{(quiz.State.RoundMessage!.Value.At + quiz.State.Question.Time).ToUnixTimeSeconds()}:R>";

    private static bool IsFirstQuestion(ApiCall call) => call is ApiCall.Post post && post.Nonce.EndsWith("q0.1", StringComparison.Ordinal);
}
