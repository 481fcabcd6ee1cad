using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A package as an older Anki exports it, with scheduling information: a note a card, and how it was answered.</summary>
internal static class AnkiPackage
{
    private const string Schema =
        """
        CREATE TABLE col (id integer PRIMARY KEY, ver integer NOT NULL, models text NOT NULL, decks text NOT NULL);
        CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, tags text NOT NULL, flds text NOT NULL);
        CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL);
        CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, ease integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
          type integer NOT NULL);
        INSERT INTO col VALUES (1, 11, '{"5": {"name": "Basic", "flds": [{"name": "Front"}, {"name": "Back"}]}}', '{"1": {"name": "Default"}}');
        """;

    /// <param name="fronts">Of the notes.</param>
    /// <param name="reviews">Which note, from 0; when; and the button, 1 to 4.</param>
    public static byte[] Of(IReadOnlyList<string> fronts, params IReadOnlyList<(int Note, DateTimeOffset At, int Ease)> reviews)
    {
        using var folder = new TemporaryFolder("anki");
        var path = folder.File("collection.anki2");
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            connection.Open();
            Run(connection, Schema);
            for (var note = 0; note < fronts.Count; note++)
            {
                Run(connection, "INSERT INTO notes VALUES ($1, 'guid ' || $1, 5, '', $2 || char(31) || 'The back')", note + 1, fronts[note]);
                Run(connection, "INSERT INTO cards VALUES ($1, $1, 1, 0)", note + 1);
            }

            foreach (var (note, at, ease) in reviews)
                Run(connection, "INSERT INTO revlog VALUES ($1, $2, $3, 2500, 4000, 1)", at.ToUnixTimeMilliseconds(), note + 1, ease);
        }

        using var package = new MemoryStream();
        using (var archive = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("collection.anki2").Open();
            entry.Write(File.ReadAllBytes(path));
        }

        return package.ToArray();
    }

    private static void Run(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written above; only values vary.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"${index + 1}", values[index]);
        command.ExecuteNonQuery();
    }
}
