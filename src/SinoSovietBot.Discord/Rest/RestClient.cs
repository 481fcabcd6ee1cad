using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Rest.RateLimits;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Sends requests under the rate limits and repeats them where that is safe.</summary>
internal sealed class RestClient(HttpSender sender, DiscordConnectionOptions options, TimeProvider time, Dice dice, ILogger log) : IDisposable
{
    private readonly RateLimiter _limiter = new(time);
    private readonly Backoff _backoff = new(RestTimes.FirstBackoff, RestTimes.LongestBackoff, dice);

    /// <returns>A success.</returns>
    /// <exception cref="DiscordRestException">Discord refused.</exception>
    /// <exception cref="HttpRequestException">It could not be reached, after the repetitions.</exception>
    public async Task<RestReply> SendAsync(RestRequest request, CancellationToken cancellation)
    {
        int failures = 0;
        int refusals = 0;
        while (true)
        {
            (RestReply? reply, HttpRequestException? failure) = await TryOnceAsync(request, refusals > 0, cancellation).ConfigureAwait(false);
            if (reply is { IsSuccess: true }) return reply;
            if (reply?.Refusal is { } refusal)
            {
                if (++refusals > RestTimes.Refusals || refusal.Wait > RateLimiter.LongestWait) throw Refused(request, reply);
                Log.RateLimited(log, request.ToString(), reply.Scope, refusal.Wait.TotalSeconds);
                continue;
            }

            if (++failures >= RestTimes.Attempts || !MayRepeat(request.Repeat, reply, failure))
            {
                throw reply is null ? failure! : Refused(request, reply);
            }

            TimeSpan wait = _backoff.After(failures);
            Log.Repeating(log, request.ToString(), failure?.Message ?? $"HTTP {(int)reply!.Status}", failures + 1, wait.TotalMilliseconds);
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    public DiscordRestException Refused(RestRequest request, RestReply reply) =>
        new(request.ToString(), RestErrorReader.Read(reply, options.Token, request.Secret));

    public void Dispose() => _limiter.Dispose();

    private async Task<(RestReply? Reply, HttpRequestException? Failure)> TryOnceAsync(
        RestRequest request, bool again, CancellationToken cancellation)
    {
        Permit permit = await _limiter.EnterAsync(request.Route, again, cancellation).ConfigureAwait(false);
        RestReply? reply = null;
        try
        {
            TimeSpan patience = request.Body is { HasFiles: true } ? RestTimes.AttemptWithFiles : RestTimes.Attempt;
            reply = await sender.SendAsync(request.Route, request.Body, patience, cancellation).ConfigureAwait(false);
            return (reply, null);
        }
        catch (HttpRequestException e)
        {
            return (null, e);
        }
        finally
        {
            _limiter.Leave(permit, reply?.Status, reply?.Told, reply?.Refusal);
        }
    }

    private static bool MayRepeat(Repeat repeat, RestReply? reply, HttpRequestException? failure) => repeat switch
    {
        Repeat.AfterAnyFailure => reply is null || reply.IsStumble,
        Repeat.OnlyIfItNeverArrived => failure?.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        _ => false,
    };
}
