namespace SinoSovietBot.Playground;

/// <summary>How to start a <see cref="PlaygroundServer"/>.</summary>
internal sealed record PlaygroundOptions
{
    /// <summary>The port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>A second port that speaks HTTP/2 without TLS; 0 takes a free one, null has none.</summary>
    public int? Http2Port { get; init; }

    /// <summary>Keeps the world here across starts; null keeps it in memory.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>First deletes what an earlier playground made in <see cref="DataDirectory"/>.</summary>
    public bool Fresh { get; init; }

    /// <summary>The clock: of ids, deadlines and heartbeats.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What HELLO asks for.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Where the page's files are.</summary>
    public string PageFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Adds the places to log to; none by default.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}
