namespace SinoSovietBot.Playground;

/// <summary>How the program starts a bot inside itself.</summary>
/// <param name="Build">Makes the bot's host from the settings that this playground dictates.</param>
/// <param name="WaitUntilReady">Completes when the bot is READY with its commands registered; faults with one clear sentence if it cannot be.</param>
internal sealed record BotInside(Func<IReadOnlyDictionary<string, string?>, IHost> Build, Func<IHost, CancellationToken, Task> WaitUntilReady);
