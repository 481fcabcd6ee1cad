using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Revision.Exchange;

/// <summary>The form for programs: <c>{"format": 1, "decks": [{"deck", "title", "reviews": [{…}]}]}</c>, with the words of the table.</summary>
internal sealed class JsonReviews : ReviewExport
{
    private const int Format = 1;

    private readonly Utf8JsonWriter json;

    public JsonReviews(int maxBytes)
        : base(maxBytes)
    {
        // Nobody puts the file into a web page, and people read it.
        json = new Utf8JsonWriter(Content, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteStartArray("decks");
    }

    private protected override void Open(DeckAddress deck, string title)
    {
        json.WriteStartObject();
        json.WriteString("deck", deck.ToString());
        json.WriteString("title", title);
        json.WriteStartArray("reviews");
    }

    private protected override void Write(DeckAddress deck, Review review, string? words)
    {
        json.WriteStartObject();
        json.WriteString("at", ReviewWords.Time(review.At));
        json.WriteString("day", ReviewWords.Day(review.Day));
        json.WriteString("item", review.Item.Value);
        json.WriteString("shown", review.Shown.Value);
        json.WriteString("words", words);
        json.WriteNumber("grade", (int)review.Grade);
        json.WriteString("kind", ReviewWords.Of(review.Kind));
        // Programs that read numbers as floating point would lose its last digits.
        json.WriteString("session", review.Session?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("elapsed-days", review.ElapsedDays);
        json.WriteNumber("took-ms", (int)review.Took.TotalMilliseconds);
        if (review.Marked is { } marked)
        {
            json.WriteString("answer", marked.Text);
            json.WriteString("verdict", ReviewWords.Of(marked.Verdict));
            json.WriteBoolean("overruled", marked.Overruled);
        }

        Write("before", review.Before);
        Write("after", review.After);
        json.WriteEndObject();
        json.Flush();
    }

    private protected override void Close()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private protected override void End()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        json.Dispose();
        base.Dispose(disposing);
    }

    private void Write(string name, ItemMemory memory)
    {
        json.WriteStartObject(name);
        json.WriteString("phase", ReviewWords.Of(memory.State.Phase));
        if (memory.State.Memory is { } held)
        {
            json.WriteNumber("stability", held.Stability);
            json.WriteNumber("difficulty", held.Difficulty);
        }

        json.WriteNumber("reviews", memory.State.Reviews);
        json.WriteNumber("lapses", memory.State.Lapses);
        json.WriteString("due", ReviewWords.Due(memory));
        json.WriteEndObject();
    }
}
