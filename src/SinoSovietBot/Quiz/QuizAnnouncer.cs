using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SinoSovietBot.Interactions;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>
/// Tells a channel what its quiz has decided: one thing after the other, each only after the decision is on disk. What Discord answers goes back
/// into the quiz as input. For one quiz.
/// </summary>
internal sealed class QuizAnnouncer(
    QuizPoster poster, Hearing hearing, IOptions<QuizOptions> options, TimeProvider time, ILogger<QuizAnnouncer> logger)
{
    private static readonly TimeSpan LobbyEditEvery = TimeSpan.FromSeconds(1.2);

    private readonly Channel<Announcement> queue = Channel.CreateUnbounded<Announcement>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, ITimer> timers = [];
    private QuizInput.RoundPosted? lastPosted;
    private long? lastLobbyEdit;
    private int lobbyEdits;

    /// <summary>
    /// Queues effects that wait for a write. A round's clock is set at once: it must not wait behind messages that Discord is slow to take, and a
    /// write that fails makes its input meaningless.
    /// </summary>
    public void Enqueue(LiveQuiz quiz, Task saving, ImmutableArray<QuizEffect> effects)
    {
        foreach (var effect in effects)
        {
            if (effect is QuizEffect.WaitForTimeUp up)
                After("round", up.After, () => _ = SendTimeUpAsync(quiz, up));
            else if (effect is QuizEffect.WaitForCount count)
                After("count", QuizLimits.CountEvery, () => quiz.Send(new QuizInput.CountDue(count.Round)));
            else if (effect is QuizEffect.EditLobby)
                Interlocked.Increment(ref lobbyEdits);
        }

        queue.Writer.TryWrite(new Announcement(saving, effects));
    }

    /// <summary>Nothing more will come.</summary>
    public void Complete() => queue.Writer.TryComplete();

    /// <summary>Works until <see cref="Complete"/> or <paramref name="cancellation"/>. Does not throw on cancellation.</summary>
    public async Task RunAsync(LiveQuiz quiz, CancellationToken cancellation)
    {
        try
        {
            await foreach (var announcement in queue.Reader.ReadAllAsync(cancellation))
                await AnnounceAsync(quiz, announcement, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A shutdown: what was not said is said after the restart.
            Log.AnnouncementsCutOff(logger, quiz.State.Id.Value);
        }
        finally
        {
            lock (timers)
            {
                foreach (var timer in timers.Values)
                    timer.Dispose();
                timers.Clear();
            }
        }
    }

    // A resume brings what was pressed in time, and Discord may still be waiting for the answers.
    private async Task SendTimeUpAsync(LiveQuiz quiz, QuizEffect.WaitForTimeUp up)
    {
        await hearing.Back.WaitAsync(QuizLimits.Silence, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        quiz.Send(new QuizInput.TimeUp(up.Round, up.Opening, time.GetUtcNow()));
    }

    private async Task AnnounceAsync(LiveQuiz quiz, Announcement announcement, CancellationToken cancellation)
    {
        try
        {
            await announcement.Saving.WaitAsync(cancellation);
        }
        catch (StorageException)
        {
            // Not stored, so it never happened: the owner reads the quiz back and decides anew.
            Interlocked.Add(ref lobbyEdits, -announcement.Effects.Count(effect => effect is QuizEffect.EditLobby));
            return;
        }

        foreach (var effect in announcement.Effects)
        {
            try
            {
                await PerformAsync(quiz, effect, cancellation);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // One effect that fails by a fault of ours must not silence the rest of the quiz; and a message that never comes must not leave it
                // waiting for ever.
                Log.QuizFault(logger, quiz.State.Id.Value, exception);
                if (effect is QuizEffect.PostLobby or QuizEffect.PostRound)
                    quiz.Send(new QuizInput.ChannelLost(time.GetUtcNow()));
                else if (effect is QuizEffect.PostEnd)
                    quiz.Send(new QuizInput.EndAnnounced());
            }
        }
    }

    private async Task PerformAsync(LiveQuiz quiz, QuizEffect effect, CancellationToken cancellation)
    {
        switch (effect)
        {
            case QuizEffect.EditLobby lobby when IsSuperseded(quiz, lobby):
            case QuizEffect.EditRound round when quiz.State.Phase != QuizPhase.Asking || quiz.State.Round != round.Quiz.Round:
                // What comes after it in the queue shows more.
                break;
            case QuizEffect.PostRound round:
                await PostRoundAsync(quiz, round, cancellation);
                break;
            case QuizEffect.PostLobby or QuizEffect.EditLobby or QuizEffect.EditRound or QuizEffect.CloseRound or QuizEffect.ShowReveal
                or QuizEffect.PostEnd:
                foreach (var input in await poster.PerformAsync(Completed(effect), cancellation))
                    quiz.Send(input);
                break;
            case QuizEffect.WaitForLobby:
                After("lobby", TimeSpan.FromSeconds(options.Value.LobbySeconds), () => quiz.Send(new QuizInput.LobbyExpired(time.GetUtcNow())));
                break;
            case QuizEffect.WaitForCount or QuizEffect.WaitForTimeUp:
                // Set when they were queued.
                break;
            case QuizEffect.WaitForReveal wait:
                var pause = TimeSpan.FromSeconds(options.Value.RevealSeconds);
                After("reveal", pause, () => quiz.Send(new QuizInput.RevealOver(wait.Round, time.GetUtcNow())));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "Not one of the family.");
        }
    }

    // The round's clock runs from the moment its message is known: what else there is to write comes after.
    private async Task PostRoundAsync(LiveQuiz quiz, QuizEffect.PostRound round, CancellationToken cancellation)
    {
        var (input, closes) = await poster.PostRoundAsync(round, cancellation);
        lastPosted = input as QuizInput.RoundPosted ?? lastPosted;
        quiz.Send(input);
        if (input is QuizInput.RoundPosted posted)
            await poster.CorrectClosingAsync(round, posted.Message, closes, cancellation);
        if (round.Former is { } former)
            await poster.MarkMovedAsync(round.Quiz, former, cancellation);
    }

    // A press, or a stop, can overtake Discord's confirmation of the round's message, so that the decision does not know the message yet. By the time
    // it is announced the message is known, and has buttons to be taken off.
    private QuizEffect Completed(QuizEffect effect) => effect switch
    {
        QuizEffect.ShowReveal reveal => new QuizEffect.ShowReveal(WithMessage(reveal.Quiz)),
        QuizEffect.CloseRound round => new QuizEffect.CloseRound(WithMessage(round.Quiz)),
        _ => effect,
    };

    private QuizState WithMessage(QuizState quiz) =>
        quiz.RoundMessage is null && lastPosted is { } posted && posted.Round == quiz.Round && posted.Opening == quiz.Opening
            ? quiz with { RoundMessage = posted.Message }
            : quiz;

    // A class of thirty joins within seconds, and Discord takes about one edit a second: only the newest state is worth an edit, and while the lobby
    // is open no more often than that. Afterwards the edit takes the Start button off, which must not wait.
    private bool IsSuperseded(LiveQuiz quiz, QuizEffect.EditLobby lobby)
    {
        if (Interlocked.Decrement(ref lobbyEdits) > 0)
            return true;
        if (lobby.Quiz.Phase == QuizPhase.Lobby && lastLobbyEdit is { } last && time.GetElapsedTime(last) is var since && since < LobbyEditEvery)
        {
            After("lobby-edit", LobbyEditEvery - since, () => Enqueue(quiz, Task.CompletedTask, [new QuizEffect.EditLobby(quiz.State)]));
            return true;
        }

        lastLobbyEdit = time.GetTimestamp();
        return false;
    }

    // A later timer of the same kind replaces the earlier one, whose input would be ignored anyway.
    private void After(string kind, TimeSpan delay, Action act)
    {
        lock (timers)
        {
            if (timers.Remove(kind, out var former))
                former.Dispose();
            timers[kind] = time.CreateTimer(_ => act(), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    private readonly record struct Announcement(Task Saving, ImmutableArray<QuizEffect> Effects);
}
