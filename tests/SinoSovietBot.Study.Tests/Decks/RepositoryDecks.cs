using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Tests.Decks;

/// <summary>The decks of the repository.</summary>
internal static class RepositoryDecks
{
    public static string Root { get; } = FindRoot();

    /// <summary>The files of each deck.</summary>
    public static IEnumerable<DeckFile[]> Files()
    {
        var decks = Path.Combine(Root, "decks");
        foreach (var folder in Directory.GetDirectories(decks))
            yield return [.. Directory.GetFiles(folder, "*.yaml").Select(path => Open(decks, path))];
        foreach (var path in Directory.GetFiles(decks, "*.yaml"))
            yield return [Open(decks, path)];
    }

    public static IEnumerable<Deck> All() =>
        Files().Select(files => DeckReader.Read(files).Deck ?? throw new InvalidOperationException($"{files[0].Name} is no good deck."));

    private static DeckFile Open(string decks, string path) => new(Path.GetRelativePath(decks, path), File.ReadAllBytes(path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SinoSovietBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
