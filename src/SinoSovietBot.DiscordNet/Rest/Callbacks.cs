using System.Net;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;

namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>
/// Sends first responses. Whatever goes wrong is tried again at once, as long as Discord still waits: three seconds from the interaction's arrival
/// on the monotonic clock.
/// </summary>
internal sealed class Callbacks(TimeProvider time, Dice dice, ILogger log)
{
    private const string Name = "POST /interactions/{id}/{token}/callback";

    private readonly Backoff _backoff = new(RestTimes.FirstCallbackBackoff, RestTimes.LongestCallbackBackoff, dice);
    private readonly FirstAlone _door = new(time);

    public async Task SendAsync(Interaction interaction, bool hasFiles, Func<DNet.RequestOptions, Task> respond, CancellationToken cancellation)
    {
        long arrived = interaction.Arrived.Timestamp != 0 ? interaction.Arrived.Timestamp : time.GetTimestamp();
        TimeSpan patience = hasFiles ? RestTimes.CallbackAttemptWithFiles : RestTimes.CallbackAttempt;
        for (int attempt = 1; ; attempt++)
        {
            Exception? failure = await TryOnceAsync(respond, patience, cancellation).ConfigureAwait(false);
            // The response to a lost request had arrived.
            if (failure is null or DiscordRestException { Error.Code: DiscordErrorCode.AlreadyAcknowledged }) return;
            TimeSpan pause = _backoff.After(attempt);
            bool mayRepeat = Failures.IsStumble(failure) || failure is DiscordRestException { Error.Status: HttpStatusCode.TooManyRequests };
            if (!mayRepeat || time.GetElapsedTime(arrived) + pause >= DiscordLimits.FirstResponse) throw failure;
            Log.Repeating(log, Name, failure.Message, attempt + 1, pause.TotalMilliseconds);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<Exception?> TryOnceAsync(Func<DNet.RequestOptions, Task> respond, TimeSpan patience, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        // Without any retry of its own, Discord.Net says at once that others are in the way, instead of sleeping for 750 ms.
        var options = new DNet.RequestOptions
        {
            RetryMode = DNet.RetryMode.AlwaysFail,
            Timeout = (int)patience.TotalMilliseconds,
            CancelToken = either.Token,
        };
        try
        {
            await _door.PassAsync(() => respond(options), either.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (Failures.Translate(e, Name) is { } translated)
        {
            cancellation.ThrowIfCancellationRequested();
            return translated;
        }
    }
}
