namespace SinoSovietBot.Discord.Gateway;

/// <summary>
/// How long to wait before connecting again.
/// <list type="bullet">
/// <item>The session dropped: at once, since members are pressing buttons. Unless that happened <see cref="GatewayTimes.DropsResumedAtOnce"/> times
/// within <see cref="GatewayTimes.DropWindow"/>: then something is wrong, and haste would make it worse.</item>
/// <item>Connecting failed: exponential backoff, capped sooner where no IDENTIFY was spent on it.</item>
/// <item>Discord declared the session invalid: the random pause that it asks for then, or the backoff where that is longer.</item>
/// </list>
/// </summary>
internal sealed class ReconnectPolicy(TimeProvider time, Dice dice)
{
    private readonly Backoff _backoff = new(GatewayTimes.FirstBackoff, GatewayTimes.LongestBackoff, dice);
    private readonly Backoff _sparing = new(GatewayTimes.FirstBackoff, GatewayTimes.LongestBackoffAfterIdentify, dice);
    private readonly Queue<long> _drops = new();

    /// <summary>Connections in a row on which Discord did not accept us.</summary>
    public int Failures { get; private set; }

    /// <param name="ending">How the connection ended.</param>
    /// <param name="established">Discord had accepted us.</param>
    /// <param name="identified">An IDENTIFY was sent on it.</param>
    public TimeSpan After(GatewayEnding ending, bool established, bool identified)
    {
        Failures = established ? 0 : Failures + 1;
        Backoff backoff = identified ? _sparing : _backoff;
        TimeSpan wait = established && IsRareDrop() ? TimeSpan.Zero : backoff.After(Math.Max(Failures, 1));
        if (ending is not GatewayEnding.Identify { Pause: true }) return wait;
        TimeSpan asked = dice.Between(GatewayTimes.InvalidSessionLeast, GatewayTimes.InvalidSessionMost);
        return asked > wait ? asked : wait;
    }

    private bool IsRareDrop()
    {
        while (_drops.TryPeek(out long oldest) && time.GetElapsedTime(oldest) > GatewayTimes.DropWindow) _drops.Dequeue();
        _drops.Enqueue(time.GetTimestamp());
        if (_drops.Count <= GatewayTimes.DropsResumedAtOnce) return true;
        _drops.Dequeue();
        return false;
    }
}
