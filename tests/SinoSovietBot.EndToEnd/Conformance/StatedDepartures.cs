using System.Text.RegularExpressions;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// What a connection sends beyond Discord's description and cannot be kept from sending. Everything that is not in this one list fails the scenario
/// in which it happens.
/// </summary>
internal static partial class StatedDepartures
{
    private const string DiscordNet = "SinoSovietBot.DiscordNet";

    private static readonly Departure[] _all =
    [
        new(DiscordNet, Proxies(), "Discord.Net 3.16 sends embeds with all fields of those it receives, the addresses of Discord's image proxy among them."),
        new(DiscordNet, AgeLimit(), "Discord.Net 3.16 says of every command whether it is age-restricted: Discord's documentation has that field, its description not."),
        new(DiscordNet, Autocomplete(), "Discord.Net 3.16 says of every option whether it is completed, of subcommands too."),
        new(DiscordNet, Properties(), "Discord.Net 3.16 says what it runs on under the names of before 2022, with a dollar, which Discord still takes."),
    ];

    /// <param name="botProject">The bot that sent it.</param>
    /// <param name="violation">What is wrong with it.</param>
    public static bool Cover(string botProject, Violation violation) =>
        _all.Any(departure => departure.BotProject == botProject && departure.Violations.IsMatch(violation.ToString()));

    [GeneratedRegex(@"^\$(\.data)?\.embeds\[\d+\]\.((image|thumbnail)\.proxy_url|(footer|author)\.proxy_icon_url): is not a property Discord knows here$")]
    private static partial Regex Proxies();

    [GeneratedRegex(@"^\$\[\d+\]\.nsfw: is not a property Discord knows here$")]
    private static partial Regex AgeLimit();

    [GeneratedRegex(@"^\$\[\d+\]\.options\[\d+\](\.options\[\d+\])?\.autocomplete: is not a property Discord knows here$")]
    private static partial Regex Autocomplete();

    [GeneratedRegex(@"^d\.properties\.(\$(os|browser|device): is not a property Discord knows here|(os|browser|device): is missing)$")]
    private static partial Regex Properties();

    private sealed record Departure(string BotProject, Regex Violations, string Reason);
}
