using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>The bot's own store, which tells whether a write is under way. Thread-safe.</summary>
internal sealed class WatchedStore(IQuizStore inner) : IQuizStore
{
    private int _writing;
    private long _written;

    public bool IsWriting => Volatile.Read(ref _writing) > 0;

    public long Written => Volatile.Read(ref _written);

    public IQuizWriter OpenWriter() => new Writer(this, inner.OpenWriter());

    public Task<ImmutableArray<QuizId>> UnfinishedAsync(CancellationToken cancellation) => inner.UnfinishedAsync(cancellation);

    public Task<QuizState?> LoadAsync(QuizId quiz, CancellationToken cancellation) => inner.LoadAsync(quiz, cancellation);

    public Task<ClassHistory> HistoryAsync(ServerId server, DeckAddress deck, CancellationToken cancellation) =>
        inner.HistoryAsync(server, deck, cancellation);

    public Task<MemberResults?> ResultsAsync(QuizId quiz, MemberId member, CancellationToken cancellation) =>
        inner.ResultsAsync(quiz, member, cancellation);

    private sealed class Writer(WatchedStore store, IQuizWriter inner) : IQuizWriter
    {
        public async Task SaveAsync(ImmutableArray<QuizChange> changes)
        {
            Interlocked.Increment(ref store._writing);
            try
            {
                await inner.SaveAsync(changes);
            }
            finally
            {
                Interlocked.Increment(ref store._written);
                Interlocked.Decrement(ref store._writing);
            }
        }
    }
}

/// <summary>The bot's own boards, on which a test can sit for as long as it likes: the handler that takes minutes. Thread-safe.</summary>
internal sealed class HeldBoards(ILeaderboardStore inner) : ILeaderboardStore
{
    private volatile TaskCompletionSource? _held;

    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _held!.TrySetResult();

    public async Task<LeaderboardPage> PageAsync(Board board, int page, MemberId asker, CancellationToken cancellation)
    {
        await (_held?.Task ?? Task.CompletedTask).WaitAsync(cancellation);
        return await inner.PageAsync(board, page, asker, cancellation);
    }
}
