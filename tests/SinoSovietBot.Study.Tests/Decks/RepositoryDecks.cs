using SinoSovietBot.Study.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

/// <summary>The decks of the repository.</summary>
internal static class RepositoryDecks
{
    /// <summary>The files of each; skips the test where there are none.</summary>
    public static IReadOnlyList<DeckFile[]> Files()
    {
        var decks = Path.Combine(Root(), "decks");
        Assert.SkipUnless(Directory.Exists(decks), "The repository has no decks here.");
        return
        [
            .. Directory.GetDirectories(decks).Select(folder => Directory.GetFiles(folder, "*.yaml").Select(path => Open(decks, path)).ToArray()),
            .. Directory.GetFiles(decks, "*.yaml").Select(path => new[] { Open(decks, path) }),
        ];
    }

    public static IReadOnlyList<Deck> All() =>
        [.. Files().Select(files => DeckReader.Read(files).Deck ?? throw new InvalidOperationException($"{files[0].Name} is of no good deck."))];

    /// <summary>The repository's folder.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SinoSovietBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    private static DeckFile Open(string decks, string path) => new(Path.GetRelativePath(decks, path), File.ReadAllBytes(path));
}
