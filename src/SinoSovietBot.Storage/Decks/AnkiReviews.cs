using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.Storage.Decks;

/// <summary>Reads the log of reviews, which is the same table in all schemas.</summary>
internal static class AnkiReviews
{
    /// <summary>By their times; those of cards that are not in the collection are left out.</summary>
    /// <param name="connection">To a collection whose log is no larger than it may be.</param>
    /// <param name="notes">The ids of its notes.</param>
    public static ImmutableArray<AnkiReview> Read(SqliteConnection connection, ImmutableArray<long> notes)
    {
        var cards = Cards(connection, notes);
        using var statement = new Statement(
            connection,
            """
            SELECT CAST(id AS INTEGER), CAST(cid AS INTEGER), CAST(ease AS INTEGER), CAST(type AS INTEGER), CAST(factor AS INTEGER), CAST(time AS INTEGER)
            FROM revlog
            ORDER BY 1
            """,
            0);
        using var reader = statement.Read();
        var reviews = ImmutableArray.CreateBuilder<AnkiReview>();
        while (reader.Read())
        {
            if (cards.TryGetValue(reader.GetInt64(1), out var card))
            {
                reviews.Add(new AnkiReview(
                    card.Note, card.Order, reader.GetInt64(0), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)));
            }
        }

        return reviews.ToImmutable();
    }

    // Put together here: a file whose ids are not unique could make a join of its tables endless.
    private static Dictionary<long, (int Note, long Order)> Cards(SqliteConnection connection, ImmutableArray<long> notes)
    {
        var numbers = new Dictionary<long, int>();
        for (int number = 0; number < notes.Length; number++)
            numbers.TryAdd(notes[number], number);
        var cards = new Dictionary<long, (int, long)>();
        using var statement = new Statement(
            connection, "SELECT CAST(id AS INTEGER), CAST(nid AS INTEGER), CAST(ord AS INTEGER) FROM cards WHERE nid IN (SELECT id FROM notes)", 0);
        using var reader = statement.Read();
        while (reader.Read())
        {
            if (numbers.TryGetValue(reader.GetInt64(1), out int note))
                cards.TryAdd(reader.GetInt64(0), (note, reader.GetInt64(2)));
        }

        return cards;
    }
}
