namespace SinoSovietBot.Playground.Http;

/// <summary>Whom a route answers.</summary>
internal enum Access
{
    Bot,
    Member,
    BotOrMember,

    /// <summary>No login: a token in the path gives the right, or the route is Discord's public one.</summary>
    Open,

    /// <summary>The playground's own controls: loopback and a known origin are enough.</summary>
    Control,
}
