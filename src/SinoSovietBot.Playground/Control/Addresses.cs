namespace SinoSovietBot.Playground.Control;

/// <summary>Where the server listens; no trailing slashes.</summary>
internal sealed record Addresses(int Port, int? Http2Port)
{
    public string Page => $"http://127.0.0.1:{Port}";

    public string Api => $"{Page}/api/v10";

    public string Cdn => $"{Page}/cdn";

    public string Gateway => $"ws://127.0.0.1:{Port}/gateway";
}
