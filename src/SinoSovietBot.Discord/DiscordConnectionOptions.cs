namespace SinoSovietBot.Discord;

/// <summary>How to reach Discord.</summary>
public sealed class DiscordConnectionOptions
{
    /// <summary>Discord's own address.</summary>
    public const string DefaultApiBase = "https://discord.com/api/v10";

    /// <summary>The bot's secret.</summary>
    public required string Token { get; init; }

    /// <summary>Base address of the REST API, without a trailing slash; TLS unless it is loopback.</summary>
    public Uri ApiBase { get; init; } = new(DefaultApiBase);

    /// <summary>What a message to the operator calls the setting that holds the token.</summary>
    public string TokenSetting { get; init; } = "Discord:Token";

    /// <summary>What a message to the operator calls the setting that holds <see cref="ApiBase"/>.</summary>
    public string ApiBaseSetting { get; init; } = "Discord:ApiBase";

    /// <summary>Speak HTTP/2 without TLS to a loopback <see cref="ApiBase"/>, so that the path taken to Discord can be tried locally.</summary>
    public bool Http2WithoutTls { get; init; }

    /// <summary>The type's name: the token is printed nowhere.</summary>
    public override string ToString() => nameof(DiscordConnectionOptions);
}
