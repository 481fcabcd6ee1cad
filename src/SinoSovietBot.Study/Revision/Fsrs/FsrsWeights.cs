using System.Collections.Immutable;

namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>The 21 weights of FSRS-6, named w0 to w20 in its publications.</summary>
public sealed record FsrsWeights
{
    private FsrsWeights(ImmutableArray<double> values) => Values = values;

    /// <summary>The published default, fitted to some 700 million reviews of 20,000 Anki users: open-spaced-repetition, FSRS-6 (2025).</summary>
    public static FsrsWeights Default { get; } = new(
    [
        0.212,  // w0  first stability after Again
        1.2931, // w1  first stability after Hard
        2.3065, // w2  first stability after Good
        8.2956, // w3  first stability after Easy
        6.4133, // w4  first difficulty after Again
        0.8334, // w5  how much easier better first grades make it
        3.0194, // w6  how much a grade moves difficulty
        0.001,  // w7  pull of difficulty towards that of Easy
        1.8722, // w8  growth of stability at a success
        0.1666, // w9  less growth for what is firm already
        0.796,  // w10 more growth for what was nearly forgotten
        1.4835, // w11 stability after a lapse
        0.0614, // w12 less of it for what is difficult
        0.2629, // w13 more of it for what was firm
        1.6483, // w14 more of it for what was nearly forgotten
        0.6014, // w15 share of growth at Hard
        1.8729, // w16 multiple of growth at Easy
        0.5425, // w17 growth within a day, by grade
        0.0912, // w18 growth within a day, at Good
        0.0658, // w19 less growth within a day for what is firm
        0.1542, // w20 how steeply memory decays
    ]);

    public ImmutableArray<double> Values { get; }

    /// <summary>Weights fitted to somebody else's memory.</summary>
    /// <exception cref="ArgumentException">Not 21, or one that is not above 0.</exception>
    public static FsrsWeights Of(ImmutableArray<double> values) => values.Length == Default.Values.Length && values.All(value => value > 0)
        ? new FsrsWeights(values)
        : throw new ArgumentException($"FSRS-6 has {Default.Values.Length} weights, all above 0.", nameof(values));

    public double this[int index] => Values[index];
}
