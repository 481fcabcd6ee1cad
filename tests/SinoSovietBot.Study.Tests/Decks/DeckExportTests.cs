using System.Text.Json;
using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

public sealed partial class DeckExportTests
{
    [Fact]
    public void JsonHasTheNamesInTheOrderThatProgramsRelyOn()
    {
        using var json = JsonDocument.Parse(DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Json));
        var deck = json.RootElement;

        Assert.Equal(["id", "title", "cards", "questions"], Names(deck));
        Assert.Equal(["id", "topic", "front", "points"], Names(deck.GetProperty("cards")[0]));
        Assert.Equal(["id", "parent", "text", "source", "correction", "ask"], Names(deck.GetProperty("cards")[0].GetProperty("points")[0]));
        Assert.Equal(
            ["id", "kind", "card", "points", "prompt", "options", "answer", "distractors", "explanation", "difficulty"],
            Names(deck.GetProperty("questions")[0]));
    }

    [Fact]
    public void JsonListsSubPointsBehindTheirParent()
    {
        using var json = JsonDocument.Parse(DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Json));
        var points = json.RootElement.GetProperty("cards")[0].GetProperty("points").EnumerateArray().ToList();

        Assert.Equal(
            ["treaty-isolated", "treaty-isolated-why", "treaty-size", "treaty-mood"],
            points.Select(point => point.GetProperty("id").GetString()));
        Assert.Equal([null, "treaty-isolated", null, null], points.Select(point => point.GetProperty("parent").GetString()));
    }

    [Fact]
    public void JsonGivesTheTextAsSourceWhereTheyAreTheSame()
    {
        using var json = JsonDocument.Parse(DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Json));
        var points = json.RootElement.GetProperty("cards")[0].GetProperty("points");

        Assert.Equal("The new republic was isolated.", points[0].GetProperty("source").GetString());
        Assert.Equal(JsonValueKind.Null, points[0].GetProperty("correction").ValueKind);
        Assert.Equal("The loan was 800 million dollars.", points[2].GetProperty("source").GetString());
        Assert.Equal("It was 300 million.", points[2].GetProperty("correction").GetString());
        Assert.Equal("ask-corrected", points[2].GetProperty("ask").GetString());
    }

    [Fact]
    public void JsonGivesAQuestionWithAllItsOptions()
    {
        using var json = JsonDocument.Parse(DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Json));
        var question = json.RootElement.GetProperty("questions")[1];

        Assert.Equal("true-false", question.GetProperty("kind").GetString());
        Assert.Equal(["korea-kim"], Texts(question, "points"));
        Assert.Equal("False: Kim pressed for it", question.GetProperty("answer").GetString());
        Assert.Equal(["True", "False: Stalin ordered it"], Texts(question, "distractors"));
        Assert.Equal("True", Texts(question, "options")[0]);
        Assert.Equal(["False: Kim pressed for it", "False: Stalin ordered it", "True"], Texts(question, "options").Order(StringComparer.Ordinal));
        Assert.Equal(3, question.GetProperty("difficulty").GetInt32());
    }

    [Fact]
    public void JsonKeepsLettersReadable()
    {
        var deck = WithFirstText("Zhōu Ēnlái said “毛” & <b>");

        Assert.Contains("\"Zhōu Ēnlái said “毛” & <b>\"", DeckExport.Write(deck, DeckExportFormat.Json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeckExportFormat.Json)]
    [InlineData(DeckExportFormat.Csv)]
    [InlineData(DeckExportFormat.Anki)]
    public void AnExportOfTheSameDeckIsTheSameText(DeckExportFormat format) =>
        Assert.Equal(DeckExport.Write(DeckSamples.Deck(), format), DeckExport.Write(DeckSamples.Deck(), format));

    [Fact]
    public void CsvHasAHeaderAndARowForEachPointAndQuestion()
    {
        var rows = DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Csv).Split("\r\n");

        Assert.StartsWith("kind,id,card,topic,prompt,answer,options,explanation,difficulty,points,parent,source,correction,ask,date,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "point,treaty-isolated,treaty,Alliance,Treaty of 1950: reasons,The new republic was isolated.,,,,,,"
            + "The new republic was isolated.,,ask,1950-02-14,",
            rows[1],
            StringComparison.Ordinal);
        Assert.StartsWith("choice,treaty-state,treaty,Alliance,What was the position of the republic?,It was", rows[6], StringComparison.Ordinal);
        Assert.StartsWith("deck,sample,,,Sample deck,", rows[8], StringComparison.Ordinal);
        Assert.StartsWith("note,,treaty,,,Two sides wanted it.,", rows[9], StringComparison.Ordinal);
        Assert.Equal("", rows[^1]);
        Assert.Equal(11, rows.Length);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+44", "\"'+44\"")]
    [InlineData("-5", "\"'-5\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("1-5", "1-5")]
    [InlineData("one, two", "\"one, two\"")]
    [InlineData("\"so called\"", "\"\"\"so called\"\"\"")]
    [InlineData("=a, \"b\"", "\"'=a, \"\"b\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("'tis so", "'tis so")]
    public void ACellNeverRunsAsAFormula(string text, string cell) =>
        Assert.Contains($",Treaty of 1950: reasons,{cell},,", DeckExport.Write(WithFirstText(text), DeckExportFormat.Csv), StringComparison.Ordinal);

    [Fact]
    public void AnkiHasItsHeaderAndFourFieldsANote()
    {
        var lines = DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Anki).TrimEnd('\n').Split('\n');
        var notes = lines.Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToList();

        Assert.Equal(["#separator:tab", "#html:true", "#columns:Guid\tFront\tBack\tTags", "#guid column:1"], lines[..4]);
        Assert.All(notes, note => Assert.Equal(4, note.Length));
        Assert.Equal(
            ["sample/card/treaty", "sample/card/korea", "sample/question/treaty-state", "sample/question/korea-who"],
            notes.Select(note => note[0]));
        Assert.Equal("sample Alliance true-false", notes[3][3]);
    }

    [Fact]
    public void AnkiNestsPointsAndShowsCorrections()
    {
        var anki = Attribute().Replace(DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Anki), "");

        Assert.Contains("<ul><li>The new republic was isolated.<ul><li>Few states recognised it.</li></ul></li>", anki, StringComparison.Ordinal);
        Assert.Contains("<li>The loan was 300 million dollars.<br><b>Correction:</b> It was 300 million.</li>", anki, StringComparison.Ordinal);
        Assert.Contains("</ul><p><i>Two sides wanted it.</i></p>\t", anki, StringComparison.Ordinal);
        Assert.Contains("\t<b>It was isolated</b><br>Few states recognised it, so it looked to Moscow.\t", anki, StringComparison.Ordinal);
    }

    [Fact]
    public void AnkiTakesNoTextForHtmlOrAField()
    {
        var anki = DeckExport.Write(WithFirstText("<script>\t\"a\" & b\nc"), DeckExportFormat.Anki);

        Assert.Contains(">&lt;script&gt;&#9;&quot;a&quot; &amp; b<br>c", anki, StringComparison.Ordinal);
    }

    private static Deck WithFirstText(string text)
    {
        var deck = DeckSamples.Deck();
        var card = deck.Cards[0];
        return deck with { Cards = deck.Cards.SetItem(0, card with { Points = card.Points.SetItem(0, card.Points[0] with { Text = text }) }) };
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string?[] Texts(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString())];

    // What Anki keeps and does not show.
    [GeneratedRegex(" data-[a-z]+='[^']*'")]
    private static partial Regex Attribute();
}
