using System.Text;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Storage.Decks;

/// <summary>The statements that change a server's decks. Used on the writer's thread only.</summary>
internal sealed class ServerDeckWrites(SqliteConnection connection) : IDisposable
{
    private readonly Statement current = new(connection, "SELECT revision FROM server_decks WHERE server_id = $1 AND deck_id = $2", 2);

    private readonly Statement removed = new(
        connection, "SELECT removed_at FROM server_decks WHERE server_id = $1 AND deck_id = $2 AND removed_at IS NOT NULL", 2);

    private readonly Statement countOthers = new(
        connection, "SELECT count(*) FROM server_decks WHERE server_id = $1 AND deck_id <> $2 AND removed_at IS NULL", 2);

    private readonly Statement sizeOfOthers = new(
        connection,
        """
        SELECT coalesce(sum(size), 0)
        FROM server_decks JOIN server_deck_revisions USING (server_id, deck_id, revision)
        WHERE server_id = $1 AND deck_id <> $2 AND removed_at IS NULL
        """,
        2);

    private readonly Statement sizeOf = new(
        connection,
        """
        SELECT size FROM server_decks JOIN server_deck_revisions USING (server_id, deck_id, revision) WHERE server_id = $1 AND deck_id = $2
        """,
        2);

    private readonly Statement setCurrent = new(
        connection,
        """
        INSERT INTO server_decks (server_id, deck_id, revision) VALUES ($1, $2, $3)
        ON CONFLICT DO UPDATE SET revision = excluded.revision
        """,
        3);

    private readonly Statement addRevision = new(
        connection,
        """
        INSERT INTO server_deck_revisions (server_id, deck_id, revision, kind, saved_at, saved_by, title, subject, size, yaml)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        10);

    private readonly Statement dropRevisions = new(
        connection, "DELETE FROM server_deck_revisions WHERE server_id = $1 AND deck_id = $2 AND revision <= $3", 3);

    private readonly Statement setRemoved = new(
        connection, "UPDATE server_decks SET removed_at = $3, removed_by = $4 WHERE server_id = $1 AND deck_id = $2", 4);

    private readonly Statement setRestored = new(
        connection, "UPDATE server_decks SET removed_at = NULL, removed_by = NULL WHERE server_id = $1 AND deck_id = $2", 2);

    private readonly Statement dropOldestRemoved = new(
        connection,
        """
        DELETE FROM server_decks
        WHERE server_id = $1 AND deck_id IN (
            SELECT deck_id FROM server_decks WHERE server_id = $1 AND removed_at IS NOT NULL
            ORDER BY removed_at DESC, deck_id
            LIMIT -1 OFFSET $2)
        """,
        2);

    private readonly Statement purge = new(connection, "DELETE FROM server_decks WHERE removed_at <= $1", 1);

    /// <summary>Stores a version, if the deck is still what it was made from.</summary>
    public DeckSaving Save(NewDeckVersion version, DeckActor actor)
    {
        var (deck, server) = Split(version.Address);
        if (IsRemoved(server, deck))
            return new DeckSaving.InTheBin();
        int revision = Current(server, deck);
        if (revision != version.Base)
            return new DeckSaving.Overtaken(revision);
        int size = Encoding.UTF8.GetByteCount(version.Yaml);
        if (Refusal(server, deck, size, isNew: revision == 0) is { } refusal)
            return refusal;
        int next = revision + 1;
        setCurrent.Bind(1, server).Bind(2, deck).Bind(3, next).Run();
        addRevision
            .Bind(1, server)
            .Bind(2, deck)
            .Bind(3, next)
            .Bind(4, ChangeKinds.Write(version.Kind))
            .Bind(5, actor.At.ToUnixTimeMilliseconds())
            .Bind(6, (long)actor.Member.Value)
            .Bind(7, version.Title)
            .Bind(8, version.Subject)
            .Bind(9, size)
            .Bind(10, version.Yaml)
            .Run();
        dropRevisions.Bind(1, server).Bind(2, deck).Bind(3, next - ServerDeckLimits.Revisions).Run();
        return new DeckSaving.Saved(next);
    }

    public DeckSaving Remove(ServerId server, DeckId deck, DeckActor actor)
    {
        long owner = (long)server.Value;
        if (Current(owner, deck.Value) is not (> 0 and var revision) || IsRemoved(owner, deck.Value))
            return new DeckSaving.Gone();
        setRemoved.Bind(1, owner).Bind(2, deck.Value).Bind(3, actor.At.ToUnixTimeMilliseconds()).Bind(4, (long)actor.Member.Value).Run();
        dropOldestRemoved.Bind(1, owner).Bind(2, ServerDeckLimits.RemovedDecks).Run();
        return new DeckSaving.Saved(revision);
    }

    public DeckSaving Restore(ServerId server, DeckId deck, DeckActor actor)
    {
        long owner = (long)server.Value;
        long? at = removed.Bind(1, owner).Bind(2, deck.Value).Number();
        if (at is null || at <= (actor.At - ServerDeckLimits.UntilPurged).ToUnixTimeMilliseconds())
            return new DeckSaving.Gone();
        long size = sizeOf.Bind(1, owner).Bind(2, deck.Value).Number() ?? 0;
        if (Refusal(owner, deck.Value, size, isNew: true) is { } refusal)
            return refusal;
        setRestored.Bind(1, owner).Bind(2, deck.Value).Run();
        return new DeckSaving.Saved(Current(owner, deck.Value));
    }

    public int Purge(DateTimeOffset now) => purge.Bind(1, (now - ServerDeckLimits.UntilPurged).ToUnixTimeMilliseconds()).Run();

    public void Dispose()
    {
        Statement[] all =
        [
            current, removed, countOthers, sizeOfOthers, sizeOf, setCurrent, addRevision, dropRevisions, setRemoved, setRestored, dropOldestRemoved,
            purge,
        ];
        foreach (var statement in all)
            statement.Dispose();
    }

    private static (string Deck, long Server) Split(DeckAddress address) =>
        (address.Deck.Value, (long)(address.Server ?? throw new ArgumentException("One of the bot's own decks is not stored.", nameof(address))).Value);

    private bool IsRemoved(long server, string deck) => removed.Bind(1, server).Bind(2, deck).Number() is not null;

    private int Current(long server, string deck) => (int)(current.Bind(1, server).Bind(2, deck).Number() ?? 0);

    private DeckSaving? Refusal(long server, string deck, long size, bool isNew)
    {
        if (isNew && countOthers.Bind(1, server).Bind(2, deck).Number() >= ServerDeckLimits.Decks)
            return new DeckSaving.TooManyDecks();
        return sizeOfOthers.Bind(1, server).Bind(2, deck).Number() + size > ServerDeckLimits.Bytes ? new DeckSaving.TooLarge() : null;
    }
}
