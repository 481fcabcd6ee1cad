namespace SinoSovietBot.Discord.Gateway;

/// <summary>Discord's answer to "where is the gateway, and how many sessions may I still begin?".</summary>
/// <param name="Address">Complete with version and encoding.</param>
/// <param name="Remaining">Sessions that may be begun before <paramref name="ResetAfter"/>.</param>
/// <param name="ResetAfter">When there will be more.</param>
internal sealed record GatewayStart(Uri Address, long Remaining, TimeSpan ResetAfter);

/// <summary>Asks Discord for it, once.</summary>
internal delegate Task<GatewayStart> AskGatewayStart(CancellationToken cancellation);
