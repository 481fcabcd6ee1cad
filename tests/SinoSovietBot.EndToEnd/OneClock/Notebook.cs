using System.Collections.Concurrent;
using System.Globalization;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>
/// The test's own count of a quiz: what members pressed and were told, and what the deck's export says is right. It shares no code with the bot.
/// Thread-safe.
/// </summary>
internal sealed class Notebook(DeckKey key)
{
    private const int PodiumLines = 10;

    private readonly ConcurrentQueue<Press> _accepted = new();
    private readonly ConcurrentQueue<Press> _failed = new();
    private readonly ConcurrentDictionary<int, (int Right, TimeSpan Time)> _rounds = new();

    /// <summary>Presses that Discord told their members had failed.</summary>
    public IReadOnlyCollection<Press> Failed => _failed;

    public IReadOnlyCollection<Press> Accepted => _accepted;

    /// <summary>Notes a question; gives the index of its right option.</summary>
    public int Open(RoundOnScreen round, TimeSpan time)
    {
        var right = key.RightOption(round);
        _rounds[round.Number] = (right, time);
        return right;
    }

    public void Accept(Press press) => _accepted.Enqueue(press);

    /// <summary>
    /// A member hears that an option is locked in already: it was accepted before, or Discord called the press failed and the bot took it.
    /// </summary>
    public void Confirm(Pupil who, int round, int option)
    {
        if (!_accepted.Any(press => press.Who == who && press.Round == round && press.Option == option))
            _accepted.Enqueue(_failed.Single(press => press.Who == who && press.Round == round && press.Option == option));
    }

    public void Fail(Press press) => _failed.Enqueue(press);

    /// <summary>
    /// Every accepted press is stored once, with its time. What is stored beside is a press that was made, though Discord had given up on it when the
    /// bot took it: nothing is invented.
    /// </summary>
    public void IsStoredIn(SqliteProbe database, long quiz)
    {
        var stored = database.AnswersOf(quiz);
        var expected = _accepted.Select(Row).ToHashSet();
        Assert.Equal(_accepted.Count, expected.Count);
        Assert.Equal(stored.Count, stored.Select(answer => answer.Press).Distinct().Count());
        Assert.Superset(expected, stored.Select(Row).ToHashSet());
        Assert.Subset(_failed.Select(Row).ToHashSet(), stored.Select(Row).Where(row => !expected.Contains(row)).ToHashSet());
        foreach (var answers in stored.GroupBy(answer => (answer.Round, answer.Member)))
            Assert.Equal(Enumerable.Range(0, answers.Count()), answers.Select(answer => answer.Change));

        var results = Standing().Select(press => (press.Round - 1, Id(press.Who.Id), press.Option, IsRight(press))).Order();
        Assert.Equal(results, database.ResultsOf(quiz).Select(result => (result.Round, result.Member, result.Option, result.Correct)).Order());
    }

    /// <summary>The podium names the first ten in order, each with its right answers and its time.</summary>
    public void IsOnThePodium(ChatMessage podium, int questions)
    {
        var lines = podium.Text.Split('\n');
        var last = -1;
        foreach (var (who, right, time) in Places().Take(PodiumLines))
        {
            var at = Array.FindIndex(lines, line => line.Contains(who.Name, StringComparison.Ordinal));
            Assert.True(at > last, $"{who.Name} should come next, after line {last}, on: {podium}");
            var score = string.Create(CultureInfo.InvariantCulture, $"{right} of {questions} correct · {time.TotalSeconds:0.0} s");
            Assert.Contains(score, lines[at], StringComparison.Ordinal);
            last = at;
        }
    }

    /// <summary>Right answers of everyone who has any.</summary>
    public IReadOnlyDictionary<string, long> Points() =>
        Standing().Where(IsRight).CountBy(press => Id(press.Who.Id)).ToDictionary(count => count.Key, count => (long)count.Value);

    private IEnumerable<Press> Standing() =>
        _accepted.GroupBy(press => (press.Round, press.Who)).Select(group => group.MaxBy(press => (press.At, press.Id))!);

    private bool IsRight(Press press) => _rounds[press.Round].Right == press.Option;

    private IEnumerable<(Pupil Who, int Right, TimeSpan Time)> Places() =>
        from press in Standing()
        group press by press.Who into answers
        let right = answers.Count(IsRight)
        where right > 0
        let time = _rounds.Aggregate(
            TimeSpan.Zero, (sum, round) => sum + (answers.FirstOrDefault(answer => answer.Round == round.Key)?.Response ?? round.Value.Time))
        orderby right descending, time, answers.Key.Name
        select (answers.Key, right, time);

    private static (string, int, string, int, long) Row(Press press) =>
        (Id(press.Id), press.Round - 1, Id(press.Who.Id), press.Option, (long)press.Response.TotalMilliseconds);

    private static (string, int, string, int, long) Row(StoredAnswer answer) =>
        (answer.Press, answer.Round, answer.Member, answer.Option, answer.ResponseMs);

    private static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A press of an option.</summary>
/// <param name="Who">The member.</param>
/// <param name="Round">The question's number, from 1.</param>
/// <param name="Option">The option's index.</param>
/// <param name="Id">The interaction.</param>
/// <param name="At">When, on Discord's clock.</param>
/// <param name="Response">Since the message that was pressed appeared, on the same clock.</param>
internal sealed record Press(Pupil Who, int Round, int Option, ulong Id, DateTimeOffset At, TimeSpan Response);
