namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>A folder of one test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("playground-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
