namespace SinoSovietBot.Discord;

/// <summary>
/// Waits that double up to a cap. Each is shortened by up to half at random, so that a thousand bots which lost Discord in the same second
/// do not come back in the same second.
/// </summary>
internal sealed class Backoff(TimeSpan first, TimeSpan cap, Dice dice)
{
    /// <param name="failures">How many attempts failed in a row, from 1.</param>
    public TimeSpan After(int failures)
    {
        double full = Math.Min(cap.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, 30)));
        return TimeSpan.FromMilliseconds(full * (0.5 + 0.5 * dice.Next()));
    }
}
