using System.Collections.Concurrent;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>
/// The test's own count of a quiz, made from what members pressed, what they were told, and the deck's export. It shares no code with the bot.
/// Thread safe.
/// </summary>
internal sealed class Tally(DeckKey key)
{
    private readonly ConcurrentQueue<AcceptedPress> _presses = new();
    private readonly ConcurrentDictionary<int, (int Right, TimeSpan Time)> _rounds = new();

    /// <summary>Every press that the bot called counted, a change of mind too.</summary>
    public IReadOnlyCollection<AcceptedPress> Presses => _presses;

    /// <summary>The option that counts for each member and round: the one accepted last.</summary>
    public IReadOnlyList<AcceptedPress> Standing =>
        [.. _presses.GroupBy(press => (press.Round, press.Member.Id)).Select(group => group.MaxBy(press => press.At)!)];

    /// <summary>Notes a round and how long it stays open; gives the index of its right option.</summary>
    public int Open(RoundOnScreen round, TimeSpan time)
    {
        var right = key.RightOption(round);
        _rounds[round.Number] = (right, time);
        return right;
    }

    /// <summary>Presses an option, and notes it once the bot has said that it counts.</summary>
    public async Task<AcceptedPress> PressAsync(ScriptedMember member, RoundOnScreen round, int option)
    {
        var sent = await member.PressAsync(round.Message, round.Buttons[option].CustomId);
        if (!sent.Succeeded)
            throw new InvalidOperationException($"{member.Name} could not answer question {round.Number}: {sent.Failure}");
        await sent.IsToldAsync($"Locked in: {(char)('A' + option)}");
        var accepted = new AcceptedPress(member, round.Number, option, sent.Id!, sent.At, sent.At - Snowflakes.TimeOf(round.Message.Id));
        _presses.Enqueue(accepted);
        return accepted;
    }

    /// <summary>Notes a press of which the test knows that it counts.</summary>
    public void Note(AcceptedPress press) => _presses.Enqueue(press);

    /// <summary>Presses the option again that counts already: the bot says so, and nothing is stored.</summary>
    public static async Task RepeatAsync(AcceptedPress press, RoundOnScreen round)
    {
        var sent = await press.Member.PressAsync(round.Message, round.Buttons[press.Option].CustomId);
        await sent.IsToldAsync("Locked in already");
    }

    /// <summary>Whether the answer that counts is the right one.</summary>
    public bool IsRight(AcceptedPress press) => _rounds[press.Round].Right == press.Option;

    /// <summary>
    /// Everyone with at least one right answer, in the order of the rules: more right answers, then less time in all, an unanswered round counting
    /// in full; equals share a place.
    /// </summary>
    public IReadOnlyList<ExpectedPlace> Places()
    {
        var scores = Standing.GroupBy(press => press.Member)
            .Select(group => (Member: group.Key, Right: group.Count(IsRight), Time: TimeOf([.. group])))
            .Where(score => score.Right > 0)
            .ToList();
        return [.. scores
            .Select(score => new ExpectedPlace(
                1 + scores.Count(other => other.Right > score.Right || (other.Right == score.Right && other.Time < score.Time)),
                score.Member,
                score.Right,
                score.Time))
            .OrderBy(place => place.Place)];
    }

    private TimeSpan TimeOf(List<AcceptedPress> answers)
    {
        var unanswered = _rounds.Where(round => answers.All(answer => answer.Round != round.Key)).Select(round => round.Value.Time);
        return answers.Select(answer => answer.Response).Concat(unanswered).Aggregate(TimeSpan.Zero, (sum, time) => sum + time);
    }
}

/// <summary>A press that counts.</summary>
/// <param name="Member">Who.</param>
/// <param name="Round">The question's number, from 1.</param>
/// <param name="Option">The option's index.</param>
/// <param name="Id">The interaction.</param>
/// <param name="At">When, on Discord's clock.</param>
/// <param name="Response">Since the question appeared.</param>
internal sealed record AcceptedPress(ScriptedMember Member, int Round, int Option, string Id, DateTimeOffset At, TimeSpan Response);

/// <summary>A line of the podium as the rules want it.</summary>
internal sealed record ExpectedPlace(int Place, ScriptedMember Member, int Right, TimeSpan Time);
