using Microsoft.Extensions.Logging;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>What every part of the gateway needs.</summary>
internal sealed record GatewayKit(DiscordConnectionOptions Options, TimeProvider Time, Dice Dice, SignOfLife Life, ILogger Log)
{
    private readonly TaskCompletionSource _introduced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when we have first told Discord who we are, and wait for its answer.</summary>
    public Task Introduced => _introduced.Task;

    public void HasIntroduced() => _introduced.TrySetResult();
}
