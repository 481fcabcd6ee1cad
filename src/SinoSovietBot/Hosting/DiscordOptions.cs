using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SinoSovietBot.Discord;

namespace SinoSovietBot.Hosting;

/// <summary>How to reach Discord. Section <c>Discord</c>.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    /// <summary>The bot's token. Keep it out of files that others read: user-secrets, the environment, or <see cref="TokenFile"/>.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds nothing but the token, for services. Ignored when <see cref="Token"/> is set.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Base address of the API: Discord's own, or a playground's. Default <see cref="DiscordConnectionOptions.DefaultApiBase"/>.</summary>
    [Required]
    public string ApiBase { get; set; } = DiscordConnectionOptions.DefaultApiBase;

    /// <summary>Speak HTTP/2 without TLS; only to a playground on this machine. Default false.</summary>
    public bool Http2WithoutTls { get; set; }

    /// <summary>The type's name: the token is printed nowhere.</summary>
    public override string ToString() => nameof(DiscordOptions);
}

/// <summary>Checks <see cref="DiscordOptions"/> beyond what annotations can say.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        string?[] faults = [AddressFault(options.ApiBase), BotToken.Fault(options)];
        return faults.OfType<string>().ToList() is { Count: > 0 } told ? ValidateOptionsResult.Fail(told) : ValidateOptionsResult.Success;
    }

    private static string? AddressFault(string apiBase)
    {
        // Not repeated: what stands before an @ is a password.
        if (apiBase.Contains('@'))
            return $"Discord:ApiBase holds an @. Write a plain address, such as {DiscordConnectionOptions.DefaultApiBase}.";
        if (!Uri.TryCreate(apiBase, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return $"Discord:ApiBase is '{apiBase}', which is not a web address.";
        if (address.Scheme == "http" && !Loopback.Holds(address))
            return $"Discord:ApiBase is '{apiBase}': without https the token would travel in the open. Only this machine may be http.";
        return apiBase.EndsWith('/') ? $"Discord:ApiBase is '{apiBase}': take the slash off its end." : null;
    }
}
