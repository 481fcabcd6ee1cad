using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>Quizzes in SQLite.</summary>
internal sealed class QuizStore(Database database, GroupCommitWriter writer, QuizWrites writes) : IQuizStore
{
    public IQuizWriter OpenWriter() => new Writer(writer, writes);

    public Task<ImmutableArray<QuizState>> LoadLiveAsync(CancellationToken cancellation) => Task.FromResult(Read(reads =>
    {
        cancellation.ThrowIfCancellationRequested();
        return reads.Unfinished().Select(reads.Quiz).OfType<QuizState>().ToImmutableArray();
    }));

    public Task<QuizState?> LoadAsync(QuizId quiz, CancellationToken cancellation) => Task.FromResult(Read(reads => reads.Quiz(quiz)));

    public Task<MemberResults?> ResultsAsync(QuizId quiz, MemberId member, CancellationToken cancellation) => Task.FromResult(Read(reads =>
    {
        if (reads.Quiz(quiz) is not { } state)
            return null;
        var results = reads.Results(quiz, member);
        var rounds = state.Questions.Take(state.RevealedRounds).Select((question, round) =>
            results.TryGetValue(round, out var result)
                ? new MemberRound(question, result.Option, result.Response)
                : new MemberRound(question, null, null));
        return new MemberResults(state.Server, state.DeckTitle, [.. rounds]);
    }));

    private T Read<T>(Func<QuizReads, T> read)
    {
        try
        {
            using var connection = database.OpenReader();
            using var transaction = connection.BeginTransaction(deferred: true);
            return read(new QuizReads(connection));
        }
        catch (SqliteException exception)
        {
            throw SqliteFaults.Describe(database.Path, exception);
        }
        catch (Exception exception) when (SqliteFaults.IsUnreadable(exception))
        {
            throw SqliteFaults.Unreadable(database.Path, exception);
        }
    }

    private sealed class Writer(GroupCommitWriter writer, QuizWrites writes) : IQuizWriter
    {
        private readonly WriteStream stream = new();

        public Task SaveAsync(ImmutableArray<QuizChange> changes) => writer.EnqueueAsync(new Save(stream, writes, changes));
    }

    private sealed class Save(WriteStream stream, QuizWrites writes, ImmutableArray<QuizChange> changes) : WriteJob(stream)
    {
        public override void Execute()
        {
            foreach (var change in changes)
                writes.Apply(change);
        }
    }
}
