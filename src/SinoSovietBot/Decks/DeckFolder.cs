using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Decks;

/// <summary>Reads decks from disk: each sub-folder with YAML files is a deck, and each YAML file directly in the folder is one.</summary>
internal static class DeckFolder
{
    /// <summary>Where decks are when no setting says so: <c>decks</c> in the current folder, else beside the program.</summary>
    public static string Default()
    {
        string here = Path.Combine(Environment.CurrentDirectory, "decks");
        return Directory.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "decks");
    }

    /// <summary>The decks of a folder, each under the name of its folder or file (which no two share), in the order of their names.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static ImmutableArray<FoundDeck> Find(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var folders = Directory.EnumerateDirectories(folder).Select(path => new FoundDeck(Path.GetFileName(path), YamlFiles(path)));
        var files = YamlFiles(folder).Select(path => new FoundDeck(Path.GetFileName(path), [path]));
        return [.. folders.Concat(files).Where(deck => !deck.Paths.IsEmpty).OrderBy(deck => deck.Name, StringComparer.Ordinal)];
    }

    /// <summary>Reads one deck; files that are too large or cannot be opened become problems.</summary>
    public static DeckReading Read(FoundDeck deck)
    {
        var files = new List<DeckFile>();
        var problems = ImmutableArray.CreateBuilder<DeckProblem>();
        foreach (string path in deck.Paths)
        {
            string name = Path.GetRelativePath(Environment.CurrentDirectory, path);
            try
            {
                // One byte more than allowed is enough for the reader to see that the file is too large.
                using var stream = File.OpenRead(path);
                byte[] content = new byte[Math.Min(stream.Length, DeckLimits.FileBytes + 1)];
                stream.ReadExactly(content);
                files.Add(new DeckFile(name, content));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(new DeckProblem(name, 1, 1, ProblemSeverity.Error, $"The file cannot be read: {exception.Message}"));
            }
        }

        if (problems.Count > 0)
            return new DeckReading(null, problems.ToImmutable());
        return DeckReader.Read(files);
    }

    /// <summary>The YAML files directly in a folder, by name.</summary>
    public static ImmutableArray<string> YamlFiles(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal),
    ];
}

/// <summary>A deck on disk, not read yet.</summary>
/// <param name="Name">Of its folder or file.</param>
/// <param name="Paths">Its files, in the order of their names.</param>
internal sealed record FoundDeck(string Name, ImmutableArray<string> Paths)
{
    /// <summary>Changes whenever a file of the deck does.</summary>
    public string Stamp() => string.Join('|', Paths.Select(path =>
    {
        var info = new FileInfo(path);
        return info.Exists ? $"{path}:{info.Length}:{info.LastWriteTimeUtc.Ticks}" : path;
    }));

    /// <summary>When the file that was changed last was changed; null when there is none any more.</summary>
    public DateTimeOffset? ChangedAt() => Paths.Where(File.Exists).Select(path => (DateTimeOffset?)File.GetLastWriteTimeUtc(path)).Max();
}
