using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.Storage.Decks;

/// <summary>Reads the types of notes, by their ids.</summary>
internal static class AnkiTypes
{
    // In both forms 0 is a type with templates and 1 one with deletions.
    private const int ClozeKind = 1;

    /// <summary>Up to schema 14 they are one JSON object.</summary>
    public static Dictionary<long, AnkiNoteType> OfJson(string models)
    {
        using var json = JsonDocument.Parse(models);
        var types = new Dictionary<long, AnkiNoteType>();
        foreach (var model in json.RootElement.EnumerateObject())
        {
            if (!long.TryParse(model.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long id))
                continue;
            var value = model.Value;
            types[id] = new AnkiNoteType(
                value.GetProperty("name").GetString() ?? "",
                value.TryGetProperty("type", out var kind) && kind.GetInt32() == ClozeKind,
                [.. value.GetProperty("flds").EnumerateArray().OrderBy(Order).Select(field => field.GetProperty("name").GetString() ?? "")],
                value.TryGetProperty("tmpls", out var templates) ? templates.GetArrayLength() : 1);
        }

        return types;
    }

    /// <summary>Since schema 15 they are tables.</summary>
    public static Dictionary<long, AnkiNoteType> OfTables(SqliteConnection connection)
    {
        var types = new Dictionary<long, AnkiNoteType>();
        using (var statement = new Statement(connection, "SELECT id, CAST(name AS TEXT), CAST(config AS BLOB) FROM notetypes", 0))
        using (var reader = statement.Read())
        {
            while (reader.Read())
                types[reader.GetInt64(0)] = new AnkiNoteType(reader.GetString(1), IsCloze(reader.GetFieldValue<byte[]>(2)), [], 0);
        }

        using (var statement = new Statement(connection, "SELECT ntid, CAST(name AS TEXT) FROM fields ORDER BY ntid, ord", 0))
        using (var reader = statement.Read())
        {
            while (reader.Read())
            {
                if (types.TryGetValue(reader.GetInt64(0), out var type))
                    types[reader.GetInt64(0)] = type with { FieldNames = type.FieldNames.Add(reader.GetString(1)) };
            }
        }

        using (var statement = new Statement(connection, "SELECT ntid, count(*) FROM templates GROUP BY ntid", 0))
        using (var reader = statement.Read())
        {
            while (reader.Read())
            {
                if (types.TryGetValue(reader.GetInt64(0), out var type))
                    types[reader.GetInt64(0)] = type with { CardsOfNote = reader.GetInt32(1) };
            }
        }

        return types;
    }

    private static int Order(JsonElement field) =>
        field.TryGetProperty("ord", out var order) && order.ValueKind == JsonValueKind.Number ? order.GetInt32() : 0;

    private static bool IsCloze(byte[] config) => Protobuf.FirstNumber(config) == ClozeKind;
}
