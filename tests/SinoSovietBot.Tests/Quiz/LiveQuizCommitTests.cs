using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public class LiveQuizCommitTests
{
    [Fact]
    public async Task AReplyLeavesOnlyAfterItsCommit()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        room.Store.Holding = true;

        var first = room.PressAsync(quiz, member: 2, option: 1);
        await room.Journal.NthAsync<Saving>(1, entry => entry.Has<QuizChange.AnswerGiven>());
        var second = room.PressAsync(quiz, member: 3, option: 0);
        await room.Journal.NthAsync<Saving>(2, entry => entry.Has<QuizChange.AnswerGiven>());

        // The second press was decided, on top of the first, while neither is on disk.
        Assert.Equal(2, quiz.State.Answers.Count);
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);

        room.Store.Release(1);
        Assert.Equal(new QuizOutcome.Recorded(1), await first);
        Assert.False(second.IsCompleted);
        room.Store.Release();
        Assert.Equal(new QuizOutcome.Recorded(0), await second);
    }

    [Fact]
    public async Task TheSameAnswerAgainIsConfirmedOnlyOnceTheFirstIsStored()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        room.Store.Holding = true;
        var first = room.PressAsync(quiz, member: 2, option: 1);
        var again = room.PressAsync(quiz, member: 2, option: 1);
        var other = room.PressAsync(quiz, member: 3, option: 1);
        await room.Journal.NthAsync<Saving>(2, entry => entry.Has<QuizChange.AnswerGiven>());

        Assert.False(again.IsCompleted);
        room.Store.Fails = change => change is QuizChange.AnswerGiven;
        room.Store.Release();

        Assert.IsType<QuizOutcome.NotSaved>(await first);
        Assert.IsType<QuizOutcome.NotSaved>(await again);
        Assert.IsType<QuizOutcome.NotSaved>(await other);
    }

    [Fact]
    public async Task TheSameAnswerAgainIsConfirmedAfterTheCommit()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        room.Store.Holding = true;
        var first = room.PressAsync(quiz, member: 2, option: 1);
        var again = room.PressAsync(quiz, member: 2, option: 1);
        await room.Journal.FirstAsync<Saving>(entry => entry.Has<QuizChange.AnswerGiven>());
        room.Store.Release();

        Assert.Equal(new QuizOutcome.Recorded(1), await first);
        Assert.Equal(new QuizOutcome.Unchanged(1), await again);
    }

    [Fact]
    public async Task NothingIsAnnouncedBeforeItIsStored()
    {
        await using var room = new Classroom();
        var quiz = await room.LobbyAsync();
        room.Store.Holding = true;
        var starting = room.StartAsync(quiz);
        await room.Journal.FirstAsync<Saving>(entry => entry.Has<QuizChange.RoundAsked>());
        Assert.Equal(QuizPhase.Asking, quiz.State.Phase);
        Assert.Empty(room.Said("Question 1 of 3"));

        room.Store.Release();
        Assert.IsType<QuizOutcome.Started>(await starting);
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Question 1 of 3"));
        Assert.True(
            room.Journal.IndexOf<Committed>(entry => entry.Has<QuizChange.RoundAsked>())
            < room.Journal.IndexOf<ApiCall.Post>(call => Classroom.Holds(call, "Question 1 of 3")));
    }

    [Fact]
    public async Task ThingsAreAnnouncedInTheOrderInWhichTheyWereDecided()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync(Given.Quiz(questions: 1), joining: 2);
        var slow = new TaskCompletionSource();
        room.Discord.Hold = call => call is ApiCall.Edit && Classroom.Holds(call, "1 of 1 correct") ? slow.Task : Task.CompletedTask;

        await room.PressAsync(quiz, member: 2, option: 1);
        await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "1 of 1 correct"));
        Assert.Empty(room.Said("Podium"));
        slow.SetResult();
        await room.Journal.FirstAsync<ApiCall.Post>(call => Classroom.Holds(call, "Podium"));
        await room.Journal.FirstAsync<ApiCall.Edit>(call => Classroom.Holds(call, "This quiz is over"));

        int reveal = room.Journal.IndexOf<ApiCall.Edit>(call => Classroom.Holds(call, "1 of 1 correct"));
        int podium = room.Journal.IndexOf<ApiCall.Post>(call => Classroom.Holds(call, "Podium"));
        int tidied = room.Journal.IndexOf<ApiCall.Edit>(call => Classroom.Holds(call, "This quiz is over"));
        Assert.True(reveal < podium && podium < tidied);
    }

    [Fact]
    public async Task AfterAFailedCommitEveryoneWaitingHearsItAndTheQuestionOpensAgain()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        Assert.IsType<QuizOutcome.Recorded>(await room.PressAsync(quiz, member: 2, option: 1));

        room.Store.Holding = true;
        Task<QuizOutcome>[] waiting = [.. Enumerable.Range(3, 5).Select(member => room.PressAsync(quiz, (ulong)member, option: 0))];
        await room.Journal.NthAsync<Saving>(6, entry => entry.Has<QuizChange.AnswerGiven>());
        room.Store.Fails = change => change is QuizChange.AnswerGiven { Member.Value: 4 };
        room.Store.Release();
        room.Store.Holding = false;
        room.Store.Fails = _ => false;

        // Whoever came before the write that failed is safe; whoever came after it was decided on a state that never existed.
        Assert.IsType<QuizOutcome.Recorded>(await waiting[0]);
        foreach (var late in waiting[1..])
            Assert.IsType<QuizOutcome.NotSaved>(await late);

        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(1));
        Assert.IsType<QuizOutcome.NotSaved>(await room.PressAsync(quiz, member: 9, option: 2));
        room.Time.Advance(TimeSpan.FromSeconds(1));
        var post = await room.Journal.FirstAsync<ApiCall.Post>(call => call.Content.Text.StartsWith("I had trouble saving.",
            StringComparison.Ordinal));
        Assert.Equal("I had trouble saving. Question 1 is open again. The 2 answers already given are safe.", post.Content.Text);
        Assert.EndsWith(".q0.2", post.Nonce, StringComparison.Ordinal);

        await room.Journal.NthAsync<TimerSet>(2, timer => timer.Due == Classroom.RoundTime);
        Assert.Equal(new QuizOutcome.Unchanged(1), await room.PressAsync(quiz, member: 2, option: 1));
        Assert.Equal(new QuizOutcome.Recorded(0), await room.PressAsync(quiz, member: 4, option: 0));
    }

    [Fact]
    public async Task ADatabaseThatCannotBeReadBackIsTriedAgain()
    {
        await using var room = new Classroom();
        var quiz = await room.StartedAsync();
        room.Store.Fails = change => change is QuizChange.AnswerGiven;
        room.Store.CannotRead = true;
        Assert.IsType<QuizOutcome.NotSaved>(await room.PressAsync(quiz, member: 2, option: 1));
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(1));
        room.Time.Advance(TimeSpan.FromSeconds(1));

        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(30));
        Assert.IsType<QuizOutcome.NotSaved>(await room.PressAsync(quiz, member: 3, option: 1));
        room.Store.CannotRead = false;
        room.Store.Fails = _ => false;
        room.Time.Advance(TimeSpan.FromSeconds(30));

        await room.Journal.FirstAsync<ApiCall.Post>(call => call.Content.Text == "I had trouble saving. Question 1 is open again.");
        Assert.Equal(2, room.Journal.Of<Loaded>().Count);
    }

    [Fact]
    public async Task AQuizWhoseOpeningCannotBeStoredLeavesNoTrace()
    {
        await using var room = new Classroom();
        room.Store.Fails = change => change is QuizChange.Opened;
        Assert.IsType<QuizOutcome.NotSaved>(await room.Hall.OpenAsync(Given.Quiz()));
        await room.Journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(1));
        var lost = room.Hall.Find(Given.Quiz().Id)!;
        room.Store.Fails = _ => false;
        room.Time.Advance(TimeSpan.FromSeconds(1));
        await room.Journal.FirstAsync<Loaded>();
        Assert.IsType<QuizOutcome.Over>(await lost.SendAsync(new QuizInput.LobbyExpired(Given.Morning)));

        await room.LobbyAsync(Given.Quiz(id: 4243));
        // The one message there is belongs to the second quiz.
        Assert.Equal($"{Base62.Write(4243)}.l", Assert.Single(room.Journal.Of<Appeared>()).Nonce);
    }
}
