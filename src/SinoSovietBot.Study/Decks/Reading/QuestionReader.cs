using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads questions into a draft, each by itself; <see cref="QuestionRules"/> looks at them together.</summary>
internal sealed class QuestionReader(DeckDraft draft)
{
    private static readonly ImmutableArray<string> QuestionKeys =
        ["id", "kind", "card", "points", "difficulty", "prompt", "answer", "distractors", "explanation", "enemies"];

    private static readonly ImmutableArray<string> DistractorKeys = ["text", "why"];

    public void Read(YamlNode node)
    {
        if (MapReader.Open(node, "question", QuestionKeys, draft) is not { } map)
            return;

        var id = map.Id(draft.QuestionIds);
        var kind = map.Word("kind", DeckWords.QuestionKinds, QuestionKind.Choice, isRequired: true, out var isKindKnown);
        var card = map.Reference("card");
        var points = map.References("points", isRequired: true);
        var enemies = map.References("enemies", isRequired: false);
        var answer = map.Line("answer", DeckLimits.OptionLength);
        var distractorNodes = map.List("distractors", isRequired: true);
        var distractors = distractorNodes.Select(ReadDistractor).OfType<(Distractor Value, Place At)>().ToImmutableArray();
        if (distractorNodes.Length > DeckLimits.MaxOptions - 1)
            draft.Problems.Error(map.PlaceOf("distractors"), DeckMessages.TooManyOptions(map.Subject, distractorNodes.Length + 1));

        draft.Questions.Add(new QuestionEntry
        {
            Question = new Question
            {
                Id = new QuestionId(id),
                Kind = kind,
                Card = new CardId(card.Id),
                Points = [.. points.Select(point => new PointId(point.Id))],
                Prompt = map.Text("prompt", DeckLimits.PromptLength),
                Answer = answer,
                Distractors = [.. distractors.Select(distractor => distractor.Value)],
                Explanation = map.Text("explanation", DeckLimits.ExplanationLength),
                Difficulty = ReadDifficulty(map),
                Enemies = [.. enemies.Select(enemy => new QuestionId(enemy.Id))],
            },
            IsKindKnown = isKindKnown,
            At = map.At,
            PromptAt = map.PlaceOf("prompt"),
            Card = card,
            Points = points,
            Enemies = enemies,
            Options = ReadOptions(map, answer, distractors, distractorNodes.Length),
        });
        if (draft.Questions.Count == DeckLimits.Questions + 1)
            draft.Problems.Error(map.At, DeckMessages.TooManyQuestions);
    }

    private static ImmutableArray<OptionEntry> ReadOptions(
        MapReader map, string answer, ImmutableArray<(Distractor Value, Place At)> distractors, int expected)
    {
        var isWhole = answer.Length > 0
            && expected is > 0 and < DeckLimits.MaxOptions
            && distractors.Count(distractor => distractor.Value.Text.Length > 0) == expected;
        if (!isWhole)
            return [];
        var wrong = distractors.Select(distractor => new OptionEntry(distractor.Value.Text, distractor.At));
        return [new OptionEntry(answer, map.PlaceOf("answer")), .. wrong];
    }

    private (Distractor Value, Place At)? ReadDistractor(YamlNode node)
    {
        if (MapReader.Open(node, "distractor", DistractorKeys, draft) is not { } map)
            return null;
        var distractor = new Distractor(map.Line("text", DeckLimits.OptionLength), map.Text("why", DeckLimits.WhyLength));
        return (distractor, map.PlaceOf("text"));
    }

    private int ReadDifficulty(MapReader map)
    {
        var text = map.Line("difficulty", int.MaxValue);
        if (text.Length == 0)
            return DeckLimits.MinDifficulty;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var difficulty)
            && difficulty is >= DeckLimits.MinDifficulty and <= DeckLimits.MaxDifficulty)
            return difficulty;
        draft.Problems.Error(map.PlaceOf("difficulty"), DeckMessages.BadDifficulty(map.Subject, text));
        return DeckLimits.MinDifficulty;
    }
}
