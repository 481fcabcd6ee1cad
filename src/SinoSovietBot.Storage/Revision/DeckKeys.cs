using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Storage.Revision;

/// <summary>The numbers that stand for decks. Used on the writer's thread only, but for the static method.</summary>
internal sealed class DeckKeys(SqliteConnection connection) : IDisposable
{
    private readonly Statement add = new(connection, "INSERT INTO decks (id) VALUES ($1) ON CONFLICT DO NOTHING", 1);

    private readonly Statement find = new(connection, "SELECT key FROM decks WHERE id = $1", 1);

    /// <summary>A deck's number; null where nothing was ever stored of it.</summary>
    public static long? Find(SqliteConnection connection, DeckAddress deck)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key FROM decks WHERE id = $id";
        command.Parameters.AddWithValue("$id", deck.ToString());
        return command.ExecuteScalar() is long key ? key : null;
    }

    /// <inheritdoc cref="Find(SqliteConnection, DeckAddress)"/>
    public long? Find(DeckAddress deck) => find.Bind(1, deck.ToString()).Number();

    /// <summary>A deck's number, given to it now where it has none.</summary>
    public long FindOrAdd(DeckAddress deck)
    {
        if (Find(deck) is { } key)
            return key;
        add.Bind(1, deck.ToString()).Run();
        return Find(deck)!.Value;
    }

    public void Dispose()
    {
        add.Dispose();
        find.Dispose();
    }
}
