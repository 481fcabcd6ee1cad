namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>A kind of payload: <c>MESSAGE_CREATE</c> to the bot.</summary>
internal readonly record struct GatewayPayload(GatewaySide Side, string Name);
