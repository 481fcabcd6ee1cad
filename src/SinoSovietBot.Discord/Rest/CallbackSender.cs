using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest;

/// <summary>
/// Sends first responses. They pass no limiter, and whatever goes wrong is tried again at once, as long as Discord still waits: three seconds from
/// the interaction's arrival on the monotonic clock, since the wall clock may be wrong.
/// </summary>
internal sealed class CallbackSender(HttpSender sender, DiscordConnectionOptions options, TimeProvider time, Dice dice, ILogger log)
{
    private readonly Backoff _backoff = new(RestTimes.FirstCallbackBackoff, RestTimes.LongestCallbackBackoff, dice);

    public async Task SendAsync(Interaction interaction, RequestBody body, CancellationToken cancellation)
    {
        Route route = Routes.Callback(interaction);
        long arrived = interaction.Arrived.Timestamp != 0 ? interaction.Arrived.Timestamp : time.GetTimestamp();
        TimeSpan patience = body.HasFiles ? RestTimes.CallbackAttemptWithFiles : RestTimes.CallbackAttempt;
        for (int attempt = 1; ; attempt++)
        {
            RestReply? reply = null;
            HttpRequestException? failure = null;
            try
            {
                reply = await sender.SendAsync(route, body, patience, cancellation).ConfigureAwait(false);
                if (reply.IsSuccess) return;
            }
            catch (HttpRequestException e)
            {
                failure = e;
            }

            DiscordRestException? refused = reply is null
                ? null
                : new DiscordRestException(route.ToString(), RestErrorReader.Read(reply, options.Token, interaction.Token.Secret));
            // The response to a lost request had arrived.
            if (refused?.Error.Code == DiscordErrorCode.AlreadyAcknowledged) return;
            TimeSpan? wait = reply is null || reply.IsStumble ? _backoff.After(attempt) : reply.Refusal?.Wait;
            if (wait is not { } pause || time.GetElapsedTime(arrived) + pause >= DiscordLimits.FirstResponse) throw refused ?? (Exception)failure!;
            Log.Repeating(log, route.ToString(), failure?.Message ?? refused!.Error.Message, attempt + 1, pause.TotalMilliseconds);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }
}
