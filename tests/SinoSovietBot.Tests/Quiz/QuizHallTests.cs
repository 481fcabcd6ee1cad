using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class QuizHallTests
{
    [Fact]
    public async Task AChannelHasOneQuizAtATime()
    {
        await using var room = new Classroom();
        var quiz = await room.LobbyAsync();
        Assert.Null(await room.Hall.OpenAsync(Given.Quiz(id: 5000)));
        Assert.Null(room.Hall.Find(new QuizId(5000)));
        await room.LobbyAsync(Given.Quiz(id: 5001, channel: 501));

        await quiz.SendAsync(new QuizInput.Stop(Given.Host, IsTeacher: true, room.Time.GetUtcNow()));
        Assert.Null(room.Hall.In(Given.Channel));
        await room.LobbyAsync(Given.Quiz(id: 5002));
        Assert.NotNull(room.Hall.In(Given.Channel));
    }

    [Fact]
    public async Task AQuizThatHasEndedIsForgotten()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync(Given.Quiz(questions: 1), joining: 2);
        await room.PressAsync(quiz, member: 2, option: 1);
        await room.Journal.FirstAsync<Committed>(entry => entry.Has<QuizChange.EndAnnounced>());
        Assert.True(room.Store.IsAnnounced(quiz.State.Id));
        Assert.IsType<QuizOutcome.Over>(await quiz.SendAsync(new QuizInput.Join(new MemberId(3), "Ann", room.Time.GetUtcNow())));
    }

    [Fact]
    public async Task AShutdownLeavesTheQuizAsItIsAndPostsNothing()
    {
        var room = new Classroom();
        var quiz = await room.StartedAsync();
        await room.PressAsync(quiz, member: 2, option: 1);
        int said = room.Journal.Of<ApiCall>().Count;
        await room.DisposeAsync();

        room.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(said, room.Journal.Of<ApiCall>().Count);
        var stored = (await room.Store.LoadAsync(quiz.State.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal(QuizPhase.Asking, stored.Phase);
        Assert.Single(stored.Answers);
    }

    [Fact]
    public async Task APressThatMeetsTheShutdownIsNotToldThatTheQuizIsOver()
    {
        var room = new Classroom();
        var quiz = await room.StartedAsync();
        await room.DisposeAsync();
        Assert.IsType<QuizOutcome.NotSaved>(await room.PressAsync(quiz, member: 2, option: 1));
    }

    [Fact]
    public async Task AShutdownDuringAnOutageDoesNotHang()
    {
        var room = new Classroom();
        await room.StartedAsync();
        room.Discord.Fault = call => call is ApiCall.Edit ? new HttpRequestException("The line is dead.") : null;
        room.Time.Advance(Classroom.RoundTime);
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(1));
        await room.DisposeAsync();
    }

    [Fact]
    public async Task AShutdownDoesNotWaitForACommitInOrderToAnnounceIt()
    {
        var room = new Classroom();
        var quiz = await room.LobbyAsync();
        room.Store.Holding = true;
        var starting = room.StartAsync(quiz);
        await room.Journal.FirstAsync<Saving>(entry => entry.Has<QuizChange.RoundAsked>());
        await room.DisposeAsync();
        Assert.Empty(room.Said("Question 1 of 3"));

        // The write itself goes through, and the question is posted after the restart.
        room.Store.Release();
        Assert.IsType<QuizOutcome.Started>(await starting);
        Assert.Equal(QuizPhase.Asking, (await room.Store.LoadAsync(quiz.State.Id, TestContext.Current.CancellationToken))!.Phase);
    }

    [Fact]
    public async Task ALobbyThatWasNeverPostedIsPostedAfterARestart()
    {
        await using var room = await RestartedAsync(Given.Quiz());
        var lobby = await room.Journal.FirstAsync<ApiCall.Post>();
        Assert.EndsWith(".l", lobby.Nonce, StringComparison.Ordinal);
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task ALobbyThatWasPostedGoesOnAfterARestart()
    {
        var quiz = Given.Quiz() with { LobbyMessage = Given.MessageAt(Given.Morning, 90), Joined = [new MemberId(2)] };
        await using var room = await RestartedAsync(quiz);
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(30));
        Assert.Empty(room.Journal.Of<ApiCall.Post>());
        Assert.Equal(quiz.LobbyMessage!.Value.Id, Assert.Single(room.Journal.Of<ApiCall.Edit>()).Message.Value);
        room.Time.Advance(TimeSpan.FromSeconds(30));
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Question 1 of 3"));
    }

    [Fact]
    public async Task AnOpenQuestionIsStoredAndPostedAgainAfterARestart()
    {
        var answers = ImmutableDictionary<MemberId, GivenAnswer>.Empty
            .Add(new MemberId(2), new GivenAnswer(1, TimeSpan.FromSeconds(3), 0, 1))
            .Add(new MemberId(3), new GivenAnswer(0, TimeSpan.FromSeconds(4), 0, 2));
        var quiz = Given.Asking() with { Round = 1, Answers = answers };
        await using var room = await RestartedAsync(quiz);
        var again = await room.Journal.FirstAsync<ApiCall.Post>();
        Assert.Equal("I restarted. Question 2 is open again. The 2 answers already given are safe.", again.Content.Text);
        Assert.EndsWith(".q1.2", again.Nonce, StringComparison.Ordinal);
        Assert.True(room.Journal.IndexOf<Committed>(entry => entry.Has<QuizChange.RoundAsked>()) < room.Journal.IndexOf<ApiCall.Post>(_ => true));

        var moved = await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "open again further down"));
        Assert.Equal(quiz.RoundMessage!.Value.Id, moved.Message.Value);
        Assert.Empty(moved.Content.Rows);
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == Classroom.RoundTime);
    }

    [Fact]
    public async Task ARevealIsShownAgainAfterARestart()
    {
        await using var room = await RestartedAsync(Given.Asking() with { Phase = QuizPhase.Revealed, RevealedRounds = 1 });
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(8));
        var reveal = Assert.Single(room.Journal.Of<ApiCall.Edit>());
        Assert.True(Classroom.Holds(reveal, "Because it did."));
        Assert.Empty(room.Journal.Of<ApiCall.Post>());
        room.Time.Advance(TimeSpan.FromSeconds(8));
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Question 2 of 3"));
    }

    [Fact]
    public async Task AnEndThatWasNotAnnouncedIsAnnouncedAfterARestart()
    {
        var quiz = Given.Asking() with { Phase = QuizPhase.Ended, End = EndReason.Finished, Round = 2, RevealedRounds = 3 };
        await using var room = await RestartedAsync(quiz);
        var podium = await room.Journal.FirstAsync<ApiCall.Post>();
        Assert.True(Classroom.Holds(podium, "Podium"));
        Assert.EndsWith(".e", podium.Nonce, StringComparison.Ordinal);
        await room.Journal.FirstAsync<Committed>(entry => entry.Has<QuizChange.EndAnnounced>());
    }

    [Fact]
    public async Task TheSameAnnouncementHasTheSameNonceAfterARestart()
    {
        await using var first = await RestartedAsync(Given.Quiz());
        await using var second = await RestartedAsync(Given.Quiz());
        var one = await first.Journal.FirstAsync<ApiCall.Post>();
        var two = await second.Journal.FirstAsync<ApiCall.Post>();
        Assert.Equal(one.Nonce, two.Nonce);
    }

    [Fact]
    public async Task TheLongestNonceIsOneThatDiscordTakes()
    {
        // Discord's ids reach 64 bits in about a hundred years; a question is opened again once for each restart while it is open.
        await using var room = await RestartedAsync(Given.Asking(50) with { Id = new QuizId(ulong.MaxValue), Round = 49, Opening = 9_999 });
        var again = await room.Journal.FirstAsync<ApiCall.Post>();
        Assert.EndsWith(".q49.10000", again.Nonce, StringComparison.Ordinal);
        Assert.InRange(again.Nonce.Length, 1, Discord.DiscordLimits.Nonce);
    }

    [Fact]
    public async Task AQuizThatCannotBeReadKeepsNoOtherFromGoingOn()
    {
        await using var room = new Classroom();
        room.Store.Put(Given.Quiz(id: 5000));
        room.Store.Damaged.Add(new QuizId(5000));
        room.Store.Put(Given.Quiz(id: 5001, channel: 501));
        await room.Hall.ResumeAsync(TestContext.Current.CancellationToken);

        Assert.Null(room.Hall.Find(new QuizId(5000)));
        Assert.NotNull(room.Hall.Find(new QuizId(5001)));
        var told = Assert.Single(room.Journal.Of<Logged>(), line => line.Level == LogLevel.Error);
        Assert.Contains("5000", told.Text, StringComparison.Ordinal);
        Assert.Contains("The disk is gone.", told.Text, StringComparison.Ordinal);
    }

    private static async Task<Classroom> RestartedAsync(QuizState stored)
    {
        var room = new Classroom();
        room.Store.Put(stored);
        await room.Hall.ResumeAsync(TestContext.Current.CancellationToken);
        return room;
    }
}
