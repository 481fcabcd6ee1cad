namespace SinoSovietBot.Playground.Recording;

/// <summary>One thing that crossed the line between the bot and the playground. Its JSON is described at <see cref="Recorder"/>.</summary>
internal sealed record RecordEntry(long Number, string Direction, string? Method, string Route)
{
    public string? Path { get; init; }

    public string? Query { get; init; }

    /// <summary>UTF-8 JSON, or null.</summary>
    public byte[]? Body { get; init; }

    public int? Status { get; init; }

    public string? UserAgent { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The rate limit headers of a response, by their names.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Name and size of each file of a multipart request.</summary>
    public IReadOnlyList<(string Name, long Size)> Files { get; init; } = [];
}
