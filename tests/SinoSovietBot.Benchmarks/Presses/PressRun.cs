using System.Diagnostics;
using System.Globalization;
using SinoSovietBot.Playground.Driving;

namespace SinoSovietBot.Benchmarks.Presses;

/// <summary>One way of pressing, measured.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Results">Every press.</param>
/// <param name="Elapsed">From the first press to the last acknowledgement.</param>
/// <param name="BotCpu">What the bot used meanwhile.</param>
internal sealed record PressRun(string Name, IReadOnlyList<PressResult> Results, TimeSpan Elapsed, TimeSpan BotCpu)
{
    /// <summary>Presses that the bot said are locked in.</summary>
    public int Acknowledged => Results.Count(result => result.Accepted && result.Text?.StartsWith("Locked in", StringComparison.Ordinal) == true);

    public void Print(TextWriter output, double residentMegabytes)
    {
        var latency = new Percentiles(Results.Where(result => result.Accepted).Select(result => result.AcknowledgedAt - result.SentAt));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {Acknowledged} of {Results.Count} acknowledged, {Acknowledged / Elapsed.TotalSeconds:0}/s, {latency}, "
            + $"bot CPU {BotCpu.TotalSeconds / Math.Max(1, Acknowledged) * 10_000:0.00} s per 10,000, resident {residentMegabytes:0} MB"));
    }

    /// <summary>So many presses at once, each member's next one when the last is acknowledged.</summary>
    public static Task<PressRun> InFlightAsync(BotUnderTest bot, List<Presser> pressers, int inFlight, int answers)
    {
        int left = answers;
        return MeasureAsync($"{inFlight} in flight", bot, async results =>
        {
            await Task.WhenAll(pressers.Take(inFlight).Select(async presser =>
            {
                await Task.Yield();
                while (Interlocked.Decrement(ref left) >= 0)
                    results(await presser.PressAsync());
            }));
        });
    }

    /// <summary>Presses at a steady rate, whether or not the ones before are acknowledged.</summary>
    public static Task<PressRun> RateAsync(BotUnderTest bot, List<Presser> pressers, int perSecond, int seconds) =>
        MeasureAsync(string.Create(CultureInfo.InvariantCulture, $"{perSecond}/s for {seconds} s"), bot, async results =>
        {
            var pending = new List<Task>();
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < perSecond * seconds; i++)
            {
                var due = TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(start);
                if (due > TimeSpan.FromMilliseconds(1))
                    await Task.Delay(due, TimeProvider.System);
                pending.Add(PressAsync(pressers[i % pressers.Count], results));
            }

            await Task.WhenAll(pending);
        });

    /// <summary>One press after the other.</summary>
    public static Task<PressRun> OneAtATimeAsync(BotUnderTest bot, List<Presser> pressers, int answers) =>
        MeasureAsync("one at a time", bot, async results =>
        {
            for (int i = 0; i < answers; i++)
                results(await pressers[i % pressers.Count].PressAsync());
        });

    /// <summary>Everyone of a group at once.</summary>
    public static Task<PressRun> AtOnceAsync(BotUnderTest bot, List<Presser> pressers, int count, string name) =>
        MeasureAsync(name, bot, results => Task.WhenAll(pressers.Take(count).Select(presser => PressAsync(presser, results))));

    private static async Task PressAsync(Presser presser, Action<PressResult> results) => results(await presser.PressAsync());

    private static async Task<PressRun> MeasureAsync(string name, BotUnderTest bot, Func<Action<PressResult>, Task> press)
    {
        var results = new System.Collections.Concurrent.ConcurrentQueue<PressResult>();
        var cpu = bot.Cpu;
        long start = Stopwatch.GetTimestamp();
        await press(results.Enqueue);
        return new PressRun(name, [.. results], Stopwatch.GetElapsedTime(start), bot.Cpu - cpu);
    }
}
