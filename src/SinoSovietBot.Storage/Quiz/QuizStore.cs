using System.Collections.Immutable;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>Quizzes in SQLite.</summary>
internal sealed class QuizStore(Database database, GroupCommitWriter writer, QuizWrites writes) : IQuizStore
{
    public IQuizWriter OpenWriter() => new Writer(writer, writes);

    public Task<ImmutableArray<QuizId>> UnfinishedAsync(CancellationToken cancellation) =>
        database.ReadAsync(connection => new QuizReads(connection).Unfinished(), cancellation);

    public Task<QuizState?> LoadAsync(QuizId quiz, CancellationToken cancellation) =>
        database.ReadAsync(connection => new QuizReads(connection).Quiz(quiz), cancellation);

    public Task<ClassHistory> HistoryAsync(ServerId server, DeckAddress deck, CancellationToken cancellation) =>
        database.ReadAsync(connection => HistoryReads.Read(connection, server, deck), cancellation);

    public Task<MemberResults?> ResultsAsync(QuizId quiz, MemberId member, CancellationToken cancellation) =>
        database.ReadAsync(connection => Results(new QuizReads(connection), quiz, member), cancellation);

    private static MemberResults? Results(QuizReads reads, QuizId quiz, MemberId member)
    {
        if (reads.Quiz(quiz) is not { } state)
            return null;
        var results = reads.Results(quiz, member);
        var rounds = state.Questions.Take(state.RevealedRounds).Select((question, round) =>
            new MemberRound(question, results.TryGetValue(round, out var answer) ? answer : null));
        return new MemberResults(state.Server, state.DeckTitle, [.. rounds]);
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
