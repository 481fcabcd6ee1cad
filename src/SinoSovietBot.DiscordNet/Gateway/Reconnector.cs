using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Gateway;
using DiscordSocketClient = global::Discord.WebSocket.DiscordSocketClient;

namespace SinoSovietBot.DiscordNet.Gateway;

/// <summary>
/// Decides when to connect again. Left to itself, Discord.Net waits a second before every resume, and after some ends (close code 4006, a READY
/// that it cannot read) it never connects again.
/// </summary>
internal sealed class Reconnector(DiscordSocketClient client, ReconnectPolicy policy, TimeProvider time, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _established;

    /// <summary>Whether Discord has accepted us on the present connection, or had on the one that ended last.</summary>
    public bool IsEstablished => _established;

    /// <summary>Discord has accepted us on the present connection.</summary>
    public void Establish() => _established = true;

    /// <summary>To be called when a connection has ended; returns at once.</summary>
    public void Reconnect(GatewayEnding ending)
    {
        bool established = _established;
        _established = false;
        // Discord.Net does not tell whether it came to an IDENTIFY, of which a day has a thousand.
        TimeSpan wait = policy.After(ending, established, identified: true);
        string why = ending switch
        {
            GatewayEnding.Resume resume => resume.Why,
            GatewayEnding.Identify identify => identify.Why,
            _ => "",
        };
        if (established) Log.Reconnecting(log, why, wait.TotalSeconds);
        else Log.Unreachable(log, why, wait.TotalSeconds);
        // Discord.Net calls from within the loop whose end the restart waits for.
        _ = Task.Run(() => RestartAsync(wait));
    }

    /// <summary>Connects no more.</summary>
    public void Dispose() => _stop.Cancel();

    private async Task RestartAsync(TimeSpan wait)
    {
        await client.StopAsync().ConfigureAwait(false);
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(wait, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested) return;
            try
            {
                await client.StartAsync().ConfigureAwait(false);
                return;
            }
            catch (InvalidOperationException e)
            {
                // "Cannot start an already running client": its loop has not come to its end.
                wait = GatewayTimes.FirstBackoff;
                Log.NotStarted(log, wait.TotalSeconds, e);
            }
        }
    }
}
