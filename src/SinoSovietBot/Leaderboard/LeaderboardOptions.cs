using Microsoft.Extensions.Options;

namespace SinoSovietBot.Leaderboard;

/// <summary>Section <c>Leaderboard</c>.</summary>
public sealed class LeaderboardOptions
{
    public const string Section = "Leaderboard";

    /// <summary>The IANA time zone in which days, weeks and months begin, such as <c>Europe/London</c>. Default <c>UTC</c>.</summary>
    public string TimeZone { get; set; } = "UTC";
}

internal sealed class LeaderboardOptionsValidator : IValidateOptions<LeaderboardOptions>
{
    public ValidateOptionsResult Validate(string? name, LeaderboardOptions options) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Leaderboard:TimeZone is '{options.TimeZone}', which is no time zone known here. Write it as Europe/London.");
}
