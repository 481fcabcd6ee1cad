using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads the wrong options of a question.</summary>
internal sealed class DistractorReader(DeckDraft draft)
{
    private static readonly ImmutableArray<string> Keys = ["text", "why", "point"];

    public ImmutableArray<DistractorEntry> Read(MapReader map, QuestionForm form)
    {
        if (form.Distractors == OptionNeed.None)
            return [];
        var nodes = map.List("distractors", isRequired: form.Distractors == OptionNeed.Needed);
        if (nodes.Length > DeckLimits.MaxOptions - 1)
            draft.Problems.Error(map.PlaceOf("distractors"), DeckMessages.TooManyOptions(map.Subject, nodes.Length + 1));
        return [.. nodes.Select(ReadDistractor)];
    }

    /// <summary>The answer and the distractors; none where any of them could not be read, or where they are too few or too many.</summary>
    public static ImmutableArray<OptionEntry> Options(MapReader map, string answer, ImmutableArray<DistractorEntry> wrong, QuestionForm form)
    {
        var isWhole = answer.Length > 0
            && wrong.Length < DeckLimits.MaxOptions
            && (wrong.Length > 0 || form.Distractors != OptionNeed.Needed)
            && wrong.All(distractor => distractor.Value.Text.Length > 0);
        if (!isWhole)
            return [];
        return [new OptionEntry(answer, map.PlaceOf("answer")), .. wrong.Select(distractor => new OptionEntry(distractor.Value.Text, distractor.At))];
    }

    private DistractorEntry ReadDistractor(YamlNode node)
    {
        if (MapReader.Open(node, "distractor", Keys, draft) is not { } map)
            return new DistractorEntry(new Distractor("", ""), node.At, null);
        var point = map.Has("point") ? map.Reference("point") : null;
        var distractor = new Distractor(
            map.Line("text", DeckLimits.OptionLength),
            map.Text("why", DeckLimits.WhyLength),
            point is { Id.Length: > 0 } ? new PointId(point.Id) : null);
        return new DistractorEntry(distractor, map.PlaceOf("text"), point is { Id.Length: > 0 } ? point : null);
    }
}

/// <summary>A wrong option, where it stands, and where it names a point.</summary>
internal sealed record DistractorEntry(Distractor Value, Place At, Reference? Point);
