using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Reads back the notes of our own Anki export: what a person may have reworded in Anki, and what it carries unseen.</summary>
internal sealed class OwnAnkiNotes(ImportTarget target, ImportReport report)
{
    private readonly ImmutableArray<YamlNode>.Builder questions = ImmutableArray.CreateBuilder<YamlNode>();
    private Dictionary<string, Question>? known;

    public ImmutableArray<YamlNode> Questions => questions.ToImmutable();

    /// <summary>The id of the deck that the notes come from.</summary>
    public string? DeckId { get; private set; }

    public void Read(Place at, AnkiGuid guid, AnkiNote note, ImmutableArray<CardSketch>.Builder cards)
    {
        DeckId ??= guid.Deck;
        if (guid.IsQuestion)
            ReadQuestion(at, guid, note);
        else
            cards.Add(Card(at, guid, note));
    }

    private CardSketch Card(Place at, AnkiGuid guid, AnkiNote note)
    {
        var back = HtmlOutline.OfHtml(Field(note, 1));
        report.Count(ImportMessages.MediaLeftOut, back.Media);
        var front = string.Join(' ', HtmlOutline.OfHtml(Field(note, 0)).Lines.Select(line => line.Text));
        return new CardSketch(at, note.Key, front, Topic(guid, note), OwnAnkiBack.Points(back))
        {
            Id = guid.Id,
            Notes = OwnAnkiBack.Notes(back),
        };
    }

    // The tag says the topic, but not its spaces: those are kept beside it for as long as nobody changes the tag.
    private string? Topic(AnkiGuid guid, AnkiNote note)
    {
        var kept = HtmlTokens.Read(Field(note, 1)).FirstOrDefault(token => token.Name == "ul").Attribute(AnkiHtml.TopicKey);
        var tags = note.Tags.Where(tag => !string.Equals(tag, guid.Deck, StringComparison.Ordinal)).ToImmutableArray();
        if (kept is not null && (tags.IsEmpty || tags.Contains(DeckAnki.Tag(kept), StringComparer.Ordinal)))
            return kept;
        return new NoteConverter(report).Topic(note with { Tags = tags });
    }

    private void ReadQuestion(Place at, AnkiGuid guid, AnkiNote note)
    {
        var back = Field(note, 1);
        var kept = HtmlTokens.Read(back).FirstOrDefault(token => token.Name == "b").Attribute(AnkiHtml.QuestionKey);
        if ((kept is null ? Known(guid.Id) : Parse(at, kept)) is not { } question)
        {
            report.Reject(at, ImportMessages.QuestionNotInDeck(guid.Id));
            return;
        }

        var front = Field(note, 0);
        var options = front.IndexOf("<ol", StringComparison.OrdinalIgnoreCase);
        var answerEnd = back.IndexOf("</b><br>", StringComparison.OrdinalIgnoreCase);
        question = With(question, "prompt", Shown(options < 0 ? front : front[..options]));
        if (answerEnd >= 0)
        {
            if (question.Find("answer")?.Value is YamlText)
                question = With(question, "answer", Shown(back[..answerEnd]));
            question = With(question, "explanation", Shown(back[(answerEnd + "</b><br>".Length)..]));
        }

        questions.Add(With(At(at, question), "id", guid.Id));
    }

    private YamlMap? Known(string id)
    {
        known ??= target.Existing?.Questions.ToDictionary(question => question.Id.Value, StringComparer.Ordinal) ?? [];
        if (!known.TryGetValue(id, out var question))
            return null;
        report.Count(ImportMessages.OldQuestions);
        return Parse(new Place(report.FileName, 1, 1), YamlQuestion.Write(question));
    }

    private static YamlMap? Parse(Place at, string yaml)
    {
        var problems = new ProblemList();
        var reading = YamlTreeReader.Read(at.File, yaml, problems);
        return !problems.HasErrors && reading is { IsComplete: true, Root: YamlList { Items: [YamlMap question] } } ? question : null;
    }

    // In a field of a table everything stands in one place.
    private static YamlMap At(Place at, YamlMap map) => new(
        at, [.. map.Entries.Select(entry => new YamlEntry(at, entry.Key, At(at, entry.Value)))], IsComplete: true);

    private static YamlNode At(Place at, YamlNode node) => node switch
    {
        YamlMap map => At(at, map),
        YamlList list => new YamlList(at, [.. list.Items.Select(item => At(at, item))], IsComplete: true),
        YamlText text => text with { At = at },
        _ => node,
    };

    private static YamlMap With(YamlMap map, string key, string text)
    {
        var value = new YamlText(map.At, text, IsPlain: false);
        return map.Find(key) is { } entry
            ? map with { Entries = map.Entries.Replace(entry, entry with { Value = value }) }
            : map with { Entries = map.Entries.Add(new YamlEntry(map.At, key, value)) };
    }

    private static string Shown(string html) => string.Join('\n', HtmlOutline.OfHtml(html).Lines.Select(line => line.Text));

    private static string Field(AnkiNote note, int index) => index < note.Fields.Length ? note.Fields[index] : "";
}
