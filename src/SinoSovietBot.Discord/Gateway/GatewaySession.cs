namespace SinoSovietBot.Discord.Gateway;

/// <summary>What it takes to continue after a drop. Changed by the socket loop only; the heartbeat reads <see cref="Sequence"/>.</summary>
internal sealed class GatewaySession(string id, Uri? resumeAddress)
{
    private long _sequence;

    /// <summary>A secret of sorts: not logged.</summary>
    public string Id { get; } = id;

    /// <summary>Where Discord wants the session continued; null when it did not say.</summary>
    public Uri? ResumeAddress { get; } = resumeAddress;

    /// <summary>The highest number of an event received.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    public void Saw(long sequence)
    {
        if (sequence > _sequence) Volatile.Write(ref _sequence, sequence);
    }
}
