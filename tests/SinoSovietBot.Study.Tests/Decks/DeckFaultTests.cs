using System.Text;
using SinoSovietBot.Study.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

/// <summary>One row a rule: a change that breaks it alone, the place of the one problem it makes, and words of its message.</summary>
public sealed class DeckFaultTests
{
    public static TheoryData<string, string, string, string> Faults => new()
    {
        // The form of the file
        { "    topic: Alliance\n", "\ttopic: Alliance\n", "9:1", "indented with a tab" },
        { "note: Two sides wanted it.", "note: Two sides: wanted it.", "11:20", "needs double quotes" },
        { "note: Two sides wanted it.", "note: @both", "11:11", "cannot begin with this character" },
        { "note: Two sides wanted it.", "note: \"Two\" sides", "11:17", "nothing follows a closing quote" },
        { "note: Two sides wanted it.", "note: \"Two \\q sides\"", "11:11", "wrong escape" },
        { "note: Two sides wanted it.", "note: &both Two sides", "11:11", "Anchors are not allowed. Remove '&both'" },
        { "note: Two sides wanted it.", "note: *both", "11:11", "Aliases" },
        { "note: Two sides wanted it.", "note: !!str Two sides", "11:11", "Tags are not allowed" },
        { "note: Two sides wanted it.", "note: Two\n    note: Three", "12:5", "'note' stands here a second time; the first is in line 11" },
        { "note: Two sides wanted it.", "? [a]\n    : b", "11:7", "A key has to be a word" },
        { "note: Two sides wanted it.", "note: \"\\a\"", "11:11", "control character (U+0007)" },
        { "note: Two sides wanted it.", "note: \"\\0\"", "11:11", "control character (U+0000)" },
        { "note: Two sides wanted it.", "note: a\0b", "11:12", "control character (U+0000) stands here" },
        { "cards:", "---\ncards:", "7:1", "second document" },

        // The header
        { "licence: CC BY 4.0\n", "", "1:1", "The deck 'sample' has no 'licence'" },
        { "title: Sample deck", "title:", "2:7", "'title' of the deck 'sample' is empty" },
        { "title: Sample deck", "title: [a]", "2:8", "has to be a text" },
        { "title: Sample deck", "title: " + Long(101), "2:8", "has 101 characters; the limit is 100" },
        { "title: Sample deck", "title: \"a\\nb\"", "2:8", "several lines" },
        { "id: sample", "id: Sample_1", "1:5", "'Sample_1' is no id" },
        { "language: en-GB", "language: English!", "4:11", "no language tag" },
        { "source: Written for tests.", "source: Written for tests.\nautor: me", "7:1", "unknown key 'autor'. Known keys are id, title" },
        { DeckSamples.Header, "", "1:1", "No file has the header" },
        { DeckSamples.Cards + DeckSamples.Questions, "cards: []", "1:1", "The deck has no cards" },
        { DeckSamples.Cards + DeckSamples.Questions, "", "1:1", "The deck has no cards" },
        { DeckSamples.Cards + DeckSamples.Questions, "cards: none", "7:8", "'cards' of the deck 'sample' has to be a list" },
        { DeckSamples.Cards + DeckSamples.Questions, "cards:", "7:7", "'cards' of the deck 'sample' is empty" },
        { DeckSamples.Cards + DeckSamples.Questions, "cards: [treaty]", "7:9", "A card has to be written as keys and values" },

        // Cards and points
        { "    topic: Alliance\n", "", "8:5", "The card 'treaty' has no 'topic'. Add 'topic:'" },
        { "    front: Korean War", "    Front: Korean War\n    front: x", "30:5", "unknown key 'Front'. Did you mean 'front'?" },
        { "topic: Alliance", "topic: " + Long(51), "9:12", "limit is 50" },
        { "front: Korean War", "front: " + Long(251), "30:12", "limit is 250" },
        { "note: Two sides wanted it.", "note: " + Long(1_001), "11:11", "limit is 1,000" },
        { "note: Two sides wanted it.", "note: ~", "11:11", "empty. Fill it in or remove the key" },
        { "text: Few states recognised it.", "text: " + Long(501), "18:19", "limit is 500" },
        { "source: The loan was 800 million dollars.", "source: " + Long(501), "22:17", "limit is 500" },
        { "correction: It was 300 million.", "correction: " + Long(601), "23:21", "limit is 600" },
        { "        correction: It was 300 million.\n", "", "23:14", "says 'ask-corrected' but has no 'correction'" },
        {
            "  - id: korea\n", "  - {id: treaty, topic: T, front: F, points: [{id: p, text: P.}]}\n  - id: korea\n",
            "28:10", "The card id 'treaty' is taken: it stands first in deck.yaml, line 8"
        },
        { "id: treaty-size", "id: treaty-isolated", "20:13", "The point id 'treaty-isolated' is taken: it stands first in deck.yaml, line 13" },
        { "id: treaty-mood", "id: treaty--mood", "25:13", "'treaty--mood' is no id" },
        { "id: treaty-mood", "id: " + Long(65), "25:13", "is no id" },
        { "ask: ask-soft", "ask: asksoft", "19:18", "'asksoft' is no value of 'ask'. Did you mean 'ask-soft'?" },
        { "ask: ask-soft", "ask: sometimes", "19:18", "Use one of ask, ask-soft" },
        { "date: 1950-02-14", "date: 1950-02-30", "15:15", "'1950-02-30' is no date that exists" },
        { "date: 1950-02-14", "date: 14 Feb 1950", "15:15", "no date that exists. Write 1950" },
        {
            "  - id: korea\n", "  - {id: empty, topic: T, front: F, points: []}\n  - id: korea\n",
            "28:45", "The list 'points' of the card 'empty' is empty"
        },

        // Questions
        { "kind: choice\n", "kind: chioce\n", "37:11", "'chioce' is no value of 'kind'. Did you mean 'choice'?" },
        { "card: korea\n", "card: corea\n", "52:11", "no card 'corea'. Did you mean 'korea'?" },
        {
            "[treaty-isolated, treaty-isolated-why]", "[treaty-isolated, treaty-quite-different]",
            "39:31", "no point 'treaty-quite-different'. Write"
        },
        { "[treaty-isolated, treaty-isolated-why]", "[korea-kim]", "39:14", "is on the card 'korea', not on 'treaty'" },
        { "[treaty-isolated, treaty-isolated-why]", "[treaty-mood]", "39:14", "marked never-ask" },
        { "[treaty-isolated, treaty-isolated-why]", "[treaty-size, treaty-size]", "39:27", "stands twice in 'points'" },
        { "[treaty-isolated, treaty-isolated-why]", "[]", "39:13", "'points' of the question 'treaty-state' is empty" },
        { "[treaty-isolated, treaty-isolated-why]", "treaty-isolated", "39:13", "has to be a list" },
        { "difficulty: 1", "difficulty: 0", "40:17", "difficulty of the question 'treaty-state' is '0'. Write 1 (easy) to 3 (hard)" },
        { "difficulty: 3", "difficulty: hard", "55:17", "is 'hard'" },
        { "enemies: [korea-who]", "enemies: [korea-how]", "49:15", "no question 'korea-how'" },
        { "enemies: [korea-who]", "enemies: [treaty-state]", "49:15", "its own enemy" },
        { "    explanation: Kim asked Stalin many times.\n", "", "50:5", "has no 'explanation'" },
        { "explanation: Kim asked Stalin many times.", "explanation: " + Long(601), "63:18", "limit is 600" },
        { "prompt: It was Mao who pressed for the war.", "prompt: " + Long(301), "56:13", "limit is 300" },
        { "answer: It was isolated", "answer: " + Long(151), "42:13", "limit is 150" },
        { "why: Mao was surprised.", "why: " + Long(301), "60:14", "limit is 300" },
        {
            "      - text: It had many allies\n        why: Few states recognised it.\n", "      - text: It had many allies\n",
            "46:9", "The distractor has no 'why'"
        },
        {
            "    explanation: Few", "      - {text: One, why: A.}\n      - {text: Two, why: B.}\n    explanation: Few",
            "44:7", "has 5 options with the answer; 2 to 4 fit"
        },
        { "It had many allies", "it was  Isolated", "46:15", "is the same as the one in line 42" },
        { "text: \"True\"", "text: \"False: Mao did not know\"", "57:13", "No option of the true-false question 'korea-who' is 'True'" },
        { "\"False: Stalin ordered it\"", "Stalin ordered it", "61:15", "neither 'True' nor begins 'False: '" },
        { "\"False: Stalin ordered it\"", "\"True\"", "61:15", "is the same as the one in line 59" },

        // Keys that only some kinds have
        { "    explanation: Few", "    accept: [alone]\n    explanation: Few", "48:13", "is of kind 'choice', which has no 'accept'" },
        { "    explanation: Few", "    count: 2\n    explanation: Few", "48:12", "which has no 'count'" },
        { "kind: choice\n", "kind: gap\n", "41:13", "has 0 blanks; a gap has one. Write exactly one '____'" },
        { "kind: choice\n", "kind: typed\n", "44:7", "is of kind 'typed', which has no 'distractors'" },
        { "answer: It was isolated", "answer: [a, b]", "42:13", "has to be a text" },

        // Notes, names and near-duplicates
        { "note: Two sides wanted it.", "note: One.\n    notes: [Two.]", "12:12", "has both 'note' and 'notes'" },
        { "note: Two sides wanted it.", "notes: [" + Long(1_001) + "]", "11:13", "limit is 1,000" },
        { HeaderEnd, HeaderEnd + "names: [{name: Mao, from: 1976, to: 1935}]\n", "7:37", "'Mao' ends before it begins" },
        { HeaderEnd, HeaderEnd + "names: [{name: Mao, from: soon}]\n", "7:27", "'soon' is no value of 'from'. Write a whole number from 1 to 9,999" },
        { HeaderEnd, HeaderEnd + "names:\n- {name: Mao}\n- {name: Chairman, also: [MAO]}\n", "9:3", "'MAO' belongs to 'Mao' already" },
        { HeaderEnd, HeaderEnd + "near-duplicates: [{id: n, theme: T, points: [korea-kin, treaty-size]}]\n", "7:46", "Did you mean 'korea-kim'?" },
        { HeaderEnd, HeaderEnd + "near-duplicates: [{id: n, theme: T, points: [korea-kim]}]\n", "7:45", "has 1 items; it needs at least 2" },

        // Warnings
        { "It had many allies", "Maybe it was isolated", "46:15", "contains the whole option 'It was isolated'" },
        { "\"False: Stalin ordered it\"", "\"False: Stalin and Kim pressed for it\"", "61:15", "contains the whole option" },
        { "position of the republic?", "position when it was isolated?", "41:13", "contains its answer 'It was isolated'" },
    };

    public static TheoryData<string, byte[], string, string> Bytes => new()
    {
        { "empty", [], "1:1", "The file is empty" },
        { "only a byte order mark", [0xEF, 0xBB, 0xBF], "1:1", "The file is empty" },
        { "only comments", Encoding.UTF8.GetBytes("# nothing\n\n"), "1:1", "The file is empty" },
        { "only a document mark", Encoding.UTF8.GetBytes("---\n"), "1:1", "The file is empty" },
        { "UTF-16 little endian", Encoding.Unicode.GetPreamble(), "1:1", "saved as UTF-16" },
        { "UTF-16 big endian", Encoding.BigEndianUnicode.GetPreamble(), "1:1", "saved as UTF-16" },
        { "Latin-1", [.. "id: a\r\ntitle: caf"u8, 0xE9, .. "\n"u8], "2:11", "The byte 0xE9 is not valid UTF-8" },
        { "cut in a character", [.. "id: a\ntitle: "u8, 0xC3], "2:8", "The byte 0xC3 is not valid UTF-8" },
        { "an open bracket", "["u8.ToArray(), "1:1", "ends in the middle of a list" },
        { "what the parser trips over", "...\n]"u8.ToArray(), "1:1", "not valid YAML" },
        { "what the parser trips over again", "id: !!] a"u8.ToArray(), "1:1", "not valid YAML" },
        { "a list", Encoding.UTF8.GetBytes("- a\n"), "1:1", "A deck has to be written as keys and values" },
        { "a text", Encoding.UTF8.GetBytes("hello"), "1:1", "A deck has to be written as keys and values" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void EachFaultIsOneProblemAtItsPlace(string place, string instead, string at, string says)
    {
        var reading = DeckSamples.Read(DeckSamples.With(place, instead));

        var problem = Assert.Single(reading.Problems);
        Assert.StartsWith($"deck.yaml:{at}: ", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Message[^1] is '.' or '?', "The message is no sentence.");
        Assert.Equal(problem.Severity == ProblemSeverity.Error, reading.Deck is null);
    }

    [Theory]
    [MemberData(nameof(Bytes))]
    public void BytesThatAreNoDeckAreOneProblem(string what, byte[] bytes, string at, string says)
    {
        var problem = Assert.Single(DeckReader.Read([new DeckFile(what, bytes)]).Problems);

        Assert.StartsWith($"{what}:{at}: error: ", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASecondHeaderIsRefusedAndNamesTheFirst()
    {
        var reading = DeckSamples.Read(("a.yaml", DeckSamples.Whole), ("b.yaml", "cards: []\nlanguage: en-GB\ntitle: Again\n"));

        Assert.Equal(
            "b.yaml:2:1: error: Only one file of a deck has the header, and a.yaml, line 1 has it. Remove 'language' and its like here.",
            Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void AnIdTakenInAnotherFileNamesThatFile()
    {
        const string again = "cards:\n  - {id: korea, topic: T, front: F, points: [{id: p, text: P.}]}\n";

        var reading = DeckSamples.Read(("a.yaml", DeckSamples.Whole), ("b.yaml", again));

        Assert.Contains("first in a.yaml, line", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AQuestionIdTakenTwiceNamesTheFirst()
    {
        var again = DeckSamples.Questions.Replace("enemies: [korea-who]", "enemies: []", StringComparison.Ordinal)
            .Replace("id: korea-who", "id: korea-again", StringComparison.Ordinal)
            .Replace("prompt: ", "prompt: Again ", StringComparison.Ordinal);

        var reading = DeckSamples.Read(("a.yaml", DeckSamples.Whole), ("b.yaml", again));

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("b.yaml", 2, 9), (problem.File, problem.Line, problem.Column));
        Assert.Contains("'treaty-state' is taken: it stands first in a.yaml", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneFileThatCannotBeReadDoesNotMakeReferencesUnknown()
    {
        var reading = DeckReader.Read(
        [
            DeckSamples.File("a.yaml", DeckSamples.Header + DeckSamples.Questions),
            new DeckFile("b.yaml", new byte[] { 0xFF }),
        ]);

        Assert.Equal("b.yaml", Assert.Single(reading.Problems).File);
    }

    [Fact]
    public void AQuestionThatNamesAllCandidatesGivesNothingAway()
    {
        const string prompt = "Was it like this: it was isolated? Or: it had many allies?";

        Assert.Empty(DeckSamples.Read(DeckSamples.With("What was the position of the republic?", $"\"{prompt}\"")).Problems);
    }

    [Fact]
    public void TheSamePromptIsAWarningUnlessTheQuestionsAreEnemies()
    {
        const string prompt = "It was Mao who pressed for the war.";
        var same = DeckSamples.With("What was the position of the republic?", prompt.ToUpperInvariant());

        Assert.Empty(DeckSamples.Read(same).Problems);
        var problem = Assert.Single(DeckSamples.Read(same.Replace("    enemies: [korea-who]\n", "", StringComparison.Ordinal)).Problems);
        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Contains("'treaty-state' in deck.yaml, line 41 has the same prompt", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LimitsAreInclusive()
    {
        var text = DeckSamples.With("front: Korean War", "front: " + Long(250))
            .Replace("answer: It was isolated", "answer: " + Long(150), StringComparison.Ordinal)
            .Replace("id: treaty-mood", "id: " + Long(64), StringComparison.Ordinal);

        Assert.Empty(DeckSamples.Read(text).Problems);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void ACardHasAtMostAHundredPoints(int count, bool isGood)
    {
        var points = string.Concat(Enumerable.Range(1, count - 1).Select(number => $"      - {{id: p-{number}, text: T.}}\n"));

        var reading = DeckSamples.Read(DeckSamples.With("      - id: korea-kim\n", points + "      - id: korea-kim\n"));

        Assert.Equal(isGood, reading.Problems.IsEmpty);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void PointsNestAtMostFourDeep(int depth, bool isGood)
    {
        var points = string.Concat(Enumerable.Range(1, depth).Select(level => $"points: [{{id: d-{level}, text: T., "));
        var card = $"cards: [{{id: deep, topic: T, front: F, {points.TrimEnd(' ', ',')}{string.Concat(Enumerable.Repeat("}]", depth + 1))}\n";

        var reading = DeckSamples.Read(("a.yaml", DeckSamples.Whole), ("b.yaml", card));

        Assert.Equal(isGood, reading.Problems.IsEmpty);
        Assert.All(reading.Problems, problem => Assert.Contains("nested deeper than 4", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(15, "has to be a text")]
    [InlineData(16, "nested more than 16 deep")]
    public void AFileNestsAtMostSixteenDeep(int lists, string says)
    {
        var nested = new string('[', lists) + new string(']', lists);

        var reading = DeckSamples.Read(DeckSamples.With("Written for tests.", nested));

        Assert.Contains(says, reading.Problems[^1].Message, StringComparison.Ordinal);
    }

    private const string HeaderEnd = "source: Written for tests.\n";

    private static string Long(int length) => new('x', length);
}
