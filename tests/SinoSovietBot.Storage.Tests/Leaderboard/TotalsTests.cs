using System.Globalization;
using CsCheck;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Leaderboard;

public sealed class TotalsTests
{
    private static readonly string[] Three = ["Ann", "Ben", "Cid"];
    private static readonly string[] Zones = ["UTC", "Europe/London", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu"];

    // The clocks of London, New York and Auckland change within two days of these.
    private static readonly DateTimeOffset[] Starts =
    [
        new(2026, 3, 28, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 24, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        new(2026, 3, 7, 12, 0, 0, TimeSpan.Zero), new(2026, 4, 4, 6, 0, 0, TimeSpan.Zero), new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero),
    ];

    private static readonly Gen<Run> Runs =
        from gap in Gen.OneOf(Gen.Int[0, 200], Gen.Int[1400, 1500])
        from questions in Gen.Shuffle(new[] { 0, 1, 2, AQuiz.FirstTyped, AQuiz.FirstList }, 1, 3)
        from answers in Gen.Int[0, 2].Array[6].Array[3]
        from teacher in Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)))
        from deck in Gen.Bool
        from server in Gen.ULong[1, 2]
        select new Run(gap, questions, answers, teacher, deck ? "one" : "two", server);

    [Fact]
    public async Task TheSecondMeetingWithinADayDoesNotCount()
    {
        using var file = new DatabaseFile();
        using var storage = file.Open();
        var first = AQuiz.Opened;
        await StoredQuiz.PlayAsync(storage, 1, first, Three);
        await StoredQuiz.PlayAsync(storage, 2, first.AddDays(1).AddMilliseconds(-1), [.. Three, "Dot"]);
        Assert.Equal([("Ann", 1L), ("Ben", 1L), ("Cid", 1L), ("Dot", 1L)], Points(file));
        Assert.Equal([1L, 1, 1, 0, 0, 0, 1], file.Rows("SELECT ranked FROM results ORDER BY quiz_id, member_id").Select(row => (long)row[0]));
    }

    [Fact]
    public async Task AMeetingAfterADayCountsAgain()
    {
        using var file = new DatabaseFile();
        using var storage = file.Open();
        await StoredQuiz.PlayAsync(storage, 1, AQuiz.Opened, Three);
        await StoredQuiz.PlayAsync(storage, 2, AQuiz.Opened.AddDays(1), Three);
        Assert.Equal([("Ann", 2L), ("Ben", 2L), ("Cid", 2L)], Points(file));
    }

    [Fact]
    public async Task AMeetingInPracticeIsAMeeting()
    {
        using var file = new DatabaseFile();
        using var storage = file.Open();
        await StoredQuiz.PlayAsync(storage, 1, AQuiz.Opened, ["Ann"]);
        await StoredQuiz.PlayAsync(storage, 2, AQuiz.Opened.AddHours(1), Three);
        Assert.Equal([("Ben", 1L), ("Cid", 1L)], Points(file));
    }

    [Fact]
    public async Task TheSameQuestionOfAnotherDeckOrServerIsAnother()
    {
        using var file = new DatabaseFile();
        using var storage = file.Open();
        ulong id = 0;
        foreach (var (deck, server) in ((string, ulong)[])[("one", 1), ("two", 1), ("one", 2)])
        {
            var quiz = StoredQuiz.Opened(++id, AQuiz.Opened, [0], deck, server).Asking();
            foreach (string name in Three)
                quiz.Right(name);
            await new StoredQuiz(storage, quiz.TimedOut()).SaveAsync();
        }

        Assert.Equal(9, file.Number("SELECT sum(ranked) FROM results"));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, false)]
    public async Task PracticeReachesNoBoard(int members, bool teacher)
    {
        using var file = new DatabaseFile();
        using var storage = file.Open();
        string[] names = [.. Enumerable.Range(0, members).Select(member => $"Member {member}")];
        await StoredQuiz.PlayAsync(storage, 1, AQuiz.Opened, names, teacher: teacher);
        Assert.Equal(members, file.Number("SELECT count(*) FROM results WHERE ranked = 0"));
        Assert.Equal(0, file.Number("SELECT count(*) FROM totals"));
    }

    [Theory]
    [InlineData("Europe/London", "2026-03-29T23:30:00Z", 20260330, 20260330, 20260301)] // already Monday in summer time
    [InlineData("UTC", "2026-03-29T23:30:00Z", 20260329, 20260323, 20260301)]
    [InlineData("Pacific/Auckland", "2026-12-31T12:00:00Z", 20270101, 20261228, 20270101)]
    [InlineData("America/New_York", "2027-01-01T04:30:00Z", 20261231, 20261228, 20261201)]
    public async Task APointCountsOnTheDayThatTheServersZoneHas(string zone, string at, long day, long week, long month)
    {
        using var file = new DatabaseFile();
        using var storage = file.Open(TimeZoneInfo.FindSystemTimeZoneById(zone));
        await StoredQuiz.PlayAsync(storage, 1, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), Three);
        Assert.Equal(
            [0, 100_000_000 + day, 200_000_000 + week, 300_000_000 + month],
            file.Rows("SELECT DISTINCT window FROM totals ORDER BY window").Select(row => (long)row[0]));
    }

    [Fact]
    public async Task TheTotalsEqualARecountOfTheLog() =>
        await Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[0, Starts.Length - 1], Runs.Array[1, 10]).SampleAsync(
            async (zoneIndex, start, runs) =>
            {
                using var file = new DatabaseFile();
                var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[zoneIndex]);
                using (var storage = file.Open(zone))
                {
                    var at = Starts[start];
                    ulong id = 0;
                    foreach (var run in runs)
                    {
                        at = at.AddMinutes(run.Gap);
                        var quiz = run.Play(++id, at);
                        at = quiz.Now;
                        await new StoredQuiz(storage, quiz).SaveAsync();
                    }
                }

                Assert.Equal(Recount.Totals(file, zone), Recount.Stored(file));
                Assert.Equal(Recount.History(file), Recount.StoredHistory(file));
            },
            iter: 40,
            threads: 1);

    private static IEnumerable<(string Name, long Points)> Points(DatabaseFile file) =>
        file.Rows("SELECT name, points FROM totals JOIN members USING (server_id, member_id) WHERE deck_key = 0 AND window = 0 ORDER BY name")
            .Select(row => ((string)row[0], (long)row[1]));

    /// <summary>A random quiz; an answer is 0 for none, 1 for wrong, 2 for right.</summary>
    private sealed record Run(int Gap, int[] Questions, int[][] Answers, bool Teacher, string Deck, ulong Server)
    {
        public AQuiz Play(ulong id, DateTimeOffset at)
        {
            var quiz = StoredQuiz.Opened(id, at, Questions, Deck, Server, Teacher).Asking();
            for (int round = 0; round < Questions.Length; round++)
            {
                if (round > 0)
                    quiz.Next();
                for (int member = 0; member < 6; member++)
                    _ = Answers[round][member] switch { 0 => quiz, 1 => quiz.Wrong($"Member {member}"), _ => quiz.Right($"Member {member}") };
                quiz.TimedOut();
            }

            return quiz;
        }
    }
}
