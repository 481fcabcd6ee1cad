using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>The lines <c>#key:value</c> at the top of a text file for Anki. Columns are numbered from 0 here; -1 for none.</summary>
internal sealed record AnkiTextHeader
{
    private static readonly ImmutableArray<(string Name, char Text)> Separators =
        [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("space", ' '), ("pipe", '|'), ("colon", ':')];

    private static readonly ImmutableArray<string> Keys =
    [
        "separator", "html", "tags", "columns", "notetype", "deck", "notetype column", "deck column", "tags column", "guid column", "if matches", "match scope",
    ];

    public char? Separator { get; private init; }

    public bool? IsHtml { get; private init; }

    public ImmutableArray<string> Tags { get; private init; } = [];

    public ImmutableArray<string> Columns { get; private init; } = [];

    public string? NoteType { get; private init; }

    public string? Deck { get; private init; }

    public int NoteTypeColumn { get; private init; } = -1;

    public int DeckColumn { get; private init; } = -1;

    public int TagsColumn { get; private init; } = -1;

    public int GuidColumn { get; private init; } = -1;

    /// <summary>Whether a text begins with such a line.</summary>
    public static bool IsAt(string text) => Lines(text).Any(line => Split(line) is var (key, _) && Keys.Contains(key, StringComparer.Ordinal));

    /// <summary>What follows these lines.</summary>
    public static string Body(string text) => text[Math.Min(text.Length, Lines(text).Sum(line => line.Length + 1))..];

    /// <summary>Reads the lines at the top; a value that means nothing is reported and left out.</summary>
    public static AnkiTextHeader Read(string text, ImportReport report)
    {
        var header = new AnkiTextHeader();
        var number = 0;
        foreach (var line in Lines(text))
        {
            number++;
            if (Split(line) is var (key, value))
                header = header.With(key, value, new Place(report.FileName, number, 1), report);
        }

        return header;
    }

    /// <summary>The columns that hold fields of a note.</summary>
    public IEnumerable<int> FieldColumns(int count)
    {
        int[] others = [NoteTypeColumn, DeckColumn, TagsColumn, GuidColumn];
        return Enumerable.Range(0, count).Where(index => !others.Contains(index));
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length && text[start] == '#';)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return text[start..end];
            start = end + 1;
        }
    }

    private static (string Key, string Value)? Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (line[1..colon].Trim().ToLowerInvariant(), line[(colon + 1)..]);
    }

    private AnkiTextHeader With(string key, string value, Place at, ImportReport report)
    {
        return key switch
        {
            "separator" => ReadSeparator(value) is { } separator ? this with { Separator = separator } : Refuse(ImportMessages.UnknownSeparator(value)),
            "html" => this with { IsHtml = string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase) },
            "tags" => this with { Tags = [.. value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)] },
            "columns" => this with { Columns = [.. value.Split(Separator ?? '\t').Select(name => name.Trim(' ', '"'))] },
            "notetype" => this with { NoteType = value.Trim() },
            "deck" => this with { Deck = value.Trim() },
            "notetype column" => Column() is { } index ? this with { NoteTypeColumn = index } : this,
            "deck column" => Column() is { } index ? this with { DeckColumn = index } : this,
            "tags column" => Column() is { } index ? this with { TagsColumn = index } : this,
            "guid column" => Column() is { } index ? this with { GuidColumn = index } : this,
            _ => this,
        };

        int? Column()
        {
            if (int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                return number - 1;
            Refuse(ImportMessages.BadColumn(key, value));
            return null;
        }

        AnkiTextHeader Refuse(string message)
        {
            report.Reject(at, message);
            return this;
        }
    }

    // The literal character counts as it is, a tab included.
    private static char? ReadSeparator(string value)
    {
        if (value.Length == 1 && !char.IsAsciiLetterOrDigit(value[0]) && char.IsAscii(value[0]) && value[0] is not ('"' or '\r' or '#'))
            return value[0];
        var found = Separators.FirstOrDefault(separator => string.Equals(separator.Name, value.Trim(), StringComparison.OrdinalIgnoreCase));
        return found.Name is null ? null : found.Text;
    }
}
