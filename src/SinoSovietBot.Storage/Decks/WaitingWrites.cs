using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Storage.Decks;

/// <summary>The statements for imports and forms that wait. Used on the writer's thread only.</summary>
internal sealed class WaitingWrites(SqliteConnection connection, ServerDeckWrites decks) : IDisposable
{
    private readonly Statement addImport = new(
        connection,
        """
        INSERT INTO waiting_imports (id, server_id, deck_id, base, begun_at, begun_by, mode, yaml)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT DO NOTHING
        """,
        8);

    private readonly Statement isConfirmed = new(connection, "SELECT confirmed FROM waiting_imports WHERE id = $1 AND begun_at > $2", 2);

    // That it was confirmed is kept for whoever presses again; its text is not needed any more.
    private readonly Statement setConfirmed = new(connection, "UPDATE waiting_imports SET confirmed = 1, yaml = '' WHERE id = $1", 1);

    private readonly Statement setCard = new(
        connection,
        """
        INSERT INTO waiting_cards (id, server_id, deck_id, base, begun_at, begun_by, card_id, front, topic, points, notes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT DO UPDATE SET
            base = excluded.base, front = excluded.front, topic = excluded.topic, points = excluded.points, notes = excluded.notes
        """,
        11);

    private readonly Statement card = new(connection, "SELECT id FROM waiting_cards WHERE id = $1", 1);

    private readonly Statement dropImport = new(connection, "DELETE FROM waiting_imports WHERE id = $1", 1);

    private readonly Statement dropCard = new(connection, "DELETE FROM waiting_cards WHERE id = $1", 1);

    private readonly Statement purgeImports = new(connection, "DELETE FROM waiting_imports WHERE begun_at <= $1", 1);

    private readonly Statement purgeCards = new(connection, "DELETE FROM waiting_cards WHERE begun_at <= $1", 1);

    private readonly Statement dropOldestImports = new(
        connection,
        """
        DELETE FROM waiting_imports
        WHERE id IN (SELECT id FROM waiting_imports WHERE server_id = $1 ORDER BY begun_at DESC, id DESC LIMIT -1 OFFSET $2)
        """,
        2);

    private readonly Statement dropOldestCards = new(
        connection,
        """
        DELETE FROM waiting_cards
        WHERE id IN (SELECT id FROM waiting_cards WHERE server_id = $1 ORDER BY begun_at DESC, id DESC LIMIT -1 OFFSET $2)
        """,
        2);

    public void Hold(WaitingImport held)
    {
        long server = (long)held.Deck.Server!.Value.Value;
        addImport
            .Bind(1, (long)held.Id.Value)
            .Bind(2, server)
            .Bind(3, held.Deck.Deck.Value)
            .Bind(4, held.Base)
            .Bind(5, held.By.At.ToUnixTimeMilliseconds())
            .Bind(6, (long)held.By.Member.Value)
            .Bind(7, WaitingReads.Word(held.Mode))
            .Bind(8, held.Yaml)
            .Run();
        dropOldestImports.Bind(1, server).Bind(2, ServerDeckLimits.Waiting).Run();
    }

    /// <summary>Stores what an import makes of the deck, once.</summary>
    public DeckSaving FinishImport(WaitingId id, NewDeckVersion version, DeckActor actor)
    {
        if (isConfirmed.Bind(1, (long)id.Value).Bind(2, WaitingReads.Horizon(actor.At)).Number() is not { } confirmed)
            return new DeckSaving.Gone();
        if (confirmed == 1)
            return new DeckSaving.SavedBefore();
        var saving = decks.Save(version, actor);
        if (saving is DeckSaving.Saved)
            setConfirmed.Bind(1, (long)id.Value).Run();
        return saving;
    }

    public void Hold(WaitingCard held)
    {
        long server = (long)held.Deck.Server!.Value.Value;
        setCard
            .Bind(1, (long)held.Id.Value)
            .Bind(2, server)
            .Bind(3, held.Deck.Deck.Value)
            .Bind(4, held.Base)
            .Bind(5, held.By.At.ToUnixTimeMilliseconds())
            .Bind(6, (long)held.By.Member.Value)
            .Bind(7, held.Card?.Value)
            .Bind(8, held.Text.Front)
            .Bind(9, held.Text.Topic)
            .Bind(10, held.Text.Points)
            .Bind(11, held.Text.Notes)
            .Run();
        dropOldestCards.Bind(1, server).Bind(2, ServerDeckLimits.Waiting).Run();
    }

    /// <summary>Stores what a form makes of the deck; a form that is gone was sent before, or its time is over.</summary>
    public DeckSaving FinishCard(WaitingId id, NewDeckVersion version, DeckActor actor)
    {
        if (card.Bind(1, (long)id.Value).Number() is null)
            return new DeckSaving.Gone();
        var saving = decks.Save(version, actor);
        if (saving is DeckSaving.Saved)
            dropCard.Bind(1, (long)id.Value).Run();
        return saving;
    }

    public void DropImport(WaitingId id) => dropImport.Bind(1, (long)id.Value).Run();

    public void Purge(DateTimeOffset now)
    {
        purgeImports.Bind(1, WaitingReads.Horizon(now)).Run();
        purgeCards.Bind(1, WaitingReads.Horizon(now)).Run();
    }

    public void Dispose()
    {
        Statement[] all =
        [
            addImport, isConfirmed, setConfirmed, setCard, card, dropImport, dropCard, purgeImports, purgeCards, dropOldestImports, dropOldestCards,
        ];
        foreach (var statement in all)
            statement.Dispose();
    }
}
