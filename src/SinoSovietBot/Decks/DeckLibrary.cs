using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Decks;

/// <summary>
/// The decks in use, read when they are first asked for. <see cref="Refresh"/> reads again what has changed; a broken edit leaves the last good
/// version in use. Thread-safe.
/// </summary>
internal sealed class DeckLibrary(IOptions<DecksOptions> options, ILogger<DeckLibrary> logger)
{
    private readonly Lock gate = new();
    private volatile Loaded[]? loaded;

    /// <summary>Where decks are read from.</summary>
    public string Folder { get; } = Path.GetFullPath(options.Value.Path ?? DeckFolder.Default());

    private Loaded[] Current
    {
        get
        {
            if (loaded is { } current)
                return current;
            lock (gate)
            {
                if (loaded is null)
                    RefreshNow();
            }

            return loaded ?? [];
        }
    }

    /// <summary>Usable decks, in the order of their titles.</summary>
    public ImmutableArray<Deck> Decks =>
        [.. Current.Select(entry => entry.Deck).OfType<Deck>().DistinctBy(deck => deck.Id).OrderBy(deck => deck.Title, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>The deck of an id, or null.</summary>
    public Deck? Find(DeckId id) => Array.Find(Current, entry => entry.Deck?.Id == id)?.Deck;

    /// <summary>When a file of the deck was last changed, or null for an unknown deck.</summary>
    public DateTimeOffset? ChangedAt(DeckId id) => Array.Find(Current, entry => entry.Deck?.Id == id)?.ChangedAt;

    /// <summary>
    /// The deck a person means: by id, else by title, case aside; null without a match. What autocomplete fills in is the id, but a person may type on.
    /// </summary>
    public Deck? Find(string text)
    {
        string wanted = text.Trim();
        return Find(new DeckId(wanted))
            ?? Decks.FirstOrDefault(deck =>
                string.Equals(deck.Id.Value, wanted, StringComparison.OrdinalIgnoreCase)
                || string.Equals(deck.Title, wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads decks that are new or have changed, and drops those that are gone.</summary>
    public void Refresh()
    {
        lock (gate)
            RefreshNow();
    }

    private void RefreshNow()
    {
        ImmutableArray<FoundDeck> found;
        try
        {
            found = DeckFolder.Find(Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.DecksUnreadable(logger, Folder, exception.Message);
            return;
        }

        var before = (loaded ?? []).ToDictionary(entry => entry.Name);
        Loaded[] now = [.. found.Select(deck => Refreshed(deck, before.GetValueOrDefault(deck.Name)))];
        foreach (var twin in now.Where(entry => entry.Deck is not null).GroupBy(entry => entry.Deck!.Id).SelectMany(group => group.Skip(1)))
        {
            if (!before.TryGetValue(twin.Name, out var former) || former.Stamp != twin.Stamp)
                Log.DeckIdTaken(logger, twin.Deck!.Id.Value, twin.Name);
        }

        loaded = now;
        foreach (string gone in before.Keys.Except(found.Select(deck => deck.Name)))
            Log.DeckRemoved(logger, gone);
    }

    private Loaded Refreshed(FoundDeck found, Loaded? before)
    {
        string stamp = found.Stamp();
        if (before?.Stamp == stamp)
            return before;
        var reading = DeckFolder.Read(found);
        var problems = reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        if (reading.Deck is { } deck)
            Log.DeckLoaded(logger, deck.Id.Value, deck.Cards.Length, deck.Questions.Length);
        else if (before?.Deck is null)
            Log.DeckRefused(logger, found.Name, problems.Count, problems.FirstOrDefault()?.ToString() ?? "unknown");
        else
            Log.DeckEditRefused(logger, found.Name, problems.Count, problems.FirstOrDefault()?.ToString() ?? "unknown");
        return reading.Deck is null && before is not null
            ? before with { Stamp = stamp }
            : new Loaded(found.Name, stamp, reading.Deck, found.ChangedAt());
    }

    /// <param name="Name">Of the folder or file.</param>
    /// <param name="Stamp">Of the files as last read, good or not.</param>
    /// <param name="Deck">The last good version, or null.</param>
    /// <param name="ChangedAt">When the files of that version were changed.</param>
    private sealed record Loaded(string Name, string Stamp, Deck? Deck, DateTimeOffset? ChangedAt);
}
