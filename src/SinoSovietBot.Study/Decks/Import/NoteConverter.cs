using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Turns a note of Anki into a card.</summary>
internal sealed class NoteConverter(ImportReport report)
{
    private const int TwoFields = 2;

    // A longer text cannot become a prompt whatever is left out of it.
    private const int LongestGapText = DeckLimits.PromptLength + DeckLimits.OptionLength;

    // Marks that Anki itself sets.
    private static readonly ImmutableHashSet<string> OwnTags = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "leech", "marked");

    /// <summary>Null, with the reason reported, when it cannot be asked in text.</summary>
    /// <param name="at">Its line, or its number in a package.</param>
    /// <param name="note">The note; its key is empty where it has none.</param>
    /// <param name="isHtml">Whether its fields are HTML.</param>
    public CardSketch? Convert(Place at, AnkiNote note, bool isHtml)
    {
        var fields = note.Fields.Select(field => isHtml ? HtmlOutline.OfHtml(field) : HtmlOutline.OfPlain(field)).ToImmutableArray();
        report.Count(ImportMessages.MediaLeftOut, fields.Sum(field => field.Media));
        if (fields.All(field => !field.Filled.Any()))
            return Reject(at, fields.Any(field => field.Media > 0) ? ImportMessages.OnlyMedia : ImportMessages.NoFront);

        var key = note.Key.Length > 0 ? note.Key : null;
        if (note.Type.IsCloze || note.Fields.Any(field => field.Contains("{{c1::", StringComparison.Ordinal)))
            return Cloze(at, key, note, fields);
        if (!note.Type.IsCloze && note.Type.CardsOfNote > 1)
            report.Count(ImportMessages.Reversed);
        var front = fields[0].OneLine;
        if (front.Length == 0)
            return Reject(at, fields[0].Media > 0 ? ImportMessages.OnlyMedia : ImportMessages.NoFront);
        var points = BackLines.Points(Back(note.Type, fields), report);
        if (points.IsEmpty)
            return Reject(at, fields.Skip(1).Any(field => field.Media > 0) ? ImportMessages.OnlyMedia : ImportMessages.NoBack);
        return new CardSketch(at, key, front, Topic(note), points);
    }

    /// <summary>The first tag that is not Anki's own, as words; null for none.</summary>
    public string? Topic(AnkiNote note)
    {
        var tags = note.Tags.Where(tag => !OwnTags.Contains(tag)).ToList();
        if (tags.Count > 1)
            report.Count(ImportMessages.TagsDropped);
        return tags.Count > 0 ? Words(tags[0]) : note.Deck is { Length: > 0 } deck ? deck.Split("::")[^1].Trim() : null;
    }

    // With more than two fields a reader has to be told which is which.
    private static IEnumerable<HtmlLine> Back(AnkiNoteType type, ImmutableArray<HtmlOutline> fields)
    {
        var filled = Enumerable.Range(1, fields.Length - 1).Where(index => fields[index].Filled.Any()).ToList();
        foreach (var index in filled)
        {
            var lines = fields[index].Filled.ToList();
            var isNamed = filled.Count > 1 && fields.Length > TwoFields && index < type.FieldNames.Length && type.FieldNames[index].Length > 0;
            if (isNamed && lines[0].Depth == 0)
                lines[0] = lines[0] with { Text = $"{type.FieldNames[index]}: {lines[0].Text}" };
            foreach (var line in lines)
                yield return line;
        }
    }

    private CardSketch? Cloze(Place at, string? key, AnkiNote note, ImmutableArray<HtmlOutline> fields)
    {
        if (note.Fields.Any(field => field.Contains("::image-occlusion:", StringComparison.Ordinal)))
            return Reject(at, ImportMessages.ImageOcclusion);
        var index = Enumerable.Range(0, fields.Length).FirstOrDefault(field => note.Fields[field].Contains("{{c", StringComparison.Ordinal));
        var text = ClozeText.Parse(string.Join('\n', fields[index].Filled.Select(line => line.Text)));
        if (!text.Numbers.Any())
            return Reject(at, ImportMessages.NoCloze);

        var shown = text.Shown;
        var front = string.Join(' ', text.AllHidden.Split('\n'));
        var lines = shown.Split('\n').Select(line => HtmlLine.Plain(line.Trim()));
        if (shown.Length > LongestGapText)
            report.Count(ImportMessages.ClozesWithoutQuestion, text.Numbers.Count());
        var extra = fields.Where((_, field) => field != index).SelectMany(field => field.Filled).Select(line => line.Text);
        return new CardSketch(at, key, ShortText.Cut(front, DeckLimits.FrontLength), Topic(note), BackLines.Points(lines, report))
        {
            Notes = [.. extra.SelectMany(line => BackLines.Parts(line, DeckLimits.NoteLength)).Take(DeckLimits.Notes)],
            Gaps = shown.Length > LongestGapText ? [] : Gaps(text),
        };
    }

    private ImmutableArray<GapSketch> Gaps(ClozeText text) =>
        [.. text.Numbers.Take(DeckLimits.PointsOfCard).Select(number => Gap(text, number)).OfType<GapSketch>()];

    private GapSketch? Gap(ClozeText text, int number)
    {
        var (prompt, answer) = text.Gap(number);
        var isMarkable = answer.Length is > 0 and <= DeckLimits.OptionLength && !answer.Contains('\n', StringComparison.Ordinal)
            && prompt.Length <= DeckLimits.PromptLength && prompt.Split(Question.Blank).Length == TwoFields;
        report.Count(isMarkable ? ImportMessages.ClozeQuestions : ImportMessages.ClozesWithoutQuestion);
        return isMarkable ? new GapSketch(number, prompt, answer, ShortText.Cut(text.Shown, DeckLimits.ExplanationLength)) : null;
    }

    private static string Words(string tag) =>
        string.Join(": ", tag.Split("::", StringSplitOptions.RemoveEmptyEntries)).Replace('_', ' ').Replace('-', ' ');

    private CardSketch? Reject(Place at, string message)
    {
        report.Reject(at, message);
        return null;
    }
}
