using System.Collections.Immutable;

namespace SinoSovietBot.Study.Revision.Statistics;

/// <summary>How long a member takes for one grading.</summary>
/// <param name="Seconds">The middle one of their own, or <see cref="Usual"/>.</param>
/// <param name="IsOwn">Whether it rests on enough reviews of their own.</param>
public readonly record struct ReviewPace(double Seconds, bool IsOwn)
{
    public const double Usual = 12;

    /// <summary>With fewer timed reviews nothing is known.</summary>
    public const int Enough = 20;

    public static ReviewPace Of(ImmutableArray<Review> log)
    {
        double[] seconds = [.. log.Where(review => review.Took > TimeSpan.Zero).Select(review => review.Took.TotalSeconds).Order()];
        return seconds.Length < Enough ? new ReviewPace(Usual, false) : new ReviewPace(seconds[seconds.Length / 2], true);
    }

    public double Minutes(double reviews) => reviews * Seconds / 60;
}
