using SinoSovietBot.Discord.Rest;

namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>One of the bot's calls.</summary>
/// <param name="Name">For messages: the verb and the route, without ids and secrets.</param>
/// <param name="Repeat">When it may be made a second time.</param>
internal sealed record Call(string Name, Repeat Repeat = Repeat.AfterAnyFailure)
{
    /// <summary>How long the caller is kept, if there is a bound.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>For a message that is posted.</summary>
    public string? Nonce { get; init; }

    /// <summary>Failures are repeated by us; only a rate limit is waited for inside Discord.Net.</summary>
    public DNet.RequestOptions Options(CancellationToken cancellation) => new()
    {
        RetryMode = DNet.RetryMode.RetryRatelimit,
        // Discord.Net cannot do without one in its line; the token above ends the wait.
        Timeout = int.MaxValue,
        CancelToken = cancellation,
        AuditLogReason = Nonce is { } nonce ? Rest.Nonce.AsReason(nonce) : null,
    };
}
