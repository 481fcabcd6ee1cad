using System.Text.Json;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Rest.RateLimits;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Sends requests under the rate limits and repeats them where that is safe.</summary>
internal sealed class RestClient(HttpSender sender, DiscordConnectionOptions options, TimeProvider time, Dice dice, ILogger log) : IDisposable
{
    private readonly RateLimiter _limiter = new(time);
    private readonly Backoff _backoff = new(RestTimes.FirstBackoff, RestTimes.LongestBackoff, dice);

    /// <summary>Sends it and reads the reply.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="read">Throws a <see cref="JsonException"/> for what is no such reply.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DiscordRestException">Discord refused.</exception>
    /// <exception cref="HttpRequestException">It could not be reached, after the repetitions, or not be understood.</exception>
    public async Task<T> AskAsync<T>(RestRequest request, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellation)
    {
        RestReply reply = await SendAsync(request, cancellation).ConfigureAwait(false);
        try
        {
            return read(reply.Body);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is how the reader reports text that is not UTF-8, and the document an element of another kind. Neither is
            // passed on, nor its text: a page that echoes our address would bring a token into the log.
            throw new HttpRequestException(
                HttpRequestError.InvalidResponse,
                $"Discord could not be understood: the reply to {request} (HTTP {(int)reply.Status}, {reply.Body.Length} bytes) is not what it documents.",
                statusCode: reply.Status);
        }
    }

    /// <returns>A success.</returns>
    /// <exception cref="DiscordRestException">Discord refused.</exception>
    /// <exception cref="HttpRequestException">It could not be reached, after the repetitions.</exception>
    public async Task<RestReply> SendAsync(RestRequest request, CancellationToken cancellation)
    {
        int failures = 0;
        int refusals = 0;
        var budget = new TimeBudget(request.Budget, time);
        while (true)
        {
            (RestReply? reply, HttpRequestException? failure) = await TryOnceAsync(request, refusals > 0, budget, cancellation).ConfigureAwait(false);
            if (reply is { IsSuccess: true }) return reply;
            if (reply?.Refusal is { } refusal)
            {
                if (++refusals > RestTimes.Refusals || refusal.Wait > RateLimiter.LongestWait || !budget.Allows(refusal.Wait)) throw Refused(request, reply);
                Log.RateLimited(log, request.ToString(), reply.Scope, refusal.Wait.TotalSeconds);
                continue;
            }

            TimeSpan wait = _backoff.After(++failures);
            if (failures >= RestTimes.Attempts || !budget.Allows(wait) || !MayRepeat(request.Repeat, reply, failure))
            {
                throw reply is null ? failure! : Refused(request, reply);
            }

            Log.Repeating(log, request.ToString(), failure?.Message ?? $"HTTP {(int)reply!.Status}", failures + 1, wait.TotalMilliseconds);
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    public DiscordRestException Refused(RestRequest request, RestReply reply) =>
        new(request.ToString(), RestErrorReader.Read(reply, options.Token, request.Secret));

    public void Dispose() => _limiter.Dispose();

    private async Task<(RestReply? Reply, HttpRequestException? Failure)> TryOnceAsync(
        RestRequest request, bool again, TimeBudget budget, CancellationToken cancellation)
    {
        Permit permit = await _limiter.EnterAsync(request.Route, again, budget.Left, cancellation).ConfigureAwait(false);
        budget.Begin();
        RestReply? reply = null;
        try
        {
            TimeSpan patience = budget.ForOneAttempt(request.Body is { HasFiles: true } ? RestTimes.AttemptWithFiles : RestTimes.Attempt);
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
