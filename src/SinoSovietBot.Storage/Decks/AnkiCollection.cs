using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.Storage.Decks;

/// <summary>A collection of Anki, of schema 11 to 18. A stranger made the file, so nothing in it is trusted to be what it says.</summary>
internal sealed class AnkiCollection : IDisposable
{
    private const long OldestSchema = 11;
    private const long NewestSchema = 18;
    private const long Characters = 10_000_000;
    private const string StubText = "Please update to the latest Anki version";
    private const char FieldParting = '\u001f';

    // A view or a computed column can be made to compute for ever.
    private const string Untrusted =
        """
        SELECT count(*) FROM sqlite_schema AS entry
        WHERE entry.name IN ('col', 'notes', 'cards', 'notetypes', 'fields', 'templates', 'decks', 'revlog')
          AND (entry.type <> 'table' OR entry.sql LIKE 'CREATE VIRTUAL%' OR EXISTS (SELECT 1 FROM pragma_table_xinfo(entry.name) WHERE hidden <> 0))
        """;

    private readonly SqliteConnection connection;

    private AnkiCollection(SqliteConnection connection) => this.connection = connection;

    /// <exception cref="SqliteException">The file is no database, or a damaged one.</exception>
    public static AnkiCollection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            // Anki sorts names by this rule, and SQLite refuses to read a table that needs a rule it does not know.
            connection.CreateCollation("unicase", (one, other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase));
            Script.Run(connection, "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -4000;");
            return new AnkiCollection(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public AnkiPackageReading Read(int mediaFiles) =>
        Fault() is { } fault ? new AnkiPackageReading(null, fault) : ReadNotes() switch
        {
            [] => new AnkiPackageReading(null, AnkiMessages.Empty),
            [var only] when IsStub(only) => new AnkiPackageReading(null, AnkiMessages.Stub),
            var notes => new AnkiPackageReading(new AnkiPackage([.. notes.Select(note => note.Note)], mediaFiles), null),
        };

    public AnkiLogReading ReadLog()
    {
        if (Fault() is { } fault)
            return new AnkiLogReading(null, fault);
        long count = Number("SELECT count(*) FROM revlog");
        if (count > ImportLimits.Reviews)
            return new AnkiLogReading(null, AnkiMessages.TooManyReviews(count));
        return ReadNotes() switch
        {
            [] => new AnkiLogReading(null, AnkiMessages.Empty),
            [var only] when IsStub(only) => new AnkiLogReading(null, AnkiMessages.Stub),
            _ when count == 0 => new AnkiLogReading(null, AnkiMessages.NoReviews),
            var notes => new AnkiLogReading(
                new AnkiLog([.. notes.Select(note => note.Note)], AnkiReviews.Read(connection, [.. notes.Select(note => note.Id)])), null),
        };
    }

    public void Dispose() => connection.Dispose();

    private static bool IsStub((long Id, AnkiNote Note) only) => only.Note.Fields.Any(field => field.Contains(StubText, StringComparison.Ordinal));

    /// <summary>Why it is not read; null when it is.</summary>
    private string? Fault()
    {
        if (Number(Untrusted) != 0)
            return AnkiMessages.Damaged;
        long schema = Number("SELECT ver FROM col");
        if (schema > NewestSchema)
            return AnkiMessages.Newer;
        if (schema < OldestSchema)
            return AnkiMessages.Older;
        long count = Number("SELECT count(*) FROM notes");
        if (count > DeckLimits.Cards)
            return AnkiMessages.TooManyNotes(count);
        long characters = Number("SELECT coalesce(sum(length(flds)), 0) FROM notes");
        return characters > Characters ? AnkiMessages.TooMuchText(characters, Characters) : null;
    }

    private ImmutableArray<(long Id, AnkiNote Note)> ReadNotes()
    {
        bool hasTables = Number("SELECT count(*) FROM sqlite_schema WHERE name = 'notetypes'") > 0;
        var types = hasTables ? AnkiTypes.OfTables(connection) : AnkiTypes.OfJson(Text("SELECT models FROM col"));
        var names = hasTables ? AnkiDecks.OfTables(connection) : AnkiDecks.OfJson(Text("SELECT decks FROM col"));
        var decks = AnkiDecks.OfNotes(connection, names);
        using var statement = new Statement(
            connection, "SELECT id, CAST(guid AS TEXT), mid, CAST(tags AS TEXT), CAST(flds AS TEXT) FROM notes ORDER BY id", 0);
        using var reader = statement.Read();
        var notes = ImmutableArray.CreateBuilder<(long, AnkiNote)>();
        while (reader.Read())
        {
            var fields = reader.GetString(4).Split(FieldParting).ToImmutableArray();
            notes.Add((reader.GetInt64(0), new AnkiNote(
                reader.GetString(1),
                types.TryGetValue(reader.GetInt64(2), out var type) ? type : new AnkiNoteType("", false, [], 1),
                fields,
                [.. reader.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                decks.GetValueOrDefault(reader.GetInt64(0)))));
        }

        return notes.ToImmutable();
    }

    private long Number([ConstantExpected] string sql)
    {
        using var statement = new Statement(connection, sql, 0);
        return statement.Number() ?? throw new InvalidCastException("The collection lacks a number that every collection has.");
    }

    private string Text([ConstantExpected] string sql)
    {
        using var statement = new Statement(connection, sql, 0);
        using var reader = statement.Read();
        return reader.Read() ? reader.GetString(0) : "{}";
    }
}
