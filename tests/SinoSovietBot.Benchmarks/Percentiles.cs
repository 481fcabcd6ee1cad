using System.Diagnostics;
using System.Globalization;

namespace SinoSovietBot.Benchmarks;

/// <summary>A set of durations, in ticks of <see cref="Stopwatch"/>.</summary>
internal sealed class Percentiles(IEnumerable<long> ticks)
{
    private readonly long[] sorted = [.. ticks.Order()];

    public int Count => sorted.Length;

    /// <summary>The duration that a share of all stays within, in milliseconds.</summary>
    /// <param name="share">0 to 1.</param>
    public double At(double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)] * 1000.0 / Stopwatch.Frequency;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0.000} ms, p99 {At(0.99):0.000} ms, max {At(1):0.000} ms");
}
