namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Whose payload it is; the names are those of the groups in <c>gateway-payloads.json</c>.</summary>
internal enum GatewaySide
{
    /// <summary>The playground sends it to the bot.</summary>
    Bot,

    /// <summary>The playground sends it to a member's client.</summary>
    Member,

    /// <summary>The bot sends it.</summary>
    Sent,

    /// <summary>The playground sends it to whoever is connected, outside the numbered events.</summary>
    Control,
}
