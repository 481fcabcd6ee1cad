using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>Reads what a server has met of a deck.</summary>
internal static class HistoryReads
{
    public static ClassHistory Read(SqliteConnection connection, ServerId server, DeckAddress deck)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT question_id, bag, answered, correct FROM question_history
            WHERE server_id = $server AND deck_key = (SELECT key FROM decks WHERE id = $deck)
            """;
        command.Parameters.AddWithValue("$server", (long)server.Value);
        command.Parameters.AddWithValue("$deck", deck.ToString());
        using var reader = command.ExecuteReader();
        var questions = ImmutableDictionary.CreateBuilder<QuestionId, QuestionHistory>();
        while (reader.Read())
            questions[new QuestionId(reader.GetString(0))] = new QuestionHistory(reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
        return new ClassHistory(questions.ToImmutable());
    }
}
