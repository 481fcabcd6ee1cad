namespace SinoSovietBot.Playground.Driving;

/// <summary>What came of an interaction that was driven from inside.</summary>
/// <param name="Accepted">The bot answered in time, with something Discord accepts.</param>
internal sealed record PressResult(bool Accepted)
{
    /// <summary>The callback type: 4 reply, 5 and 6 deferred, 7 update, 9 form; 0 when there was none.</summary>
    public int Callback { get; init; }

    /// <summary>The reply is for its reader alone.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>The text of the reply; null when it has none.</summary>
    public string? Text { get; init; }

    /// <summary>The response as the bot sent it, UTF-8 JSON; empty when there was none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The message that the response made or changed; null for one that was not recorded.</summary>
    public ulong? Message { get; init; }

    /// <summary>The interaction's id.</summary>
    public ulong Interaction { get; init; }

    /// <summary>When the event was handed to the bot's socket, in ticks of <see cref="System.Diagnostics.Stopwatch"/>; 0 when it was not
    /// noted.</summary>
    public long SentAt { get; init; }

    /// <summary>When the response had arrived, in ticks of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public long AcknowledgedAt { get; init; }
}
