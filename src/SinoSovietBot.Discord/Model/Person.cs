namespace SinoSovietBot.Discord.Model;

/// <summary>A Discord user as seen where the interaction happened.</summary>
/// <param name="Id">The user.</param>
/// <param name="DisplayName">Server nickname, else global display name, else user name. Unescaped: it may hold markdown.</param>
/// <param name="IsMember">False in direct messages, and for somebody who is not (any more) a member of the server.</param>
public sealed record Person(Snowflake Id, string DisplayName, bool IsMember);
