using System.Text.RegularExpressions;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// What a connection sends beyond Discord's description and cannot be kept from sending. Everything that is not in this one list fails the scenario
/// in which it happens.
/// </summary>
internal static partial class StatedDepartures
{
    private const string DiscordNet = "SinoSovietBot.DiscordNet";
    private const string Unknown = "is not a property Discord knows here";

    private static readonly Departure[] _all =
    [
        new(DiscordNet, Proxies(), "Discord.Net 3.16 sends embeds with all fields of those it receives, the addresses of Discord's image proxy among them."),
        new(DiscordNet, AgeLimit(), "Discord.Net 3.16 says of every command whether it is age-restricted: Discord's documentation has that field, its description not."),
        new(DiscordNet, Autocomplete(), "Discord.Net 3.16 says of every option whether it is completed, of subcommands too."),
    ];

    /// <param name="botProject">The bot that sent it.</param>
    /// <param name="violation">What is wrong with it.</param>
    public static bool Cover(string botProject, Violation violation) =>
        violation.What == Unknown && _all.Any(departure => departure.BotProject == botProject && departure.Where.IsMatch(violation.Where));

    [GeneratedRegex(@"^\$(\.data)?\.embeds\[\d+\]\.((image|thumbnail)\.proxy_url|(footer|author)\.proxy_icon_url)$")]
    private static partial Regex Proxies();

    [GeneratedRegex(@"^\$\[\d+\]\.nsfw$")]
    private static partial Regex AgeLimit();

    [GeneratedRegex(@"^\$\[\d+\]\.options\[\d+\](\.options\[\d+\])?\.autocomplete$")]
    private static partial Regex Autocomplete();

    private sealed record Departure(string BotProject, Regex Where, string Reason);
}
