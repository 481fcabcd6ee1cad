using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Leaderboard;

/// <summary>Answers who leads. Thread-safe.</summary>
public interface ILeaderboardStore
{
    /// <summary>One page of a board, and the asker's own standing.</summary>
    /// <param name="board">Which board.</param>
    /// <param name="page">From 0; past the end the last page is given.</param>
    /// <param name="asker">Whose own standing to add.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<LeaderboardPage> PageAsync(Board board, int page, MemberId asker, CancellationToken cancellation);
}

/// <summary>Which board: of a server, over one deck or all, in a window.</summary>
public readonly record struct Board(ServerId Server, DeckAddress? Deck, LeaderboardWindow Window);

/// <summary>Part of a board.</summary>
/// <param name="Page">From 0.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Members">How many stand on the board.</param>
/// <param name="Standings">At most <see cref="PageSize"/>, best first.</param>
/// <param name="Own">The asker's standing, or null when they are not on the board.</param>
public sealed record LeaderboardPage(int Page, int Pages, int Members, ImmutableArray<Standing> Standings, Standing? Own)
{
    /// <summary>Standings on a page.</summary>
    public const int PageSize = 10;
}

/// <summary>A member's place.</summary>
/// <param name="Place">From 1. Equal points share a place and the next one is skipped: 1, 2, 2, 4.</param>
/// <param name="Member">Who.</param>
/// <param name="Name">Their display name when last seen, unescaped.</param>
/// <param name="Points">Right answers in ranked rounds; at least 1.</param>
/// <param name="Answered">Ranked rounds they answered.</param>
public sealed record Standing(int Place, MemberId Member, string Name, int Points, int Answered);
