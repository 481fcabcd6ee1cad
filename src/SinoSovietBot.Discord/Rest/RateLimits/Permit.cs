namespace SinoSovietBot.Discord.Rest.RateLimits;

/// <summary>The right to send one request.</summary>
/// <param name="Route">Where to.</param>
/// <param name="Bucket">The limit it counts in, or null when there is none.</param>
internal readonly record struct Permit(Route Route, Bucket? Bucket);

/// <summary>A 429.</summary>
/// <param name="Wait">Before anything under this limit may be sent again.</param>
/// <param name="Global">It concerns every route.</param>
internal readonly record struct Refusal(TimeSpan Wait, bool Global);
