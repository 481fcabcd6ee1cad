using Microsoft.Extensions.Logging;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>What every part of the gateway needs.</summary>
internal sealed record GatewayKit(DiscordConnectionOptions Options, TimeProvider Time, Dice Dice, ILogger Log);
