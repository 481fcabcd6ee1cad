using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>Something that happened on Discord. The family is closed: the types in this file and the kinds of <see cref="Interaction"/>.</summary>
public abstract record DiscordEvent;

/// <summary>A new session has begun: the first one, or one after a session that could not be resumed.</summary>
/// <param name="Application">Whose commands these are.</param>
/// <param name="Bot">The bot's own user.</param>
/// <param name="Guilds">Servers the bot is in.</param>
public sealed record Ready(Snowflake Application, Snowflake Bot, ImmutableArray<Snowflake> Guilds) : DiscordEvent;

/// <summary>
/// Discord cannot be heard for the moment, and is being connected to again: <see cref="Resumed"/> or <see cref="Ready"/> will follow.
/// </summary>
public sealed record ConnectionLost : DiscordEvent;

/// <summary>The session goes on: what happened meanwhile has come before this.</summary>
public sealed record Resumed : DiscordEvent;

/// <summary>A server became reachable: the bot was invited, or the server was loaded after a start or an outage.</summary>
public sealed record GuildJoined(Snowflake Guild, string Name) : DiscordEvent;

/// <summary>The bot was removed from a server (an outage is not reported).</summary>
public sealed record GuildLeft(Snowflake Guild) : DiscordEvent;
