using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Storage.Leaderboard;

/// <summary>Reads boards from the totals; never from the log.</summary>
internal sealed class LeaderboardStore(Database database) : ILeaderboardStore
{
    public Task<LeaderboardPage> PageAsync(Board board, int page, MemberId asker, CancellationToken cancellation) =>
        database.ReadAsync(connection => Page(new Reading(connection, board), page, asker), cancellation);

    private static LeaderboardPage Page(Reading reading, int page, MemberId asker)
    {
        int members = reading.Members();
        int pages = Math.Max(1, (members + LeaderboardPage.PageSize - 1) / LeaderboardPage.PageSize);
        int shown = Math.Clamp(page, 0, pages - 1);
        return new LeaderboardPage(shown, pages, members, reading.Page(shown), reading.Own(asker));
    }

    private sealed class Reading(SqliteConnection connection, Board board)
    {
        private const string OfBoard =
            """
            FROM totals
            LEFT JOIN members USING (server_id, member_id)
            WHERE server_id = $server AND deck_key = $deck AND window = $window
            """;

        private const string CountOfBoard =
            "SELECT count(*) FROM totals WHERE server_id = $server AND deck_key = $deck AND window = $window";

        private readonly long deck = DeckKey(connection, board);

        public int Members()
        {
            using var command = Command($"{CountOfBoard} AND points > 0");
            return (int)(long)command.ExecuteScalar()!;
        }

        public ImmutableArray<Standing> Page(int page)
        {
            using var command = Command(
                $"""
                SELECT member_id, coalesce(name, ''), points, answered {OfBoard} AND points > 0
                ORDER BY points DESC, member_id
                LIMIT $size OFFSET $offset
                """);
            command.Parameters.AddWithValue("$size", LeaderboardPage.PageSize);
            command.Parameters.AddWithValue("$offset", page * LeaderboardPage.PageSize);
            using var reader = command.ExecuteReader();
            var standings = ImmutableArray.CreateBuilder<Standing>();
            while (reader.Read())
            {
                int points = reader.GetInt32(2);
                // Within a page a place follows from the line before; only the first line has to be counted.
                int place = standings.Count == 0 ? PlaceOf(points)
                    : standings[^1].Points == points ? standings[^1].Place
                    : (page * LeaderboardPage.PageSize) + standings.Count + 1;
                standings.Add(new Standing(place, new MemberId((ulong)reader.GetInt64(0)), reader.GetString(1), points, reader.GetInt32(3)));
            }

            return standings.ToImmutable();
        }

        public Standing? Own(MemberId member)
        {
            using var command = Command($"SELECT coalesce(name, ''), points, answered {OfBoard} AND member_id = $member AND points > 0");
            command.Parameters.AddWithValue("$member", (long)member.Value);
            using var reader = command.ExecuteReader();
            return reader.Read()
                ? new Standing(PlaceOf(reader.GetInt32(1)), member, reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2))
                : null;
        }

        private static long DeckKey(SqliteConnection connection, Board board)
        {
            if (board.Deck is not { } deck)
                return TotalsKey.AllDecks;
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT key FROM decks WHERE id = $id";
            command.Parameters.AddWithValue("$id", deck.ToString());
            // No quiz has used this deck: no row of the totals can match.
            return command.ExecuteScalar() is long key ? key : -1;
        }

        private int PlaceOf(int points)
        {
            using var command = Command($"{CountOfBoard} AND points > $points");
            command.Parameters.AddWithValue("$points", points);
            return (int)(long)command.ExecuteScalar()! + 1;
        }

        private SqliteCommand Command([ConstantExpected] string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$server", (long)board.Server.Value);
            command.Parameters.AddWithValue("$deck", deck);
            command.Parameters.AddWithValue("$window", TotalsKey.Of(board.Window));
            return command;
        }
    }
}
