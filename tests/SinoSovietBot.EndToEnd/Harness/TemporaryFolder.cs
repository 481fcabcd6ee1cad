namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>An empty folder that goes when the test goes.</summary>
internal sealed class TemporaryFolder(string purpose) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory($"sino-soviet-bot-{purpose}-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path, "*", SearchOption.AllDirectories).Prepend(Path))
            MakeWritable(folder);
        Directory.Delete(Path, recursive: true);
    }

    private static void MakeWritable(string folder)
    {
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
