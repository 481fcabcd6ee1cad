using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>Something that happened on Discord. The family is closed: the types in this file and the kinds of <see cref="Interaction"/>.</summary>
public abstract record DiscordEvent;

/// <summary>A new session has begun: the first one, or one after a session that could not be resumed.</summary>
/// <param name="Application">Whose commands these are.</param>
/// <param name="Bot">The bot's own user.</param>
/// <param name="Guilds">Servers the bot is in.</param>
public sealed record Ready(Snowflake Application, Snowflake Bot, ImmutableArray<Snowflake> Guilds) : DiscordEvent;

/// <summary>A server became reachable: the bot was invited, or the server was loaded after a start or an outage.</summary>
public sealed record GuildJoined(Snowflake Guild, string Name) : DiscordEvent;

/// <summary>The bot was removed from a server (an outage is not reported).</summary>
public sealed record GuildLeft(Snowflake Guild) : DiscordEvent;
