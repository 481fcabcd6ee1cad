using System.Collections.Immutable;
using System.Text;
using SinoSovietBot.Study.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

/// <summary>A good deck as text, whole and in two files, and short ways to read it.</summary>
internal static class DeckSamples
{
    public const string FileName = "deck.yaml";

    public const string Header = """
        id: sample
        title: Sample deck
        subject: History
        language: en-GB
        licence: CC BY 4.0
        source: Written for tests.

        """;

    public const string Cards = """
        cards:
          - id: treaty
            topic: Alliance
            front: "Treaty of 1950: reasons"
            note: Two sides wanted it.
            points:
              - id: treaty-isolated
                text: The new republic was isolated.
                date: 1950-02-14
                points:
                  - id: treaty-isolated-why
                    text: Few states recognised it.
                    ask: ask-soft
              - id: treaty-size
                text: The loan was 300 million dollars.
                source: The loan was 800 million dollars.
                correction: It was 300 million.
                ask: ask-corrected
              - id: treaty-mood
                text: The mood was bad.
                ask: never-ask
          - id: korea
            topic: Alliance
            front: Korean War
            points:
              - id: korea-kim
                text: Kim pressed for the war.
                date: c. 1950

        """;

    public const string Questions = """
        questions:
          - id: treaty-state
            kind: choice
            card: treaty
            points: [treaty-isolated, treaty-isolated-why]
            difficulty: 1
            prompt: What was the position of the republic?
            answer: It was isolated
            distractors:
              - text: It led the United Nations
                why: It had no seat there.
              - text: It had many allies
                why: Few states recognised it.
            explanation: Few states recognised it, so it looked to Moscow.
            enemies: [korea-who]
          - id: korea-who
            kind: true-false
            card: korea
            points:
              - korea-kim
            difficulty: 3
            prompt: It was Mao who pressed for the war.
            answer: "False: Kim pressed for it"
            distractors:
              - text: "True"
                why: Mao was surprised.
              - text: "False: Stalin ordered it"
                why: He agreed late.
            explanation: Kim asked Stalin many times.

        """;

    public const string Whole = Header + Cards + Questions;

    public static DeckReading Read(string text) => DeckReader.Read([File(FileName, text)]);

    public static DeckReading Read(params (string Name, string Text)[] files) =>
        DeckReader.Read([.. files.Select(file => File(file.Name, file.Text))]);

    public static DeckFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    public static Deck Deck() => Read(Whole).Deck ?? throw new InvalidOperationException("The sample deck is not good.");

    /// <summary>The good deck with one place changed. Fails the test when the place is not there.</summary>
    public static string With(string place, string instead)
    {
        Assert.Contains(place, Whole, StringComparison.Ordinal);
        var at = Whole.IndexOf(place, StringComparison.Ordinal);
        return string.Concat(Whole.AsSpan(0, at), instead, Whole.AsSpan(at + place.Length));
    }

    public static ImmutableArray<string> Lines(DeckReading reading) => [.. reading.Problems.Select(problem => problem.ToString())];
}
