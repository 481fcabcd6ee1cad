namespace SinoSovietBot.Playground.Gateway;

/// <summary>What waits to leave through a socket.</summary>
internal readonly record struct Outgoing(OutgoingKind Kind, byte[] Frame, int Code = 0, ISentStamp? Stamp = null, long DueAt = 0);

/// <summary>What to do with an <see cref="Outgoing"/>.</summary>
internal enum OutgoingKind
{
    /// <summary>Send the frame.</summary>
    Frame,

    /// <summary>Close with the code, after all that was queued before.</summary>
    Close,

    /// <summary>Send half of the frame, then cut the connection.</summary>
    HalfFrame,

    /// <summary>Wait until it is due.</summary>
    Wait,
}

/// <summary>Told the moment before its frame is written to the socket.</summary>
internal interface ISentStamp
{
    void Sending();
}
