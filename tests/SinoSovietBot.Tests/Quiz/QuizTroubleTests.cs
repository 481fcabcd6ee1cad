using System.Net;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class QuizTroubleTests
{
    [Theory]
    [InlineData(HttpStatusCode.NotFound, DiscordErrorCode.UnknownChannel)]
    [InlineData(HttpStatusCode.Forbidden, DiscordErrorCode.MissingAccess)]
    [InlineData(HttpStatusCode.Forbidden, DiscordErrorCode.MissingPermissions)]
    public async Task AChannelThatIsLostEndsTheQuizAndTheHostIsToldInPrivate(HttpStatusCode status, int code)
    {
        var refusal = FakeDiscordApi.Refusal(status, code);
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        room.Discord.Fault = call => InChannel(call) ? refusal : null;
        room.Time.Advance(Classroom.RoundTime);

        var post = await room.Journal.FirstAsync<ApiCall.Post>(call => call.Channel == FakeDiscordApi.DirectMessages);
        Assert.Contains("I can no longer write in <#500>", post.Content.Text, StringComparison.Ordinal);
        Assert.Equal(Given.Host.Value, Assert.Single(room.Journal.Of<ApiCall.OpenDirectMessage>()).User.Value);
        await room.Journal.FirstAsync<Committed>(entry => entry.Has<QuizChange.EndAnnounced>());
        Assert.Equal(EndReason.ChannelLost, quiz.State.End);
        Assert.Null(room.Hall.In(Given.Channel));
    }

    [Fact]
    public async Task AHostWhoTakesNoPrivateMessagesIsOnlyLogged()
    {
        await using var room = new Classroom();
        await room.StartedAsync();
        room.Discord.Fault = call => InChannel(call)
            ? FakeDiscordApi.Refusal(HttpStatusCode.NotFound, DiscordErrorCode.UnknownChannel)
            : FakeDiscordApi.Refusal(HttpStatusCode.Forbidden, DiscordErrorCode.CannotMessageUser);
        room.Time.Advance(Classroom.RoundTime);

        await room.Journal.FirstAsync<Committed>(entry => entry.Has<QuizChange.EndAnnounced>());
        Assert.Single(room.Journal.Of<Logged>(entry => entry.Text.Contains("could not be told", StringComparison.Ordinal)));
        Assert.DoesNotContain(room.Journal.Of<Logged>(), entry => entry.Level == LogLevel.Error);
    }

    [Fact]
    public async Task AMessageThatWasDeletedIsPostedAgain()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        var lost = new Snowflake(quiz.State.RoundMessage!.Value.Id);
        room.Discord.Fault = call => call is ApiCall.Edit edit && edit.Message == lost
            ? FakeDiscordApi.Refusal(HttpStatusCode.NotFound, DiscordErrorCode.UnknownMessage)
            : null;
        await room.PressAsync(quiz, member: 2, option: 1);
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(3));
        room.Time.Advance(TimeSpan.FromSeconds(3));

        var again = await room.Journal.FirstAsync<ApiCall.Post>(call => call.Nonce.EndsWith(".q0.2", StringComparison.Ordinal));
        Assert.Equal("The message of this question was deleted. Question 1 is open again. The answer already given is safe.", again.Content.Text);
        await room.Journal.NthAsync<TimerSet>(2, timer => timer.Due == Classroom.RoundTime);
        room.Time.Advance(Classroom.RoundTime);
        var reveal = await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "1 of 1 correct"));
        Assert.Equal(quiz.State.RoundMessage!.Value.Id, reveal.Message.Value);
    }

    [Fact]
    public async Task ARevealWhoseMessageWasDeletedIsPostedAsANewOne()
    {
        await using var room = new Classroom();
        await room.StartedAsync();
        room.Discord.Fault = call => call is ApiCall.Edit ? FakeDiscordApi.Refusal(HttpStatusCode.NotFound, DiscordErrorCode.UnknownMessage) : null;
        room.Time.Advance(Classroom.RoundTime);
        var reveal = await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Nobody answered."));
        Assert.EndsWith(".v0", reveal.Nonce, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task ARevealIsTriedUntilDiscordIsBack(HttpStatusCode? status)
    {
        Exception outage = status is { } refused ? FakeDiscordApi.Refusal(refused, 0) : new HttpRequestException("The line is dead.");
        await using var room = new Classroom();
        await room.StartedAsync();
        bool away = true;
        room.Discord.Fault = call => away && call is ApiCall.Edit ? outage : null;
        room.Time.Advance(Classroom.RoundTime);
        foreach (int seconds in new[] { 1, 2, 4, 16, 30 })
        {
            // 8 s is also how long an answer is shown, so that wait is not told apart here.
            if (seconds == 16)
            {
                await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(8));
                room.Time.Advance(TimeSpan.FromSeconds(8));
            }

            await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(seconds));
            away = seconds < 30;
            room.Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        // Once more to be shown, and then the pause after it.
        await room.Journal.NthAsync<TimerSet>(2, timer => timer.Due == TimeSpan.FromSeconds(8));
        Assert.Equal(7, room.Said("Nobody answered.").Count);
        room.Time.Advance(TimeSpan.FromSeconds(8));
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Question 2 of 3"));
    }

    [Fact]
    public async Task AFaultInOneAnnouncementDoesNotSilenceTheRest()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        // Not one of the exceptions that a connection promises.
        room.Discord.Fault = call => call is ApiCall.Edit ? new TaskCanceledException("An inner time limit.") : null;
        room.Time.Advance(Classroom.RoundTime);
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(8));
        room.Time.Advance(TimeSpan.FromSeconds(8));
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Question 2 of 3"));
        Assert.Equal(1, quiz.State.Round);
    }

    private static bool InChannel(ApiCall call) => call switch
    {
        ApiCall.Post post => post.Channel.Value == Given.Channel.Value,
        ApiCall.Edit => true,
        _ => false,
    };
}
