using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>Compares what the database holds with what the test saw accepted.</summary>
internal static class Ledger
{
    /// <summary>Every accepted press is stored once, and nothing else is.</summary>
    public static void HoldsExactly(SqliteProbe database, long quiz, Tally tally)
    {
        var stored = database.AnswersOf(quiz);
        var expected = tally.Presses.Select(press => (press.Id, press.Round - 1, press.Member.Id, press.Option)).Order();
        Assert.Equal(expected, stored.Select(answer => (answer.Press, answer.Round, answer.Member, answer.Option)).Order());

        foreach (var answers in stored.GroupBy(answer => (answer.Round, answer.Member)))
            Assert.Equal(Enumerable.Range(0, answers.Count()), answers.Select(answer => answer.Change));
    }

    /// <summary>The results of the revealed rounds are the answers that were standing, marked by the deck's key.</summary>
    public static void ResultsAre(SqliteProbe database, long quiz, Tally tally)
    {
        var expected = tally.Standing.Select(press => (press.Round - 1, press.Member.Id, press.Option, tally.IsRight(press))).Order();
        Assert.Equal(expected, database.ResultsOf(quiz).Select(result => (result.Round, result.Member, result.Option, result.Correct)).Order());
    }
}
