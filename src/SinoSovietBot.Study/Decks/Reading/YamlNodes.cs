using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>A piece of a YAML file that knows where it stands.</summary>
internal abstract record YamlNode(Place At);

/// <param name="At">Where the text begins.</param>
/// <param name="Value">As written, not trimmed.</param>
/// <param name="IsPlain">Without quotes or block mark, so that <c>null</c> and <c>~</c> mean nothing rather than text.</param>
internal sealed record YamlText(Place At, string Value, bool IsPlain) : YamlNode(At)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Value) || (IsPlain && Value is "~" or "null" or "Null" or "NULL");
}

/// <param name="At">Where the list begins.</param>
/// <param name="Items">In the order of the file.</param>
/// <param name="IsComplete">False when the file became unreadable inside it.</param>
internal sealed record YamlList(Place At, ImmutableArray<YamlNode> Items, bool IsComplete) : YamlNode(At);

/// <param name="At">Where the first key stands.</param>
/// <param name="Entries">In the order of the file, each key once.</param>
/// <param name="IsComplete">False when the file became unreadable inside it: a missing key may stand behind that place.</param>
internal sealed record YamlMap(Place At, ImmutableArray<YamlEntry> Entries, bool IsComplete) : YamlNode(At)
{
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.Ordinal));

    /// <summary>Where the value of a key begins, or the map where there is no such key.</summary>
    public Place PlaceOf(string key) => Find(key)?.Value.At ?? At;
}

internal sealed record YamlEntry(Place KeyAt, string Key, YamlNode Value);

/// <summary>Something already reported, such as an alias: nothing more is to be said about it.</summary>
internal sealed record YamlUnreadable(Place At) : YamlNode(At);

/// <summary>What came of reading one YAML file.</summary>
/// <param name="Root">Null when there is nothing to read.</param>
/// <param name="IsComplete">False when the file could not be read to its end.</param>
internal sealed record YamlReading(YamlNode? Root, bool IsComplete);
