using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>
/// The one owner of a running quiz. Inputs wait in a mailbox and are taken one at a time: the rules decide, the changes are handed to the
/// writer together with whoever waits for them, and the next input is taken without waiting for the disk. Thread-safe.
/// </summary>
internal sealed class LiveQuiz
{
    private static readonly TimeSpan FirstReload = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowestReload = TimeSpan.FromSeconds(30);

    private readonly Channel<Mail> mailbox = Channel.CreateUnbounded<Mail>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IQuizStore store;
    private readonly QuizAnnouncer announcer;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private volatile QuizState state;
    private IQuizWriter writer;
    private Task lastSave = Task.CompletedTask;
    private volatile QuizOutcome unread = new QuizOutcome.Over();

    public LiveQuiz(QuizState state, IQuizStore store, QuizAnnouncer announcer, TimeProvider time, ILogger logger)
    {
        this.state = state;
        this.store = store;
        this.announcer = announcer;
        this.time = time;
        this.logger = logger;
        EndIsStored = state.Phase == QuizPhase.Ended;
        writer = store.OpenWriter();
    }

    /// <summary>The quiz as last decided; it may be a moment ahead of what is stored.</summary>
    public QuizState State => state;

    /// <summary>Whether the end is on disk: only then is the channel free for another quiz.</summary>
    public bool EndIsStored { get; private set; }

    /// <summary>Takes an input, in the order of the calls.</summary>
    /// <returns>What to say, once it is stored.</returns>
    public Task<QuizOutcome> SendAsync(QuizInput input)
    {
        // Completed by the thread that finishes the write; the continuation is the sending of a reply, which belongs on that thread's pool.
        var waiter = new TaskCompletionSource<QuizOutcome>();
        if (!mailbox.Writer.TryWrite(new Mail(input, waiter)))
            waiter.SetResult(unread);
        return waiter.Task;
    }

    /// <summary>Takes an input that nobody waits for.</summary>
    public void Send(QuizInput input) => mailbox.Writer.TryWrite(new Mail(input, null));

    /// <summary>Runs until the quiz has ended and said so, or until <paramref name="cancellation"/>: then it can be resumed from the database.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var announcing = announcer.RunAsync(this, cancellation);
        try
        {
            var delay = FirstReload;
            for (long begun = time.GetTimestamp(); !await ProcessAsync(cancellation); begun = time.GetTimestamp())
            {
                // A quiz that has run well for a while starts over with the short wait.
                delay = time.GetElapsedTime(begun) > SlowestReload ? FirstReload : delay;
                if (!await ReloadAsync(delay, cancellation))
                    break;
                delay = delay * 2 < SlowestReload ? delay * 2 : SlowestReload;
            }
        }
        finally
        {
            // A stop of the bot is no end of the quiz: it goes on after the restart, and so can whoever pressed meanwhile.
            if (cancellation.IsCancellationRequested)
                unread = new QuizOutcome.NotSaved();
            mailbox.Writer.TryComplete();
            while (mailbox.Reader.TryRead(out var mail))
                mail.Waiter?.TrySetResult(unread);
            announcer.Complete();
            await announcing;
        }
    }

    /// <summary>Takes inputs until the end (true) or until a write fails (false).</summary>
    private async Task<bool> ProcessAsync(CancellationToken cancellation)
    {
        await foreach (var mail in mailbox.Reader.ReadAllAsync(cancellation))
        {
            if (mail.FailedWriter is { } failed)
            {
                // The word of a failure arrives once for each write that failed; only the first one concerns the writer in use.
                if (failed == writer)
                    return false;
                continue;
            }

            if (!TryDecide(mail, out var step))
                return false;
            state = step.Next;
            Hand(step, mail.Waiter);
            if (mail.Input is QuizInput.EndAnnounced)
                return true;
        }

        return true;
    }

    // A fault in the rules costs one input: the quiz is read back as it was stored, instead of stopping for good.
    private bool TryDecide(Mail mail, out QuizStep step)
    {
        try
        {
            step = QuizRules.Apply(state, mail.Input!);
            return true;
        }
        catch (Exception exception)
        {
            Log.QuizFault(logger, state.Id.Value, exception);
            mail.Waiter?.SetResult(new QuizOutcome.NotSaved());
            step = default;
            return false;
        }
    }

    private void Hand(QuizStep step, TaskCompletionSource<QuizOutcome>? waiter)
    {
        // What changes nothing may still rest on a change that is not on disk yet ("locked in already"), so it waits for the write before it.
        var saving = step.Changes.IsEmpty ? lastSave : writer.SaveAsync(step.Changes);
        lastSave = saving;
        if (!step.Effects.IsEmpty)
            announcer.Enqueue(this, saving, step.Effects);
        if (saving.IsCompletedSuccessfully)
            Finish(step, waiter);
        else
            _ = FinishAsync(saving, step, waiter, writer);
    }

    private async Task FinishAsync(Task saving, QuizStep step, TaskCompletionSource<QuizOutcome>? waiter, IQuizWriter used)
    {
        try
        {
            await saving;
        }
        catch (StorageException)
        {
            mailbox.Writer.TryWrite(new Mail(null, null) { FailedWriter = used });
            waiter?.SetResult(new QuizOutcome.NotSaved());
            return;
        }

        Finish(step, waiter);
    }

    private void Finish(QuizStep step, TaskCompletionSource<QuizOutcome>? waiter)
    {
        EndIsStored |= step.Next.Phase == QuizPhase.Ended;
        waiter?.SetResult(step.Outcome);
    }

    /// <summary>Forgets what was decided and reads back what is stored; meanwhile everyone hears that nothing is saved.</summary>
    /// <returns>False when nothing is stored: not even the opening was, so nobody has seen this quiz and there is nothing to announce.</returns>
    private async Task<bool> ReloadAsync(TimeSpan delay, CancellationToken cancellation)
    {
        Log.QuizNotSaved(logger, state.Id.Value, delay);
        while (true)
        {
            await RefuseForAsync(delay, cancellation);
            try
            {
                if (await store.LoadAsync(state.Id, cancellation) is not { } stored)
                {
                    state = state with { Phase = QuizPhase.Ended, End = EndReason.Stopped };
                    EndIsStored = true;
                    return false;
                }

                state = stored;
                writer = store.OpenWriter();
                lastSave = Task.CompletedTask;
                Send(new QuizInput.Resumed(time.GetUtcNow(), ReopenCause.SavingFailed));
                return true;
            }
            catch (StorageException exception)
            {
                Log.QuizNotReloaded(logger, state.Id.Value, exception.Message);
                delay = SlowestReload;
            }
        }
    }

    private async Task RefuseForAsync(TimeSpan delay, CancellationToken cancellation)
    {
        var end = Task.Delay(delay, time, cancellation);
        while (!end.IsCompleted)
        {
            while (mailbox.Reader.TryRead(out var mail))
                mail.Waiter?.SetResult(new QuizOutcome.NotSaved());
            await Task.WhenAny(end, mailbox.Reader.WaitToReadAsync(cancellation).AsTask());
        }

        await end;
    }

    private readonly record struct Mail(QuizInput? Input, TaskCompletionSource<QuizOutcome>? Waiter)
    {
        /// <summary>Instead of an input: this writer lost a write.</summary>
        public IQuizWriter? FailedWriter { get; init; }
    }
}
