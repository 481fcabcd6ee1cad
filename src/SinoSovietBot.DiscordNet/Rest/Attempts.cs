using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Rest;

namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>Makes calls, and makes them again where that is safe: Discord.Net itself repeats after a 502 and nothing else.</summary>
internal sealed class Attempts(TimeProvider time, Dice dice, ILogger log)
{
    private readonly Backoff _backoff = new(RestTimes.FirstBackoff, RestTimes.LongestBackoff, dice);

    /// <exception cref="DiscordRestException">Discord refused.</exception>
    /// <exception cref="HttpRequestException">It could not be reached, after the repetitions, or not be understood.</exception>
    public async Task<T> RunAsync<T>(Call call, Func<DNet.RequestOptions, Task<T>> send, CancellationToken cancellation)
    {
        using var budget = new CancellationTokenSource(call.Budget ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        for (int attempt = 1; ; attempt++)
        {
            Exception failure;
            try
            {
                return await send(call.Options(either.Token)).ConfigureAwait(false);
            }
            catch (Exception e) when (Failures.Translate(e, call.Name) is { } translated)
            {
                failure = translated;
            }

            cancellation.ThrowIfCancellationRequested();
            if (attempt >= RestTimes.Attempts || budget.IsCancellationRequested || !Failures.MayRepeat(failure, call.Repeat)) throw failure;
            TimeSpan wait = _backoff.After(attempt);
            Log.Repeating(log, call.Name, failure.Message, attempt + 1, wait.TotalMilliseconds);
            await Task.Delay(wait, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
            if (budget.IsCancellationRequested) throw failure;
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Call call, Func<DNet.RequestOptions, Task> send, CancellationToken cancellation) => RunAsync(
        call,
        async options =>
        {
            await send(options).ConfigureAwait(false);
            return true;
        },
        cancellation);
}
