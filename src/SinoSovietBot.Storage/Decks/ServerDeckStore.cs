using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Storage.Decks;

/// <summary>The decks of servers in SQLite.</summary>
internal sealed class ServerDeckStore(Database database, GroupCommitWriter writer, ServerDeckWrites writes, WaitingWrites waiting) : IServerDeckStore
{
    private const string Version =
        """
        SELECT decks.server_id, decks.deck_id, versions.revision, kind, saved_at, saved_by, title, subject, size, removed_at, yaml
        FROM server_decks AS decks JOIN server_deck_revisions AS versions USING (server_id, deck_id)
        WHERE decks.server_id = $server AND decks.deck_id = $deck
        """;

    public Task<ImmutableArray<ServerDeck>> ListAsync(ServerId server, CancellationToken cancellation) =>
        database.ReadAsync(connection => List(connection, server), cancellation);

    public Task<ServerDeckVersion?> ReadAsync(ServerId server, DeckId deck, CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"{Version} AND versions.revision = decks.revision";
            return One(command, server, deck);
        },
        cancellation);

    public Task<ServerDeckVersion?> ReadEarlierAsync(ServerId server, DeckId deck, CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"{Version} AND versions.revision < decks.revision ORDER BY versions.revision DESC LIMIT 1";
            return One(command, server, deck);
        },
        cancellation);

    public Task<DeckSaving> SaveAsync(NewDeckVersion version, DeckActor actor) =>
        Deciding<DeckSaving>.OnAsync(writer, () => writes.Save(version, actor));

    public Task<DeckSaving> RemoveAsync(ServerId server, DeckId deck, DeckActor actor) =>
        Deciding<DeckSaving>.OnAsync(writer, () => writes.Remove(server, deck, actor));

    public Task<DeckSaving> RestoreAsync(ServerId server, DeckId deck, DeckActor actor) =>
        Deciding<DeckSaving>.OnAsync(writer, () => writes.Restore(server, deck, actor));

    public Task<int> PurgeAsync(DateTimeOffset now) => Deciding<int>.OnAsync(writer, () =>
    {
        waiting.Purge(now);
        return writes.Purge(now);
    });

    private static ImmutableArray<ServerDeck> List(SqliteConnection connection, ServerId server)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT server_id, deck_id, revision, kind, saved_at, saved_by, title, subject, size, removed_at
            FROM server_decks JOIN server_deck_revisions USING (server_id, deck_id, revision)
            WHERE server_id = $server
            ORDER BY deck_id
            """;
        command.Parameters.AddWithValue("$server", (long)server.Value);
        using var reader = command.ExecuteReader();
        var decks = ImmutableArray.CreateBuilder<ServerDeck>();
        while (reader.Read())
            decks.Add(Deck(reader));
        return decks.ToImmutable();
    }

    private static ServerDeckVersion? One(SqliteCommand command, ServerId server, DeckId deck)
    {
        command.Parameters.AddWithValue("$server", (long)server.Value);
        command.Parameters.AddWithValue("$deck", deck.Value);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new ServerDeckVersion(Deck(reader), reader.GetString(10)) : null;
    }

    private static ServerDeck Deck(SqliteDataReader reader) => new()
    {
        Server = new ServerId((ulong)reader.GetInt64(0)),
        Id = new DeckId(reader.GetString(1)),
        Revision = reader.GetInt32(2),
        Kind = ChangeKinds.Read(reader.GetString(3)),
        ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
        ChangedBy = new MemberId((ulong)reader.GetInt64(5)),
        Title = reader.GetString(6),
        Subject = reader.GetString(7),
        Size = reader.GetInt32(8),
        RemovedAt = reader.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(9)),
    };
}
