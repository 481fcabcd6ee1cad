using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ZstdSharp;

namespace SinoSovietBot.Storage.Tests.Decks;

/// <summary>
/// Makes packages as Anki does: tables and columns are those of its published schemas (11, and 15 to 18), the files and the meta message those of its
/// published package format.
/// </summary>
internal sealed class Apkg
{
    public const long Basic = 1600000000001;
    public const long Reversed = 1600000000002;
    public const long Cloze = 1600000000003;
    public const long DeckNumber = 1600000000009;

    private const string Common =
        """
        CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL,
          usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
        CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL,
          flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
        CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
          usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
          reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL,
          data text NOT NULL);
        CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
          lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
        CREATE INDEX ix_notes_usn ON notes (usn);
        CREATE INDEX ix_cards_nid ON cards (nid);
        CREATE INDEX ix_notes_csum ON notes (csum);
        """;

    private const string Newer =
        """
        CREATE TABLE deck_config (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL,
          config blob NOT NULL);
        CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, mtime_secs integer NOT NULL, val blob NOT NULL) WITHOUT ROWID;
        CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, config blob NOT NULL,
          PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
        CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
        CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL,
          usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
        CREATE UNIQUE INDEX idx_templates_name_ntid ON templates (name, ntid);
        CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL,
          config blob NOT NULL);
        CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
        CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL,
          common blob NOT NULL, kind blob NOT NULL);
        CREATE UNIQUE INDEX idx_decks_name ON decks (name);
        CREATE TABLE tags (tag text NOT NULL PRIMARY KEY COLLATE unicase, usn integer NOT NULL, collapsed boolean NOT NULL, config blob NULL) WITHOUT ROWID;
        CREATE TABLE graves (oid integer NOT NULL, type integer NOT NULL, usn integer NOT NULL, PRIMARY KEY (oid, type)) WITHOUT ROWID;
        """;

    private readonly List<(string Guid, long Type, string Fields, string Tags)> notes = [];

    private readonly List<(long At, int Card, int Ease, int Type, int Factor)> reviews = [];

    public string DeckName { get; init; } = "History::Cold War";

    public Apkg Note(string guid, long type, string tags, params string[] fields)
    {
        notes.Add((guid, type, string.Join('\u001f', fields), tags.Length == 0 ? "" : $" {tags} "));
        return this;
    }

    /// <summary>An answer to a card; cards are numbered as notes, from 1.</summary>
    public Apkg Review(long at, int card, int ease, int type = 1, int factor = 2500)
    {
        reviews.Add((at, card, ease, type, factor));
        return this;
    }

    /// <summary>As before Anki 2.1: only <c>collection.anki2</c>.</summary>
    public byte[] Legacy1() => Zip(("collection.anki2", Schema11()), ("media", Media()));

    /// <summary>As "support older Anki versions" writes it: the collection, and beside it one that only asks to update.</summary>
    public byte[] Legacy2() => Zip(("collection.anki21", Schema11()), ("collection.anki2", Stub()), ("media", Media()), ("0", [1, 2, 3]), ("1", [4]));

    /// <summary>As today's Anki writes it.</summary>
    public byte[] Latest(byte version = 3, int schema = 18) => Zip(
        ("meta", [0x08, version]),
        ("collection.anki21b", Zstd(Schema18(schema))),
        ("collection.anki2", Stub()),
        ("media", Zstd([])),
        ("0", Zstd([1, 2, 3])));

    public static byte[] Stub() =>
        new Apkg().Note("stub", Basic, "", "Please update to the latest Anki version, then import the .colpkg/.apkg file again.", "").Schema11();

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return buffer.ToArray();
    }

    public static byte[] Zstd(byte[] content)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(content).ToArray();
    }

    public byte[] Schema11(string more = "") => Collection(Common + more, connection =>
    {
        var models = new Dictionary<string, object>
        {
            [$"{Basic}"] = Model("Basic", 0, ["Front", "Back"], 1),
            [$"{Reversed}"] = Model("Basic (and reversed card)", 0, ["Front", "Back"], 2),
            [$"{Cloze}"] = Model("Cloze", 1, ["Text", "Back Extra"], 1),
        };
        var decks = new Dictionary<string, object> { ["1"] = new { name = "Default" }, [$"{DeckNumber}"] = new { name = DeckName } };
        Run(connection, "INSERT INTO col VALUES (1, 0, 0, 0, 11, 0, 0, 0, '{}', $1, $2, '{}', '{}')", JsonSerializer.Serialize(models), JsonSerializer.Serialize(decks));
    });

    public byte[] Schema18(int version = 18, string more = "") => Collection(Common + Newer + more, connection =>
    {
        Run(connection, "INSERT INTO col VALUES (1, 0, 0, 0, $1, 0, 0, 0, '', '', '', '', '')", version);
        AddType(connection, Basic, "Basic", [], ["Front", "Back"], 1);
        AddType(connection, Reversed, "Basic (and reversed card)", [], ["Front", "Back"], 2);
        AddType(connection, Cloze, "Cloze", [0x08, 0x01], ["Text", "Back Extra"], 1);
        Run(connection, "INSERT INTO decks VALUES (1, 'Default', 0, 0, x'', x''), ($1, $2, 0, 0, x'', x'')", DeckNumber, DeckName.Replace("::", "\u001f", StringComparison.Ordinal));
    });

    private static byte[] Media() => Encoding.UTF8.GetBytes("""{"0": "map.jpg", "1": "speech.mp3"}""");

    private static object Model(string name, int type, string[] fields, int templates) => new
    {
        name,
        type,
        flds = fields.Select((field, ord) => new { name = field, ord }).Reverse(),
        tmpls = Enumerable.Range(0, templates).Select(ord => new { name = $"Card {ord + 1}", ord }),
    };

    private static void AddType(SqliteConnection connection, long id, string name, byte[] config, string[] fields, int templates)
    {
        Run(connection, "INSERT INTO notetypes VALUES ($1, $2, 0, 0, $3)", id, name, config);
        for (int ord = 0; ord < fields.Length; ord++)
            Run(connection, "INSERT INTO fields VALUES ($1, $2, $3, x'')", id, ord, fields[ord]);
        for (int ord = 0; ord < templates; ord++)
            Run(connection, "INSERT INTO templates VALUES ($1, $2, $3, 0, 0, x'')", id, ord, $"Card {ord + 1}");
    }

    private byte[] Collection(string schema, Action<SqliteConnection> fill)
    {
        string path = Path.GetTempFileName();
        try
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString))
            {
                connection.Open();
                connection.CreateCollation("unicase", (one, other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase));
                using var transaction = connection.BeginTransaction();
                Run(connection, schema);
                fill(connection);
                AddNotes(connection);
                transaction.Commit();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private void AddNotes(SqliteConnection connection)
    {
        for (int index = 0; index < notes.Count; index++)
        {
            var note = notes[index];
            Run(connection, "INSERT INTO notes VALUES ($1, $2, $3, 0, -1, $4, $5, 0, 0, 0, '')", index + 1, note.Guid, note.Type, note.Tags, note.Fields);
            Run(connection, "INSERT INTO cards VALUES ($1, $1, $2, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')", index + 1, DeckNumber);
        }

        foreach (var review in reviews)
        {
            Run(
                connection, "INSERT INTO revlog VALUES ($1, $2, -1, $3, 1, 1, $4, 6500, $5)",
                review.At, review.Card, review.Ease, review.Factor, review.Type);
        }
    }

    private static void Run(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (int index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"${index + 1}", values[index]);
        command.ExecuteNonQuery();
    }
}
