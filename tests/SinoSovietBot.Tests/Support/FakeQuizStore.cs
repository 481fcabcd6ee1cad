using System.Collections.Immutable;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Tests.Support;

/// <summary>A database in memory whose commits can be held open and made to fail. Thread-safe.</summary>
internal sealed class FakeQuizStore(Journal journal) : IQuizStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<QuizId, QuizState> stored = [];
    private readonly HashSet<QuizId> announced = [];
    private readonly Queue<Pending> pending = [];

    /// <summary>While set, commits wait for <see cref="Release"/>.</summary>
    public bool Holding { get; set; }

    /// <summary>Which writes fail.</summary>
    public Func<QuizChange, bool> Fails { get; set; } = _ => false;

    public bool CannotRead { get; set; }

    /// <summary>Which quizzes are damaged.</summary>
    public HashSet<QuizId> Damaged { get; } = [];

    public Func<QuizId, MemberId, MemberResults?> Results { get; set; } = (_, _) => null;

    public IQuizWriter OpenWriter() => new Writer(this);

    public void Put(QuizState state)
    {
        lock (gate)
            stored[state.Id] = state;
    }

    public bool IsAnnounced(QuizId quiz)
    {
        lock (gate)
            return announced.Contains(quiz);
    }

    /// <summary>Finishes the writes that wait, oldest first.</summary>
    public void Release(int count = int.MaxValue)
    {
        while (count-- > 0 && Next() is { } next)
            next.Writer.Finish(next);
    }

    public Task<ImmutableArray<QuizId>> UnfinishedAsync(CancellationToken cancellation)
    {
        lock (gate)
            return Task.FromResult<ImmutableArray<QuizId>>([.. stored.Keys.Where(quiz => !announced.Contains(quiz)).OrderBy(quiz => quiz.Value)]);
    }

    public Task<QuizState?> LoadAsync(QuizId quiz, CancellationToken cancellation)
    {
        journal.Add(new Loaded(quiz));
        if (CannotRead || Damaged.Contains(quiz))
            return Task.FromException<QuizState?>(new StorageException("The disk is gone."));
        lock (gate)
            return Task.FromResult(stored.GetValueOrDefault(quiz));
    }

    public Func<ServerId, DeckAddress, ClassHistory> History { get; set; } = (_, _) => ClassHistory.Empty;

    public Task<ClassHistory> HistoryAsync(ServerId server, DeckAddress deck, CancellationToken cancellation) => CannotRead
        ? Task.FromException<ClassHistory>(new StorageException("The disk is gone."))
        : Task.FromResult(History(server, deck));

    public Task<MemberResults?> ResultsAsync(QuizId quiz, MemberId member, CancellationToken cancellation) => Task.FromResult(Results(quiz, member));

    private Pending? Next()
    {
        lock (gate)
            return pending.TryDequeue(out var next) ? next : null;
    }

    private void Apply(ImmutableArray<QuizChange> changes)
    {
        lock (gate)
        {
            foreach (var change in changes)
            {
                var id = StoredQuiz.IdOf(change) ?? StoredQuiz.IdOf(changes.First(other => StoredQuiz.IdOf(other) is not null))!.Value;
                if (change is QuizChange.EndAnnounced)
                    announced.Add(id);
                if (StoredQuiz.Apply(stored.GetValueOrDefault(id), change) is { } next)
                    stored[id] = next;
            }
        }
    }

    private sealed record Pending(Writer Writer, ImmutableArray<QuizChange> Changes, TaskCompletionSource Done);

    private sealed class Writer(FakeQuizStore store) : IQuizWriter
    {
        private bool broken;

        public Task SaveAsync(ImmutableArray<QuizChange> changes)
        {
            var write = new Pending(this, changes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (store.Holding)
            {
                lock (store.gate)
                    store.pending.Enqueue(write);
                store.Note(new Saving(changes));
            }
            else
            {
                store.Note(new Saving(changes));
                Finish(write);
            }

            return write.Done.Task;
        }

        public void Finish(Pending write)
        {
            broken |= write.Changes.Any(store.Fails);
            if (broken)
            {
                write.Done.SetException(new StorageException("The disk is full."));
                return;
            }

            store.Apply(write.Changes);
            store.Note(new Committed(write.Changes));
            write.Done.SetResult();
        }
    }

    private void Note(object entry) => journal.Add(entry);
}

/// <summary>A write was handed in.</summary>
internal sealed record Saving(ImmutableArray<QuizChange> Changes)
{
    public bool Has<T>() => Changes.OfType<T>().Any();
}

/// <summary>A write is on disk.</summary>
internal sealed record Committed(ImmutableArray<QuizChange> Changes)
{
    public bool Has<T>() => Changes.OfType<T>().Any();
}

/// <summary>A quiz was read back.</summary>
internal sealed record Loaded(QuizId Quiz);
