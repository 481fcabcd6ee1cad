using System.Text;
using CsCheck;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Import;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>What is exported and imported is what was there.</summary>
public sealed class RoundTripTests
{
    private const int Iterations = 200;

    [Fact]
    public void EveryDeckComesBackFromItsNativeForm() => AnyDeck.Any.Sample(deck => AssertSame(deck, Again(deck, DeckExportFormat.Native, "any.yaml")), iter: Iterations);

    [Fact]
    public void TheReaderOfDeckFilesTakesTheNativeForm() => AnyDeck.Any.Sample(
        deck =>
        {
            var reading = DeckReader.Read([DeckSamples.File("any.yaml", DeckExport.Write(deck, DeckExportFormat.Native))]);
            Assert.DoesNotContain(reading.Problems, problem => problem.Severity == ProblemSeverity.Error);
            AssertSame(deck, reading.Deck!);
        },
        iter: Iterations);

    [Fact]
    public void EveryDeckComesBackFromItsTable() => AnyDeck.Any.Sample(deck => AssertSame(deck, Again(deck, DeckExportFormat.Csv, "any.csv")), iter: Iterations);

    [Fact]
    public void EveryCardAndQuestionComesBackFromAnkiText() => AnyDeck.Any.Sample(
        deck =>
        {
            var again = Again(deck, DeckExportFormat.Anki, "any.txt");
            Assert.Equal(deck.Id, again.Id);
            Assert.Equal(Imports.Dump(deck.Cards), Imports.Dump(again.Cards));
            Assert.Equal(Imports.Dump(deck.Questions), Imports.Dump(again.Questions));
        },
        iter: Iterations);

    [Fact]
    public void AnkiTextImportedIntoItsOwnDeckChangesNothing() => AnyDeck.Any.Sample(
        deck =>
        {
            var reading = Imports.Read("any.txt", DeckExport.Write(deck, DeckExportFormat.Anki), existing: deck);
            Assert.Empty(Imports.Lines(reading));
            Assert.True(DeckChanges.Between(deck, reading.Deck!).IsEmpty);
        },
        iter: Iterations / 4);

    [Theory]
    [InlineData(DeckExportFormat.Native, "yaml")]
    [InlineData(DeckExportFormat.Csv, "csv")]
    [InlineData(DeckExportFormat.Anki, "txt")]
    public void TheDecksOfTheRepositoryComeBack(DeckExportFormat format, string ending)
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(RepositoryDecks.Root, "decks")))
        {
            var deck = DeckReader.Read([.. Directory.GetFiles(folder, "*.yaml").Select(path => new DeckFile(path, File.ReadAllBytes(path)))]).Deck!;
            var again = Again(deck, format, $"again.{ending}");
            Assert.Equal(Imports.Dump(deck.Cards), Imports.Dump(again.Cards));
            Assert.Equal(Imports.Dump(deck.Questions), Imports.Dump(again.Questions));
            if (format != DeckExportFormat.Anki)
                AssertSame(deck, again);
        }
    }

    [Fact]
    public void ATableSurvivesTheLineEndsOfOtherSystems()
    {
        var csv = DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Csv);

        AssertSame(DeckSamples.Deck(), Imports.Good("deck.csv", csv.Replace("\r\n", "\n", StringComparison.Ordinal)));
        AssertSame(DeckSamples.Deck(), Imports.Good("deck.csv", csv.Replace("\r\n", "\r", StringComparison.Ordinal)));
        AssertSame(DeckSamples.Deck(), Imports.Read("deck.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)]).Deck!);
    }

    private static Deck Again(Deck deck, DeckExportFormat format, string name)
    {
        var reading = Imports.Read(name, DeckExport.Write(deck, format));
        Assert.Empty(Imports.Lines(reading));
        return reading.Deck!;
    }

    private static void AssertSame(Deck expected, Deck actual) => Assert.Equal(Imports.Dump(expected), Imports.Dump(actual));
}
