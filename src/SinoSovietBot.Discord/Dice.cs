namespace SinoSovietBot.Discord;

/// <summary>Chance for several threads: <see cref="Random"/> itself breaks when two use it at once.</summary>
internal sealed class Dice(Random random)
{
    private readonly Lock _gate = new();

    /// <summary>At least 0, less than 1.</summary>
    public double Next()
    {
        lock (_gate) return random.NextDouble();
    }

    /// <summary>Between the two, evenly.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + (most - least) * Next();

    public void Fill(Span<byte> bytes)
    {
        lock (_gate) random.NextBytes(bytes);
    }
}
