using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads questions into a draft, each by itself; <see cref="QuestionRules"/> looks at them together.</summary>
internal sealed class QuestionReader(DeckDraft draft)
{
    private static readonly ImmutableArray<string> WordingKeys = ["accept", "vague", "reject"];

    private static readonly ImmutableArray<string> QuestionKeys =
    [
        "id", "kind", "card", "points", "difficulty", "prompt", "answer", "distractors", .. WordingKeys, "count", "also", "explanation", "enemies",
    ];

    private readonly DistractorReader distractors = new(draft);
    private readonly ItemReader items = new(draft);

    public void Read(YamlNode node)
    {
        if (MapReader.Open(node, "question", QuestionKeys, draft) is not { } map)
            return;

        var id = map.Id(draft.QuestionIds);
        var kind = map.Word("kind", DeckWords.QuestionKinds, QuestionKind.Choice, isRequired: true, out var isKindKnown);
        var form = QuestionForm.Of(kind);
        var card = map.Reference("card");
        var points = map.References("points", isRequired: true);
        var enemies = map.References("enemies", isRequired: false);
        var prompt = map.Text("prompt", DeckLimits.PromptLength);
        if (isKindKnown)
            CheckForm(map, kind, form, prompt);
        var wrong = distractors.Read(map, form);
        var (answer, answerItems) = form.HasItems ? items.ReadAnswer(map, kind) : (map.Line("answer", DeckLimits.OptionLength), []);

        draft.Questions.Add(new QuestionEntry
        {
            Question = new Question
            {
                Id = new QuestionId(id),
                Kind = kind,
                Card = new CardId(card.Id),
                Points = [.. points.Select(point => new PointId(point.Id))],
                Prompt = prompt,
                Answer = answer,
                Items = [.. answerItems.Select(item => item.Value)],
                Also = items.ReadAlso(map),
                Count = kind == QuestionKind.List ? map.OptionalNumber("count", 1, Math.Max(1, answerItems.Length)) ?? answerItems.Length : 0,
                Distractors = [.. wrong.Select(distractor => distractor.Value)],
                Accept = Wordings(map, "accept"),
                Vague = Wordings(map, "vague"),
                Reject = Wordings(map, "reject"),
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
            DistractorPoints = [.. wrong.Select(distractor => distractor.Point).OfType<Reference>()],
            Items = [.. answerItems.Select(item => new OptionEntry(item.Value.Text, item.At))],
            Options = form.HasItems ? [] : DistractorReader.Options(map, answer, wrong, form),
        });
        if (draft.Questions.Count == DeckLimits.Questions + 1)
            draft.Problems.Error(map.At, DeckMessages.TooManyQuestions);
    }

    private static ImmutableArray<string> Wordings(MapReader map, string key) => map.Lines(key, DeckLimits.Wordings, DeckLimits.OptionLength);

    private void CheckForm(MapReader map, QuestionKind kind, QuestionForm form, string prompt)
    {
        if (!form.IsText)
            Refuse(WordingKeys.Where(key => kind != QuestionKind.List || !string.Equals(key, "reject", StringComparison.Ordinal)));
        if (kind != QuestionKind.List)
            Refuse(["count", "also"]);
        if (form.Distractors == OptionNeed.None)
            Refuse(["distractors"]);

        var blanks = prompt.Split(Question.Blank).Length - 1;
        if (kind == QuestionKind.Gap && prompt.Length > 0 && blanks != 1)
            draft.Problems.Error(map.PlaceOf("prompt"), DeckMessages.NotOneBlank(map.Subject, blanks));

        void Refuse(IEnumerable<string> keys)
        {
            foreach (var key in keys.Where(map.Has))
                draft.Problems.Error(map.PlaceOf(key), DeckMessages.KeyOfOtherKind(map.Subject, key, DeckWords.Of(kind)));
        }
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
