using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>The log of reviews in SQLite.</summary>
internal sealed class ReviewLog(Database database, GroupCommitWriter writer, ImportWrites writes) : IReviewLog
{
    public Task<ImmutableArray<Review>> ReviewsAsync(MemberId member, DeckAddress deck, DateTimeOffset since, CancellationToken cancellation) =>
        database.ReadAsync(
            connection => DeckKeys.Find(connection, deck) is { } key ? new RevisionReads(connection, member).Reviews(key, since) : [], cancellation);

    public Task<ImmutableArray<DeckAddress>> DecksAsync(MemberId member, CancellationToken cancellation) =>
        database.ReadAsync(connection => Decks(connection, member), cancellation);

    public Task<ImmutableArray<PastSession>> SessionsAsync(
        MemberId member, DeckAddress? deck, int skip, int take, CancellationToken cancellation) =>
        database.ReadAsync(connection => SessionReads.Past(connection, member, deck, skip, take), cancellation);

    public Task<int> ImportAsync(MemberId member, DeckAddress deck, ImmutableArray<Review> reviews, ImmutableArray<ItemMemory> memories) =>
        Deciding<int>.OnAsync(writer, () => writes.Import(member, deck, reviews, memories));

    private static ImmutableArray<DeckAddress> Decks(SqliteConnection connection, MemberId member)
    {
        using var command = connection.CreateCommand();
        // What is new and was brought back has a row, too.
        command.CommandText =
            """
            SELECT decks.id FROM memories JOIN decks ON decks.key = deck_key
            WHERE member_id = $member AND (phase <> 0 OR suspended = 1)
            GROUP BY deck_key
            ORDER BY max(reviewed_at) DESC, decks.id
            """;
        command.Parameters.AddWithValue("$member", (long)member.Value);
        using var reader = command.ExecuteReader();
        var decks = ImmutableArray.CreateBuilder<DeckAddress>();
        while (reader.Read())
            decks.Add(DeckAddress.Parse(reader.GetString(0)));
        return decks.ToImmutable();
    }
}
