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
