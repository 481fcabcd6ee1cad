namespace SinoSovietBot.Discord.Model;

/// <summary>
/// When an interaction reached this process, on the monotonic clock; zero where nobody stamped it. Two arrivals always count as equal, so that
/// the stamp takes no part in comparing interactions.
/// </summary>
internal readonly struct Arrival(long timestamp) : IEquatable<Arrival>
{
    /// <summary>A value of <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long Timestamp { get; } = timestamp;

    public bool Equals(Arrival other) => true;

    public override bool Equals(object? obj) => obj is Arrival;

    public override int GetHashCode() => 0;
}
