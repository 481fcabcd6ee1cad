using System.Globalization;
using Microsoft.Data.Sqlite;
using SinoSovietBot.EndToEnd.Harness;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>A school whose bot has a deck for revision: ten cards of two points, of which each is asked about.</summary>
public sealed class RevisionSchool : Classroom
{
    internal const string Deck = "revision";
    internal const int Cards = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("sino-soviet-bot-decks-").FullName;

    public RevisionSchool() => File.WriteAllText(Path.Combine(_folder, $"{Deck}.yaml"), Text());

    private protected override string DecksPath => _folder;

    /// <summary>Kills the bot, moves all that was learned some days into the past, and starts the bot again.</summary>
    internal async Task LetDaysPassAsync(int days)
    {
        await Bot.KillAsync();
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabasePath, Pooling = false }.ToString()))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                UPDATE memories SET reviewed_at = reviewed_at - $ms, reviewed_on = reviewed_on - $days, failed_on = failed_on - $days,
                    due_at = due_at - $ms, due_on = due_on - $days;
                UPDATE reviews SET at = at - $ms, day = day - $days;
                """;
            command.Parameters.AddWithValue("$days", days);
            command.Parameters.AddWithValue("$ms", days * 86_400_000L);
            await command.ExecuteNonQueryAsync();
        }

        await StartBotAsync();
    }

    private protected override void CleanUp() => Directory.Delete(_folder, recursive: true);

    private static string Text()
    {
        var numbers = Enumerable.Range(1, Cards).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            id: {Deck}
            title: "The deck for revision"
            subject: History
            language: en-GB
            licence: CC BY 4.0
            source: Written for a test.
            cards:
            {string.Join('\n', numbers.Select(Card))}
            questions:
            {string.Join('\n', numbers.Select(number => number % 2 == 0 ? Choice(number) : Typed(number)))}
            """);
    }

    private static string Card(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          - id: card-{number}
            topic: {(number <= Cards / 2 ? "Alliance" : "Split")}
            front: The event of number {number}
            points:
              - id: point-{number}
                text: Something happened that bears the number {number}, and it had effects.
              - id: other-{number}
                text: There was a leader who had a part in event {number}, though a small one.
        """);

    private static string Choice(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          - id: choice-{number}
            kind: choice
            card: card-{number}
            points: [point-{number}, other-{number}]
            difficulty: 1
            prompt: Which one belongs to event {number}?
            answer: Right for {number}
            distractors:
              - text: Wrong for {number}
                why: It is wrong.
              - text: False for {number}
                why: It is wrong.
            explanation: Number {number} says so.
        """);

    private static string Typed(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          - id: typed-{number}
            kind: typed
            card: card-{number}
            points: [point-{number}, other-{number}]
            difficulty: 1
            prompt: Who had a part in event {number}?
            answer: Nikita Khrushchev
            accept: [Khrushchev]
            vague: [Soviet leader]
            reject: [Mao]
            explanation: Number {number} says so.
        """);
}
