using SinoSovietBot.EndToEnd.Harness;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>A school whose bot has decks of the tests' own, with questions that have to be typed.</summary>
public sealed class TypedDecks : Classroom
{
    internal const string Deck = "typed";

    /// <summary>The one that is edited.</summary>
    internal const string Draft = "draft";

    private readonly string _folder = Directory.CreateTempSubdirectory("sino-soviet-bot-decks-").FullName;

    public TypedDecks()
    {
        Write(Deck, "Nikita Khrushchev", "Khrushchev");
        Write(Draft, "Nikita Khrushchev", "Khrushchev");
    }

    private protected override string DecksPath => _folder;

    /// <summary>Writes a deck with another answer to its first question.</summary>
    internal void Write(string id, string answer, string accepted) => File.WriteAllText(Path.Combine(_folder, $"{id}.yaml"), Text(id, answer, accepted));

    private protected override void CleanUp() => Directory.Delete(_folder, recursive: true);

    private static string Text(string id, string answer, string accepted) =>
        $"""
        id: {id}
        title: "The deck {id}"
        subject: History
        language: en-GB
        licence: CC BY 4.0
        source: Written for a test.
        cards:
          - id: split
            topic: Split
            front: The split
            points:
              - id: split-1
                text: Khrushchev gave a speech in 1956.
              - id: split-2
                text: The alliance broke over many things.
              - id: split-3
                text: The speech was given in 1956.
        questions:
          - id: q-name
            kind: typed
            card: split
            points: [split-1]
            difficulty: 1
            prompt: Who gave the secret speech?
            answer: {answer}
            accept: [{accepted}]
            vague: [Soviet leader]
            reject: [Mao]
            explanation: He gave it at the Twentieth Congress.
          - id: q-year
            kind: gap
            card: split
            points: [split-3]
            difficulty: 1
            prompt: The secret speech was given in ____.
            answer: "1956"
            explanation: It was February.
          - id: q-list
            kind: list
            card: split
            points: [split-2]
            difficulty: 1
            prompt: Name two things over which the alliance broke.
            answer: [trade, aid, ideology]
            count: 2
            explanation: There were more.
        """;
}
