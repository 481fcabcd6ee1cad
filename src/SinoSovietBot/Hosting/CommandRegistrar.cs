using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Hosting;

/// <summary>Makes the commands that Discord shows those of this version.</summary>
internal sealed class CommandRegistrar(IDiscordApi api, BotReadiness readiness, TimeProvider time, ILogger<CommandRegistrar> logger)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(15);

    /// <summary>Registers, trying again until it works or <paramref name="cancellation"/>; then the bot is ready. Does not throw.</summary>
    public async Task RegisterAsync(Ready ready, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                bool changed = await api.RegisterCommandsAsync(ready.Application, BotCommands.All, cancellation);
                Log.Ready(logger, ready.Application, ready.Guilds.Length, changed ? "were updated" : "are up to date");
                readiness.Set();
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or DiscordRestException)
            {
                Log.RegistrationFailed(logger, Retry, exception.Message);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Retry, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
