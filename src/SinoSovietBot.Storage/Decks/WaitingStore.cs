using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Storage.Decks;

/// <summary>Imports and forms that wait, in SQLite.</summary>
internal sealed class WaitingStore(Database database, GroupCommitWriter writer, WaitingWrites writes) : IWaitingStore
{
    public Task HoldAsync(WaitingImport import) => Doing.OnAsync(writer, () => writes.Hold(import));

    public Task<WaitingImport?> ImportAsync(WaitingId id, DateTimeOffset now, CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                SELECT id, server_id, deck_id, base, begun_at, begun_by, mode, yaml, confirmed
                FROM waiting_imports WHERE id = $id AND begun_at > $horizon
                """;
            using var reader = Read(command, id, now);
            return WaitingReads.Import(reader);
        },
        cancellation);

    public Task<DeckSaving> FinishImportAsync(WaitingId id, NewDeckVersion version, DeckActor actor) =>
        Deciding<DeckSaving>.OnAsync(writer, () => writes.FinishImport(id, version, actor));

    public Task DropImportAsync(WaitingId id) => Doing.OnAsync(writer, () => writes.DropImport(id));

    public Task HoldAsync(WaitingCard card) => Doing.OnAsync(writer, () => writes.Hold(card));

    public Task<WaitingCard?> CardAsync(WaitingId id, DateTimeOffset now, CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                SELECT id, server_id, deck_id, base, begun_at, begun_by, card_id, front, topic, points, notes
                FROM waiting_cards WHERE id = $id AND begun_at > $horizon
                """;
            using var reader = Read(command, id, now);
            return WaitingReads.Card(reader);
        },
        cancellation);

    public Task<DeckSaving> FinishCardAsync(WaitingId id, NewDeckVersion version, DeckActor actor) =>
        Deciding<DeckSaving>.OnAsync(writer, () => writes.FinishCard(id, version, actor));

    private static SqliteDataReader Read(SqliteCommand command, WaitingId id, DateTimeOffset now)
    {
        command.Parameters.AddWithValue("$id", (long)id.Value);
        command.Parameters.AddWithValue("$horizon", WaitingReads.Horizon(now));
        return command.ExecuteReader();
    }
}
