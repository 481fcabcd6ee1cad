namespace SinoSovietBot.Discord.Model;

/// <summary>A message as far as the bot needs it.</summary>
public sealed record Message(Snowflake Id, Snowflake Channel);
