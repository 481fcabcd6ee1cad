using System.Collections.Concurrent;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>
/// Every press of a quiz as its member saw it end. A member whose press fails does what a person does: presses again. Thread safe.
/// </summary>
internal sealed class PressBook
{
    /// <summary>What a person takes to see that it failed and to press again.</summary>
    private static readonly TimeSpan _toPressAgain = TimeSpan.FromMilliseconds(700);

    private readonly ConcurrentQueue<SeenPress> _presses = new();

    public IReadOnlyCollection<SeenPress> Presses => _presses;

    /// <summary>Presses an option until the bot says that it is locked in.</summary>
    public async Task PressAsync(ScriptedMember member, RoundInPlay round, int option)
    {
        using var limit = new CancellationTokenSource(Patience.ForAProcess, TimeProvider.System);
        while (!(await PressOnceAsync(member, round, option)).IsLockedIn)
        {
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"{member.Name} pressed for {Patience.ForAProcess.TotalSeconds:0} s and got nothing locked in.");
            await Task.Delay(_toPressAgain, TimeProvider.System, Patience.TestCancellation);
        }
    }

    /// <summary>Presses two options at once; the second is made when Discord has taken the first.</summary>
    public async Task PressBothAsync(ScriptedMember member, RoundInPlay round, int first, int second)
    {
        var mark = member.Events.Now;
        var earlier = PressOnceAsync(member, round, first);
        await member.Events.WaitAsync(mark, "Discord to take the press", happened => happened.Type == "INTERACTION_CREATE" ? happened : null);
        await Task.WhenAll(earlier, PressOnceAsync(member, round, second));
    }

    /// <summary>Presses an option, and no more when that fails.</summary>
    /// <exception cref="InvalidOperationException">The bot gave an answer that no press of a running round deserves.</exception>
    public async Task<SeenPress> PressOnceAsync(ScriptedMember member, RoundInPlay round, int option)
    {
        var posted = round.Posted;
        var sent = await member.PressIdAsync(posted.Message, posted.Buttons[option].CustomId);
        var words = sent.Succeeded ? (await sent.ReplyAsync()).Text : null;
        var seen = new SeenPress(member, round.Number, option, posted.Message.Id, sent, words);
        _presses.Enqueue(seen);
        return words is null || seen.IsLockedIn || seen.IsNotSaved
            ? seen
            : throw new InvalidOperationException($"{member.Name} answered question {round.Number} in time and was told: {words}");
    }
}

/// <summary>A question while it is played; after a restart it stands in another message.</summary>
internal sealed class RoundInPlay(RoundOnScreen posted, int right)
{
    private volatile RoundOnScreen _posted = posted;

    public int Number => Posted.Number;

    /// <summary>The index of the right option.</summary>
    public int Right => right;

    /// <summary>Where it can be answered now.</summary>
    public RoundOnScreen Posted
    {
        get => _posted;
        set => _posted = value;
    }
}

/// <summary>A press, and what its member was told.</summary>
/// <param name="Member">Who.</param>
/// <param name="Round">The question's number, from 1.</param>
/// <param name="Option">The option's index.</param>
/// <param name="Message">The message that was pressed.</param>
/// <param name="Sent">The interaction.</param>
/// <param name="Words">The bot's answer; null when "this interaction failed".</param>
internal sealed record SeenPress(ScriptedMember Member, int Round, int Option, string Message, SentInteraction Sent, string? Words)
{
    private const string Counted = "Locked in: ";
    private const string CountedBefore = "Locked in already: ";

    /// <summary>The member was told that an answer of theirs is locked in.</summary>
    public bool IsLockedIn => CountsItself || Begins(CountedBefore);

    /// <summary>The member was told that this press is what is locked in.</summary>
    public bool CountsItself => Begins(Counted);

    public bool IsNotSaved => Begins("Not saved");

    private bool Begins(string words) => Words?.StartsWith(words, StringComparison.Ordinal) == true;
}
