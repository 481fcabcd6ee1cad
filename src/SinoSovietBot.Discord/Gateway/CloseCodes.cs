namespace SinoSovietBot.Discord.Gateway;

/// <summary>
/// What Discord's close codes ask of us. Codes that are not in the table (1000, 1001, 1006, future ones) say nothing about the session, so it is
/// continued: if it is gone after all, Discord answers with "invalid session", at the price of one round trip.
/// </summary>
internal static class CloseCodes
{
    public static string WrongToken(string tokenSetting) =>
        $"Discord does not accept the bot token: put the token from the developer portal (Bot, Reset Token) into {tokenSetting}.";

    public static GatewayEnding Ending(int? code, string tokenSetting) => code switch
    {
        null => new GatewayEnding.Resume("the connection broke"),
        4000 => new GatewayEnding.Resume("Discord closed with 4000, unknown error"),
        4001 => new GatewayEnding.Resume("Discord closed with 4001, unknown opcode"),
        4002 => new GatewayEnding.Resume("Discord closed with 4002, decode error"),
        4003 => new GatewayEnding.Identify("Discord closed with 4003, not authenticated"),
        4004 => new GatewayEnding.Refused(WrongToken(tokenSetting)),
        4005 => new GatewayEnding.Resume("Discord closed with 4005, already authenticated"),
        4006 => new GatewayEnding.Identify("Discord closed with 4006, session no longer valid"),
        4007 => new GatewayEnding.Identify("Discord closed with 4007, invalid sequence number"),
        4008 => new GatewayEnding.Resume("Discord closed with 4008, too many frames sent"),
        4009 => new GatewayEnding.Identify("Discord closed with 4009, session timed out"),
        4010 => new GatewayEnding.Refused(
            "Discord refuses the shard that the bot asked for (close code 4010): this version of the bot runs as one shard."),
        4011 => new GatewayEnding.Refused(
            "The bot is in too many servers for one connection (close code 4011): Discord demands sharding, which this version does not do."),
        4012 => new GatewayEnding.Refused(
            "Discord no longer speaks version 10 of its gateway (close code 4012): install a newer version of the bot."),
        4013 => new GatewayEnding.Refused(
            "Discord does not know the intents that the bot asked for (close code 4013): install a newer version of the bot."),
        4014 => new GatewayEnding.Refused(
            "Discord does not allow the intents that the bot asked for (close code 4014): check the privileged intents in the developer portal."),
        _ => new GatewayEnding.Resume($"Discord closed with {code}"),
    };
}
