using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Questions;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>The text files of Anki, as its manual describes them.</summary>
public sealed class AnkiTextTests
{
    [Theory]
    [InlineData("tab", "\t")]
    [InlineData("Comma", ",")]
    [InlineData("Semicolon", ";")]
    [InlineData("Pipe", "|")]
    [InlineData("Colon", ":")]
    [InlineData("Space", " ")]
    [InlineData(";", ";")]
    [InlineData("\t", "\t")]
    public void TheSeparatorIsAsTheHeaderSays(string value, string separator)
    {
        var card = Assert.Single(Imports.Good("c.txt", $"#separator:{value}\n#html:false\nMao{separator}Chairman\n").Cards);

        Assert.Equal(("Mao", "Chairman"), (card.Front, Imports.Points(card)));
    }

    [Fact]
    public void WhatAnkiExportsWithAllItsColumnsIsRead()
    {
        const string text = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
            + "\"k:A\"\"9\"\tBasic\tHistory::Cold War\tWho was <b>Mao</b>?\t\"Chairman &amp; poet\"\tleech asia::china big-men\n"
            + "zz\tCloze\tHistory\tKorea: {{c1::1950::year}} to {{c2::1953}}\tA war.\tasia\n";
        var reading = Imports.Read("c.txt", text);
        var deck = reading.Deck!;

        Assert.Equal(ImportFormat.AnkiText, reading.Format);
        Assert.Equal(["Who was Mao?", "Korea: […] to […]"], deck.Cards.Select(card => card.Front));
        Assert.Equal(["Chairman & poet", "Korea: 1950 to 1953"], deck.Cards.Select(Imports.Points));
        Assert.Equal(["asia: china", "asia"], deck.Cards.Select(card => card.Topic));
        Assert.Equal(["A war."], deck.Cards[1].Notes);
        Assert.Equal(["Korea: ____ (year) to 1953", "Korea: 1950 to ____"], deck.Questions.Select(question => question.Prompt));
        Assert.Equal(["1950", "1953"], deck.Questions.Select(question => question.Answer));
        Assert.All(deck.Questions, question => Assert.Equal((QuestionKind.Gap, false), (question.Kind, question.HasOptions)));
        Assert.Equal([deck.Cards[1].Id.Value + "-c1", deck.Cards[1].Id.Value + "-c2"], deck.Questions.Select(question => question.Id.Value));
        Assert.Contains("2 cloze deletions became gap questions.", reading.Notes);
        Assert.Contains("1 card had more than one tag; the first became the topic.", reading.Notes);
    }

    [Fact]
    public void TheColumnsHeaderNamesFieldsAndTheDeckGivesTheTitle()
    {
        const string text = "#separator:;\n#columns:Word;Meaning;Example\n#deck:French::Verbs\n#tags:unit_1\n#notetype:Vocabulary\naller;to go;je vais\n# a comment\nêtre;to be;\n";
        var deck = Imports.Good("c.txt", text);

        Assert.Equal(("Verbs", "verbs"), (deck.Title, deck.Id.Value));
        Assert.Equal(["Meaning: to go; Example: je vais", "to be"], deck.Cards.Select(Imports.Points));
        Assert.All(deck.Cards, card => Assert.Equal("unit 1", card.Topic));
    }

    [Fact]
    public void AHeaderThatMeansNothingIsReportedAndTheRestIsRead()
    {
        var reading = Imports.Read("c.txt", "#separator:hash\n#guid column:first\n#colour:red\nA\tone\n");

        Assert.Single(reading.Deck!.Cards);
        Assert.Equal(["c.txt:1:1", "c.txt:2:1"], Imports.Lines(reading).Select(line => line[..9]));
    }

    [Theory]
    [InlineData("<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>", "one; two [deep]")]
    [InlineData("<ol><li>one<li>two</ol>", "one; two")]
    [InlineData("one<br>two<br/>three", "one; two; three")]
    [InlineData("<div>one</div><div>two</div>", "one; two")]
    [InlineData("<p>one <i>and</i>  a half</p><p></p><p>two</p>", "one and a half; two")]
    [InlineData("- one<br>• two<br>* three", "one; two; three")]
    [InlineData("a &lt; b &amp;&nbsp;c &#233;", "a < b & c é")]
    [InlineData("<style>p { color: red }</style>text<script>alert(1)</script>", "text")]
    [InlineData("10<sup>6</sup> men, the 20<sup>th</sup> century, H<sub>2</sub>O", "10^6 men, the 20th century, H2O")]
    [InlineData("<table><tr><td>1950</td><td>war</td></tr><tr><td>1953</td><td>peace</td></tr></table>", "1950 – war; 1953 – peace")]
    [InlineData("[latex]x^2[/latex] and \\(y\\)", "[latex]x^2[/latex] and \\(y\\)")]
    [InlineData("5 < 6 and 7 > 3", "5 < 6 and 7 > 3")]
    [InlineData("<div>one</div><div>&nbsp;</div><div>&nbsp;two&nbsp;</div>", "one; two")]
    [InlineData("<unclosed", "<unclosed")]
    public void HtmlBecomesPoints(string html, string points) =>
        Assert.Equal(points, Imports.Points(Assert.Single(Imports.Good("c.txt", $"#separator:tab\n#html:true\nfront\t{html}\n").Cards)));

    [Fact]
    public void MediaAreLeftOutAndCounted()
    {
        var reading = Imports.Read("c.txt", "#separator:tab\n#html:true\nA [sound:a.mp3]\tone <img src=\"x.jpg\">\nB\t<img src=y.png>\n<img src=z.png>\tthree\n");

        Assert.Equal(["A"], reading.Deck!.Cards.Select(card => card.Front));
        Assert.Equal("one", Imports.Points(reading.Deck.Cards[0]));
        Assert.Contains("4 pictures and sounds were left out.", reading.Notes);
        Assert.All(reading.Rejected, problem => Assert.Contains("nothing but pictures or sounds", problem.Message, StringComparison.Ordinal));
        Assert.Equal([4, 5], reading.Rejected.Select(problem => problem.Line));
    }

    [Fact]
    public void PlainFieldsKeepTheirAngleBracketsAndLines()
    {
        var card = Assert.Single(Imports.Good("c.txt", "#separator:comma\n#html:false\na<b>c,\"one\n\"\"two\"\"\"\n").Cards);

        Assert.Equal(("a<b>c", "one; \"two\""), (card.Front, Imports.Points(card)));
    }

    [Fact]
    public void ALongParagraphIsPartedAtTheEndsOfSentences()
    {
        var sentence = new string('a', 199) + ". ";
        var reading = Imports.Read("c.txt", $"#separator:tab\nA\t{string.Concat(Enumerable.Repeat(sentence, 4))}\n");

        Assert.Equal([401, 401], reading.Deck!.Cards[0].Points.Select(point => point.Text.Length));
        Assert.Contains(reading.Notes, note => note.Contains("parted at the ends of sentences", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{{c1::Mao}} met {{c1::Nixon}} in {{c2::1972}}", "____ met […] in 1972|Mao met Nixon in ____", "Mao|1972")]
    [InlineData("{{c1::The {{c2::Zhenbao}} island}} fight", "____ fight|The ____ island fight", "The Zhenbao island|Zhenbao")]
    [InlineData("{{c1,2::Mao}} won", "____ won|____ won", "Mao|Mao")]
    [InlineData("a }} b {{c1::c}} {{x}}", "a }} b ____ {{x}}", "c")]
    public void ClozeDeletionsBecomeGapQuestions(string text, string prompts, string answers)
    {
        var deck = Imports.ReadNotes(null, Imports.Note("g", [text, ""], isCloze: true)).Deck!;

        Assert.Equal(prompts.Split('|'), deck.Questions.Select(question => question.Prompt));
        Assert.Equal(answers.Split('|'), deck.Questions.Select(question => question.Answer));
    }

    [Theory]
    [InlineData("no deletion", "no deletion such as")]
    [InlineData("{{c1::image-occlusion:rect:left=.1}}", "Image occlusion")]
    public void AClozeNoteThatCannotBeAskedIsRefused(string text, string because) =>
        Assert.Contains(because, Assert.Single(Imports.ReadNotes(null, Imports.Note("g", [text, "x"], isCloze: true)).Rejected).Message, StringComparison.Ordinal);

    [Fact]
    public void AReversedNoteBecomesOneCard()
    {
        var reading = Imports.ReadNotes(null, Imports.Note("g", ["Mao", "Chairman"], cards: 2));

        Assert.Single(reading.Deck!.Cards);
        Assert.Contains("1 note with cards in both directions became one card each.", reading.Notes);
    }
}
