using Microsoft.Extensions.Options;

namespace SinoSovietBot.Revision;

/// <summary>Section <c>Revision</c>.</summary>
public sealed class RevisionOptions
{
    public const string Section = "Revision";

    /// <summary>The IANA time zone of learners who have not named theirs, such as <c>Europe/London</c>. Default <c>UTC</c>.</summary>
    public string TimeZone { get; set; } = "UTC";
}

internal sealed class RevisionOptionsValidator : IValidateOptions<RevisionOptions>
{
    public ValidateOptionsResult Validate(string? name, RevisionOptions options) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Revision:TimeZone is '{options.TimeZone}', which is no time zone known here. Write it as Europe/London.");
}
