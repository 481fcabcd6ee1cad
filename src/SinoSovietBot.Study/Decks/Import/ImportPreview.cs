using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>What a person should see before an import is done.</summary>
public static class ImportPreview
{
    /// <summary>How many things of one sort are listed one by one.</summary>
    public const int Listed = 20;

    /// <summary>Format and counts; what is added, changed, removed and rejected; what was changed on the way. Ends with a line break.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="changes">What it would change; null where there is nothing to import.</param>
    public static string Write(ImportReading reading, DeckChanges? changes)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Format: {NameOf(reading.Format)}\n");
        if (reading.Deck is { } deck)
        {
            var points = deck.Cards.Sum(card => card.AllPoints.Count());
            text.Append(CultureInfo.InvariantCulture, $"Deck: {deck.Id} ({deck.Title})\n");
            text.Append(CultureInfo.InvariantCulture, $"Read: {deck.Cards.Length} cards, {points} points, {deck.Questions.Length} questions\n");
        }
        else
        {
            text.Append("Read: nothing that can be used\n");
        }

        if (changes is { IsEmpty: true })
            text.Append("Nothing changes.\n");
        Append(text, "Added", changes?.Added ?? [], Line);
        Append(text, "Changed", changes?.Changed ?? [], Line);
        Append(text, "Removed", changes?.Removed ?? [], Line);
        Append(text, "Rejected", reading.Rejected, problem => problem.ToString());
        Append(text, "Notes", reading.Notes, note => note);
        return text.ToString();
    }

    /// <summary>As people call it.</summary>
    public static string NameOf(ImportFormat format) => format switch
    {
        ImportFormat.Native => "deck file (YAML)",
        ImportFormat.Csv => "table (CSV)",
        ImportFormat.AnkiText => "Anki text",
        ImportFormat.AnkiPackage => "Anki package",
        _ => "Quizlet text",
    };

    private static string Line(DeckChange change) => change.Part == DeckPart.Header
        ? $"header: {change.Text}"
        : string.Create(CultureInfo.InvariantCulture, $"{NameOf(change.Part)} {change.Id}: {change.Text}");

    private static string NameOf(DeckPart part) => part switch
    {
        DeckPart.Card => "card",
        DeckPart.Point => "point",
        _ => "question",
    };

    private static void Append<T>(StringBuilder text, string heading, ImmutableArray<T> items, Func<T, string> line)
    {
        if (items.IsEmpty)
            return;
        text.Append(CultureInfo.InvariantCulture, $"{heading}: {items.Length}\n");
        foreach (var item in items.Take(Listed))
            text.Append("  ").Append(line(item)).Append('\n');
        if (items.Length > Listed)
            text.Append(CultureInfo.InvariantCulture, $"  … and {items.Length - Listed} more\n");
    }
}
