using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Interactions;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>The quizzes that are running: at most one a channel. Thread-safe.</summary>
internal sealed class QuizHall(
    IQuizStore store, Func<QuizAnnouncer> announcers, Hearing hearing, TimeProvider time, ILogger<QuizHall> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<QuizId, LiveQuiz> byId = new();
    private readonly ConcurrentDictionary<ChannelId, LiveQuiz> byChannel = new();
    private readonly ConcurrentDictionary<QuizId, Task> running = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>No round closes while Discord cannot be heard, within reason.</summary>
    public Hearing Hearing => hearing;

    public LiveQuiz? Find(QuizId quiz) => byId.GetValueOrDefault(quiz);

    /// <summary>The quiz that runs in a channel, or null.</summary>
    public LiveQuiz? In(ChannelId channel) =>
        byChannel.TryGetValue(channel, out var quiz) && !quiz.EndIsStored ? quiz : null;

    /// <summary>
    /// Whether a quiz on a deck is running in a server, or anywhere with this member in it: then the answers are not to be had elsewhere.
    /// </summary>
    public bool IsOn(DeckAddress deck, ServerId? server, MemberId member) => byId.Values.Any(quiz =>
        !quiz.EndIsStored && quiz.State.Deck == deck && (quiz.State.Server == server || quiz.State.Names.ContainsKey(member)));

    /// <summary>Begins a quiz.</summary>
    /// <returns>What came of storing it, or null when another quiz runs in the channel.</returns>
    public async Task<QuizOutcome?> OpenAsync(QuizState state)
    {
        if (!TryAdd(state, out var quiz))
            return null;
        return await quiz.SendAsync(new QuizInput.Open());
    }

    /// <summary>Goes on with every quiz that a stop of the bot, planned or not, has interrupted.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        foreach (var id in await store.UnfinishedAsync(cancellation))
        {
            if (await LoadAsync(id, cancellation) is not { } state)
                continue;
            if (!TryAdd(state, out var quiz))
            {
                Log.QuizNotResumed(logger, state.Id.Value, state.Channel.Value);
                continue;
            }

            Log.QuizResumed(logger, state.Id.Value, state.Channel.Value, state.Round + 1, state.Questions.Length);
            quiz.Send(new QuizInput.Resumed(time.GetUtcNow(), ReopenCause.Restart));
        }
    }

    /// <summary>Stops without ending any quiz: they continue at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Values);
        stopping.Dispose();
    }

    /// <summary>One quiz, or null when it cannot be read: that must not keep the others from going on.</summary>
    private async Task<QuizState?> LoadAsync(QuizId quiz, CancellationToken cancellation)
    {
        try
        {
            return await store.LoadAsync(quiz, cancellation);
        }
        catch (StorageException exception)
        {
            Log.QuizUnreadable(logger, quiz.Value, exception.Message);
            return null;
        }
    }

    private bool TryAdd(QuizState state, [NotNullWhen(true)] out LiveQuiz? quiz)
    {
        var added = new LiveQuiz(state, store, announcers(), time, logger);
        quiz = byChannel.AddOrUpdate(state.Channel, added, (_, former) => former.EndIsStored ? added : former);
        if (quiz != added)
            return false;
        byId[state.Id] = added;
        running[state.Id] = RunAsync(added);
        return true;
    }

    private async Task RunAsync(LiveQuiz quiz)
    {
        // Off the caller's thread: a quiz must not begin inside the handler that opens it.
        await Task.Yield();
        try
        {
            await quiz.RunAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.QuizPaused(logger, quiz.State.Id.Value);
        }
        catch (Exception exception)
        {
            // The last frame above the pool. The quiz is still in the database and continues after a restart.
            Log.QuizFault(logger, quiz.State.Id.Value, exception);
        }
        finally
        {
            byId.TryRemove(quiz.State.Id, out _);
            byChannel.TryRemove(KeyValuePair.Create(quiz.State.Channel, quiz));
            running.TryRemove(quiz.State.Id, out _);
        }
    }
}
