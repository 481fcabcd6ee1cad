namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>A response as it arrived.</summary>
/// <param name="Method">Of the request.</param>
/// <param name="Path">Of the request, without a query.</param>
/// <param name="Status">The status code.</param>
internal sealed record SeenResponse(string Method, string Path, int Status)
{
    public string? ContentType { get; init; }

    /// <summary>Names in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Empty without one.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
