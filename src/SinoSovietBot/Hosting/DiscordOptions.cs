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
        var faults = new ValidateOptionsResultBuilder();
        if (!Uri.TryCreate(options.ApiBase, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            faults.AddError($"Discord:ApiBase is '{options.ApiBase}', which is not a web address.");
        else if (address.Scheme == "http" && !address.IsLoopback)
            faults.AddError($"Discord:ApiBase is '{options.ApiBase}': without https the token would travel in the open. Only this machine may be http.");
        else if (options.ApiBase.EndsWith('/'))
            faults.AddError($"Discord:ApiBase is '{options.ApiBase}': take the slash off its end.");
        if (!string.IsNullOrWhiteSpace(options.Token))
            return faults.Build();
        if (options.TokenFile is { Length: > 0 } file && !File.Exists(file))
            faults.AddError($"Discord:TokenFile names '{file}', which does not exist.");
        else if (BotToken.Of(options) is null)
            faults.AddError(BotToken.Missing);
        return faults.Build();
    }
}
