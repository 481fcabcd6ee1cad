using SinoSovietBot.Study.Decks.Import;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>Tables of two or three columns, and what Quizlet's export shows.</summary>
public sealed class PlainFormatTests
{
    [Theory]
    [InlineData("c.csv", "Mao,Chairman,China\n")]
    [InlineData("c.csv", "Mao;Chairman;China\n")]
    [InlineData("c.csv", "sep=;\nMao;Chairman;China\n")]
    [InlineData("c.tsv", "Mao\tChairman\tChina\n")]
    [InlineData("c.txt", "Mao\tChairman\tChina\n")]
    [InlineData("c.csv", "Front,Back,Topic\nMao,Chairman,China\n")]
    [InlineData("c.csv", "topic;answer;question\nChina;Chairman;Mao\n")]
    [InlineData("c.csv", "\"Term\",\"Definition\",\"Unit\"\n\"Mao\",\"Chairman\",\"China\"\n")]
    public void ATableOfThreeColumnsIsFrontBackTopic(string name, string text)
    {
        var reading = Imports.Read(name, text);
        var card = Assert.Single(reading.Deck!.Cards);

        Assert.Equal(ImportFormat.Csv, reading.Format);
        Assert.Equal(("Mao", "Chairman", "China"), (card.Front, Imports.Points(card), card.Topic));
    }

    [Fact]
    public void AHeadingIsSaidToBeOne() => Assert.Contains(
        "The first line was taken for a heading: front, back.", Imports.Read("c.csv", "front,back\nMao,Chairman\n").Notes);

    [Fact]
    public void ACellInQuotesHoldsSeparatorsQuotesAndLines()
    {
        var card = Assert.Single(Imports.Good("c.csv", "\"Mao, the \"\"Helmsman\"\"\",\"one; and\ntwo\"\n").Cards);

        Assert.Equal(("Mao, the \"Helmsman\"", "one; and; two"), (card.Front, Imports.Points(card)));
    }

    [Fact]
    public void AFurtherColumnIsLeftOutAndSaidSo() =>
        Assert.Contains("1 line had more than three cells; the others were left out.", Imports.Read("c.csv", "A,b,c,d\nE,f,g\n").Notes);

    [Fact]
    public void WithoutATopicTheTitleIsIt() => Assert.Equal("cold war", Imports.Good("cold war.csv", "A,b\n").Cards[0].Topic);

    [Theory]
    [InlineData("Mao\tChairman, poet\nDeng\tReformer\n", null)]
    [InlineData("Mao - Chairman, poet\nDeng - Reformer\n", "' - ' between term and definition and a line break between cards")]
    [InlineData("Mao\tChairman, poet;Deng\tReformer", "a tab between term and definition and a semicolon between cards")]
    [InlineData("Mao – Chairman, poet;\nDeng – Reformer;", "' – '")]
    [InlineData("Mao: Chairman, poet\nDeng: Reformer", "': '")]
    public void QuizletTextIsReadWithWhateverWasChosen(string text, string? said)
    {
        var reading = Imports.Read("quizlet.txt", text);

        Assert.Equal(ImportFormat.Quizlet, reading.Format);
        Assert.Equal(["Mao", "Deng"], reading.Deck!.Cards.Select(card => card.Front));
        Assert.StartsWith("Chairman, poet", Imports.Points(reading.Deck.Cards[0]), StringComparison.Ordinal);
        Assert.Equal(said is not null, reading.Notes.Any(note => note.StartsWith("Read as", StringComparison.Ordinal)));
        if (said is not null)
            Assert.Contains(reading.Notes, note => note.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void ALineOfQuizletWithoutATabIsRefused()
    {
        var reading = Imports.Read("q.txt", "A\t1\nB\t2\nC\t3\nD\t4\nnothing\nE\t5\n");

        Assert.Equal(5, reading.Deck!.Cards.Length);
        Assert.Equal("q.txt:5:1: error: The line lacks a tab between term and definition. Add it, or remove the line.", Assert.Single(Imports.Lines(reading)));
    }

    [Theory]
    [InlineData("deck.yaml", "id: x", ImportFormat.Native)]
    [InlineData("deck.txt", "id: x\ntitle: y\n", ImportFormat.Native)]
    [InlineData("deck.txt", "#separator:tab\na\tb", ImportFormat.AnkiText)]
    [InlineData("deck.csv", "#separator:comma\na,b", ImportFormat.AnkiText)]
    [InlineData("deck.txt", "a\tb<br>c", ImportFormat.AnkiText)]
    [InlineData("deck.csv", "a,b", ImportFormat.Csv)]
    [InlineData("deck.txt", "kind,id,card\n", ImportFormat.Csv)]
    [InlineData("deck", "a\tb", ImportFormat.Quizlet)]
    public void TheFormatIsToldByNameAndContent(string name, string text, ImportFormat format) => Assert.Equal(format, Imports.Read(name, text).Format);

    [Fact]
    public void AFormatThatIsSaidIsTaken() => Assert.Equal("a <b>", Imports.Read("x.txt", "a <b>\tc", format: ImportFormat.Quizlet).Deck!.Cards[0].Front);

    [Fact]
    public void TheIdAndTitleAreThoseThatWereAskedFor()
    {
        var deck = Imports.Read("x.csv", "a,b", id: "my-deck", title: "My deck").Deck!;

        Assert.Equal(("my-deck", "My deck"), (deck.Id.Value, deck.Title));
        Assert.Null(Imports.Read("x.csv", "a,b", id: "My Deck").Deck);
    }
}
