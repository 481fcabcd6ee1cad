namespace SinoSovietBot.Discord.Rest;

/// <summary>A request under the rate limits.</summary>
/// <param name="Route">Where to.</param>
/// <param name="Body">What, or null.</param>
/// <param name="Repeat">When it may be sent a second time.</param>
/// <param name="Secret">What the route holds that must not be logged, or empty.</param>
internal sealed record RestRequest(Route Route, RequestBody? Body = null, Repeat Repeat = Repeat.AfterAnyFailure, string Secret = "")
{
    /// <summary>
    /// How long the caller is kept from the first attempt to the last, if there is a bound: pauses and rate limits that end later are not sat out.
    /// </summary>
    public TimeSpan? Budget { get; init; }

    public override string ToString() => Route.ToString();
}

/// <summary>Whether sending twice does no harm.</summary>
internal enum Repeat
{
    /// <summary>Twice has the effect of once.</summary>
    AfterAnyFailure,

    /// <summary>Twice would be seen twice: only what surely did not arrive is sent again.</summary>
    OnlyIfItNeverArrived,

    /// <summary>The caller repeats.</summary>
    Never,
}
