using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Benchmarks.Leaderboard;

/// <summary>The query behind <c>/leaderboard</c> on a large database.</summary>
internal static class LeaderboardCommand
{
    private const int Queries = 10_000;

    public static Command Build(TextWriter output)
    {
        var answers = new Option<int>("--answers") { Description = "How many answers the database holds", DefaultValueFactory = _ => 10_000_000 };
        var keep = new Option<string?>("--database") { Description = "Fill, or use again, this file instead of a temporary one" };
        var command = new Command("leaderboard", "Fills a database (1,000 servers of 100 members) and asks for boards") { answers, keep };
        command.SetAction(async parsed =>
        {
            string? kept = parsed.GetValue(keep);
            string folder = kept is null ? Directory.CreateTempSubdirectory("sino-soviet-bench-").FullName : Path.GetDirectoryName(Path.GetFullPath(kept))!;
            string path = kept ?? Path.Combine(folder, "bot.db");
            try
            {
                if (!File.Exists(path))
                    Fill.Database(path, parsed.GetValue(answers), output);
                await AskAsync(path, output);
                return Recount(path, output) ? 0 : 1;
            }
            finally
            {
                if (kept is null)
                    Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static async Task AskAsync(string path, TextWriter output)
    {
        using var storage = SqliteStorage.Open(path, TimeZoneInfo.Utc, NullLogger.Instance);
        var random = new Random(1);
        var times = new List<long>(Queries);
        for (int i = 0; i < Queries; i++)
        {
            var period = (LeaderboardPeriod)random.Next(4);
            DeckId? deck = random.Next(2) == 0 ? null : new DeckId("bench");
            var day = Fill.FirstDay.AddDays(random.Next(Fill.QuizzesPerServer) * Fill.DaysBetweenQuizzes);
            var server = new ServerId((ulong)random.Next(1, Fill.Servers + 1));
            var asker = new MemberId(Fill.Member((long)server.Value, random.Next(Fill.MembersPerServer)));
            int page = random.Next(10) == 0 ? random.Next(10) : 0;
            long start = Stopwatch.GetTimestamp();
            await storage.Leaderboard.PageAsync(new Board(server, deck, LeaderboardWindow.Of(period, day)), page, asker, CancellationToken.None);
            times.Add(Stopwatch.GetTimestamp() - start);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Queries} boards: {new Percentiles(times)}; file {new FileInfo(path).Length / 1e6:0} MB"));
    }

    /// <summary>Whether the totals of a few servers equal a count of the log.</summary>
    private static bool Recount(string path, TextWriter output)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT count(*) FROM totals t
            WHERE deck_key = 0 AND window = 0 AND server_id IN (1, 17, 500, 1000)
              AND points <> (SELECT sum(correct) FROM results r JOIN quizzes q ON q.id = r.quiz_id
                             WHERE q.server_id = t.server_id AND r.member_id = t.member_id AND r.ranked = 1)
            """;
        bool equal = (long)command.ExecuteScalar()! == 0;
        output.WriteLine($"totals and log of four servers: {(equal ? "equal" : "NOT EQUAL")}");
        return equal;
    }
}
