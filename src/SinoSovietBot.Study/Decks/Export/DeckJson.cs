using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>The JSON form of a deck. Programs rely on the names and shapes: add, never change.</summary>
internal static class DeckJson
{
    // The file is no part of a web page, and a reader should see Zhōu Ēnlái rather than escapes.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Deck deck)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", deck.Id.Value);
            json.WriteString("title", deck.Title);
            json.WriteStartArray("cards");
            foreach (var card in deck.Cards)
                WriteCard(json, card);
            json.WriteEndArray();
            json.WriteStartArray("questions");
            foreach (var question in deck.Questions)
                WriteQuestion(json, question);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void WriteCard(Utf8JsonWriter json, Card card)
    {
        json.WriteStartObject();
        json.WriteString("id", card.Id.Value);
        json.WriteString("topic", card.Topic);
        json.WriteString("front", card.Front);
        json.WriteStartArray("points");
        foreach (var (point, parent) in PointsWithParents.Of(card))
            WritePoint(json, point, parent);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, Point point, Point? parent)
    {
        json.WriteStartObject();
        json.WriteString("id", point.Id.Value);
        json.WriteString("parent", parent?.Id.Value);
        json.WriteString("text", point.Text);
        json.WriteString("source", point.SourceText ?? point.Text);
        json.WriteString("correction", point.Correction);
        json.WriteString("ask", DeckWords.Of(point.Ask));
        json.WriteEndObject();
    }

    private static void WriteQuestion(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("id", question.Id.Value);
        json.WriteString("kind", DeckWords.Of(question.Kind));
        json.WriteString("card", question.Card.Value);
        WriteTexts(json, "points", question.Points.Select(point => point.Value));
        json.WriteString("prompt", question.Prompt);
        WriteTexts(json, "options", question.Distractors.IsEmpty ? [] : OptionOrder.Stable(question).Options);
        if (question.Items.IsEmpty)
            json.WriteString("answer", question.Answer);
        else
            WriteTexts(json, "answer", question.Items.Select(item => item.Text));
        WriteTexts(json, "distractors", question.Distractors.Select(distractor => distractor.Text));
        json.WriteString("explanation", question.Explanation);
        json.WriteNumber("difficulty", question.Difficulty);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
