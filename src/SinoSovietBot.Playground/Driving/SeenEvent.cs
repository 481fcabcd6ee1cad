namespace SinoSovietBot.Playground.Driving;

/// <summary>An event that members were told of.</summary>
/// <param name="Name">As MESSAGE_CREATE.</param>
/// <param name="Data">UTF-8 JSON.</param>
internal sealed record SeenEvent(string Name, byte[] Data);
