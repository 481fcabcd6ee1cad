using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads the values of one map and reports those that are missing, of the wrong form or too long.</summary>
internal sealed partial class MapReader
{
    private readonly YamlMap map;
    private readonly DeckDraft draft;

    private MapReader(YamlMap map, string subject, DeckDraft draft)
    {
        this.map = map;
        this.draft = draft;
        Subject = subject;
    }

    public Place At => map.At;

    /// <summary>As messages call it, such as <c>card 'treaty-1950'</c>.</summary>
    public string Subject { get; }

    /// <summary>Null, with the fault reported, when the node is no map.</summary>
    public static MapReader? Open(YamlNode node, string sort, ImmutableArray<string> keys, DeckDraft draft)
    {
        if (node is not YamlMap map)
        {
            if (node is not YamlUnreadable)
                draft.Problems.Error(node.At, DeckMessages.NotAMap(sort, keys[0]));
            return null;
        }

        var name = map.Find("id")?.Value is YamlText { IsEmpty: false } id ? $"{sort} {DeckMessages.Quote(id.Value.Trim())}" : sort;
        foreach (var entry in map.Entries.Where(entry => !keys.Contains(entry.Key, StringComparer.Ordinal)))
            draft.Problems.Error(entry.KeyAt, DeckMessages.UnknownKey(entry.Key, name, keys, draft.Suggestions.Find(entry.Key, keys)));
        return new MapReader(map, name, draft);
    }

    public bool Has(string key) => map.Find(key) is not null;

    /// <summary>Whether a key is there with anything but an empty list, readable or not.</summary>
    public bool HasContent(string key) => map.Find(key) is { Value: not YamlList { Items.IsEmpty: true } };

    /// <summary>The first entry, in the order of the file, that has one of these keys.</summary>
    public YamlEntry? FirstOf(ImmutableArray<string> keys) => map.Entries.FirstOrDefault(entry => keys.Contains(entry.Key, StringComparer.Ordinal));

    public Place PlaceOf(string key) => map.PlaceOf(key);

    /// <summary>A text of one line, or empty with the fault reported.</summary>
    public string Line(string key, int limit) => Required(key) is { } node ? Text(node, key, limit, oneLine: true) ?? "" : "";

    /// <summary>A text of any number of lines, or empty with the fault reported.</summary>
    public string Text(string key, int limit) => Required(key) is { } node ? Text(node, key, limit, oneLine: false) ?? "" : "";

    public string? OptionalText(string key, int limit) => map.Find(key) is { } entry ? Text(entry.Value, key, limit, oneLine: false) : null;

    /// <summary>The id that this map declares, entered in the index; empty with the fault reported.</summary>
    public string Id(IdIndex? index)
    {
        if (Required("id") is not { } node || Text(node, "id", int.MaxValue, oneLine: true) is not { } id)
            return "";
        if (!IsId(id))
            draft.Problems.Error(node.At, DeckMessages.BadId(id));
        index?.Declare(id, node.At);
        return id;
    }

    /// <summary>The id of something declared elsewhere; empty with the fault reported.</summary>
    public Reference Reference(string key) =>
        new(Required(key) is { } node ? Text(node, key, int.MaxValue, oneLine: true) ?? "" : "", map.PlaceOf(key));

    /// <summary>The ids of a list, without those that could not be read or stand there twice.</summary>
    public ImmutableArray<Reference> References(string key, bool isRequired)
    {
        var references = ImmutableArray.CreateBuilder<Reference>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in List(key, isRequired))
        {
            if (Text(node, key, int.MaxValue, oneLine: true) is not { } id)
                continue;
            if (seen.Add(id))
                references.Add(new Reference(id, node.At));
            else
                draft.Problems.Error(node.At, DeckMessages.ListedTwice(id, key));
        }

        return references.ToImmutable();
    }

    /// <summary>A list of texts of one line each; none where the key is missing. Those that could not be read are left out.</summary>
    public ImmutableArray<string> Lines(string key, int count, int limit) => Texts(key, count, limit, oneLine: true);

    /// <summary>A list of texts of any number of lines; none where the key is missing. Those that could not be read are left out.</summary>
    public ImmutableArray<string> Texts(string key, int count, int limit) => Texts(key, count, limit, oneLine: false);

    /// <summary>A whole number within inclusive limits; null where the key is missing, or with the fault reported.</summary>
    public int? OptionalNumber(string key, int min, int max)
    {
        if (map.Find(key) is not { } entry || Text(entry.Value, key, int.MaxValue, oneLine: true) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        draft.Problems.Error(entry.Value.At, DeckMessages.BadNumber(text, key, min, max));
        return null;
    }

    /// <summary>Whether the value is <c>true</c>; false where the key is missing.</summary>
    public bool Flag(string key) => Word(key, DeckWords.Flags, fallback: false, isRequired: false, out _);

    /// <summary>A text that stands by itself in a list of <paramref name="key"/>, in one line; null with the fault reported.</summary>
    public string? LineOf(YamlNode node, string key, int limit) => Text(node, key, limit, oneLine: true);

    /// <summary>The items of a list; none, with the fault reported, where there should be some.</summary>
    public ImmutableArray<YamlNode> List(string key, bool isRequired)
    {
        var node = isRequired ? Required(key) : map.Find(key)?.Value;
        switch (node)
        {
            case YamlList list:
                if (isRequired && list.Items.IsEmpty && list.IsComplete)
                    draft.Problems.Error(list.At, DeckMessages.EmptyList(Subject, key));
                return list.Items;
            case YamlText { IsEmpty: true }:
                draft.Problems.Error(node.At, DeckMessages.EmptyValue(Subject, key));
                return [];
            case YamlText or YamlMap:
                draft.Problems.Error(node.At, DeckMessages.NotAList(Subject, key));
                return [];
            default:
                return [];
        }
    }

    /// <summary>One of a few words; the fallback, with the fault reported, for any other.</summary>
    public T Word<T>(string key, ImmutableArray<(string Word, T Value)> words, T fallback, bool isRequired, out bool isKnown)
    {
        isKnown = false;
        var node = isRequired ? Required(key) : map.Find(key)?.Value;
        if (node is null || Text(node, key, int.MaxValue, oneLine: true) is not { } found)
            return fallback;

        foreach (var (word, value) in words)
        {
            if (!string.Equals(word, found, StringComparison.Ordinal))
                continue;
            isKnown = true;
            return value;
        }

        var known = words.Select(pair => pair.Word).ToList();
        draft.Problems.Error(node.At, DeckMessages.UnknownWord(found, key, known, draft.Suggestions.Find(found, known)));
        return fallback;
    }

    private static bool IsId(string text) => text.Length <= DeckLimits.IdLength && IdForm().IsMatch(text);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdForm();

    private ImmutableArray<string> Texts(string key, int count, int limit, bool oneLine)
    {
        var nodes = List(key, isRequired: false);
        if (nodes.Length > count)
            draft.Problems.Error(map.PlaceOf(key), DeckMessages.TooManyItems(Subject, key, nodes.Length, count));
        return [.. nodes.Select(node => Text(node, key, limit, oneLine)).OfType<string>()];
    }

    private YamlNode? Required(string key)
    {
        var entry = map.Find(key);
        if (entry is null && map.IsComplete)
            draft.Problems.Error(map.At, DeckMessages.MissingKey(Subject, key));
        return entry?.Value;
    }

    private string? Text(YamlNode node, string key, int limit, bool oneLine)
    {
        if (node is YamlUnreadable)
            return null;
        if (node is not YamlText text)
            return Refuse(node, DeckMessages.NotText(Subject, key));
        if (text.IsEmpty)
            return Refuse(node, DeckMessages.EmptyValue(Subject, key));

        var value = text.Value.Trim();
        if (value.Length > limit)
            return Refuse(node, DeckMessages.TooLong(Subject, key, value.Length, limit));
        if (oneLine && value.Contains('\n', StringComparison.Ordinal))
            return Refuse(node, DeckMessages.NotOneLine(Subject, key));

        foreach (var character in value)
        {
            if (char.IsControl(character) && character is not ('\n' or '\t'))
                return Refuse(node, DeckMessages.ControlCharacter(Subject, key, character));
        }

        return value;
    }

    private string? Refuse(YamlNode node, string message)
    {
        draft.Problems.Error(node.At, message);
        return null;
    }
}
