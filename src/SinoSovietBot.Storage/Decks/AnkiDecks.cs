using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;

namespace SinoSovietBot.Storage.Decks;

/// <summary>Reads the names of decks, levels parted by <c>::</c>.</summary>
internal static class AnkiDecks
{
    private const char LevelParting = '\u001f';

    /// <summary>By their ids. Up to schema 14 they are one JSON object.</summary>
    public static Dictionary<long, string> OfJson(string decks)
    {
        using var json = JsonDocument.Parse(decks);
        var names = new Dictionary<long, string>();
        foreach (var deck in json.RootElement.EnumerateObject())
        {
            if (long.TryParse(deck.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long id))
                names[id] = deck.Value.GetProperty("name").GetString() ?? "";
        }

        return names;
    }

    /// <summary>By their ids. Since schema 15 they are a table, and their levels are parted by a control character.</summary>
    public static Dictionary<long, string> OfTables(SqliteConnection connection)
    {
        var names = new Dictionary<long, string>();
        using var statement = new Statement(connection, "SELECT id, CAST(name AS TEXT) FROM decks", 0);
        using var reader = statement.Read();
        while (reader.Read())
            names[reader.GetInt64(0)] = reader.GetString(1).Replace(LevelParting.ToString(), "::", StringComparison.Ordinal);
        return names;
    }

    /// <summary>The name of the deck of each note's first card.</summary>
    public static Dictionary<long, string> OfNotes(SqliteConnection connection, Dictionary<long, string> names)
    {
        var decks = new Dictionary<long, (long Order, string Name)>();
        using var statement = new Statement(connection, "SELECT nid, ord, did FROM cards WHERE nid IN (SELECT id FROM notes)", 0);
        using var reader = statement.Read();
        while (reader.Read())
        {
            var (note, order) = (reader.GetInt64(0), reader.GetInt64(1));
            if (names.TryGetValue(reader.GetInt64(2), out string? name) && (!decks.TryGetValue(note, out var first) || order < first.Order))
                decks[note] = (order, name);
        }

        return decks.ToDictionary(deck => deck.Key, deck => deck.Value.Name);
    }
}
