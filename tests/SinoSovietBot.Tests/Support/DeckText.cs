namespace SinoSovietBot.Tests.Support;

/// <summary>Decks as a teacher writes them.</summary>
internal static class DeckText
{
    /// <summary>Two topics with a card each; one question on "War", four on "Peace", of which one rests on a corrected point.</summary>
    public static string Small(string id = "small", string title = "A small deck") =>
        $"""
        id: {id}
        title: "{title}"
        subject: History
        language: en-GB
        licence: CC BY 4.0
        source: Written for a test.
        cards:
          - id: war
            topic: War
            front: The war
            points:
              - id: war-1
                text: The war began in 1950.
          - id: peace
            topic: Peace
            front: The peace
            points:
              - id: peace-1
                text: The peace came in 1953.
                source: The peace came in 1954.
                correction: The notes say 1954; it was 1953.
              - id: peace-2
                text: The peace held.
        questions:
        {Question("q-war", "war", "war-1")}
        {Question("q-peace-1", "peace", "peace-1")}
        {Question("q-peace-2", "peace", "peace-2")}
        {Question("q-peace-3", "peace", "peace-2")}
        {Question("q-peace-4", "peace", "peace-2")}
        """;

    /// <summary>One topic, and a question of each form.</summary>
    public static string Mixed() =>
        $"""
        id: mixed
        title: "A mixed deck"
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
                text: Khrushchev gave a speech.
              - id: split-2
                text: The advisers left.
        questions:
        {Question("q-choice", "split", "split-1")}
          - id: q-typed
            kind: typed
            card: split
            points: [split-1]
            difficulty: 1
            prompt: Who gave the speech?
            answer: Nikita Khrushchev
            accept: [Khrushchev]
            explanation: He did.
          - id: q-gap
            kind: gap
            card: split
            points: [split-2]
            difficulty: 1
            prompt: The ____ left.
            answer: advisers
            explanation: They did.
          - id: q-list
            kind: list
            card: split
            points: [split-2]
            difficulty: 1
            prompt: Name two reasons.
            answer: [trade, aid, ideology]
            count: 2
            explanation: There are three.
          - id: q-order
            kind: order
            card: split
            points: [split-2]
            difficulty: 1
            prompt: Put these in order of time.
            answer: [The alliance, The speech, The quarrel, The split]
            explanation: That is how it went.
        """;

    /// <summary>Cards "Front 0", "Front 1", … with a point each; the deck's id is <c>many</c>.</summary>
    public static string Many(int cards) =>
        $"""
        id: many
        title: Many cards
        subject: History
        language: en-GB
        licence: CC BY 4.0
        source: Written for a test.
        cards:
        {string.Join('\n', Enumerable.Range(0, cards).Select(ManyCard))}
        """;

    private static string ManyCard(int number) =>
        $"""
          - id: card-{number}
            topic: T
            front: Front {number}
            points:
              - id: point-{number}
                text: What {number} says.
        """;

    private static string Question(string id, string card, string point) =>
        $"""
          - id: {id}
            kind: choice
            card: {card}
            points: [{point}]
            difficulty: 1
            prompt: What does {id} ask?
            answer: Right {id}
            distractors:
              - text: Wrong one of {id}
                why: It is wrong.
              - text: Wrong two of {id}
                why: It is wrong.
              - text: Wrong three of {id}
                why: It is wrong.
            explanation: The right option of {id} is the one that says so.
        """;
}
