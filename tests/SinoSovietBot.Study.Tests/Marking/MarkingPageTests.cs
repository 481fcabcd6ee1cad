using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Marking;

/// <summary>The page that explains marking to teachers says what is true.</summary>
public sealed class MarkingPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryDecks.Root, "docs", "marking.md"));

    [Fact]
    public void EveryExampleOfThePageIsMarkedAsItSays()
    {
        var examples = Page.Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells is [_, _, _, "Right" or "Vague" or "Wrong", _])
            .ToList();

        Assert.True(examples.Count > 30, $"The page has {examples.Count} examples.");
        Assert.All(examples, cells =>
        {
            var marking = Marker.Mark(new MarkingKey { Form = AnswerForm.Text, Answer = cells[1] }, cells[2]);
            Assert.True(marking.Verdict.ToString() == cells[3], $"'{cells[2]}' for '{cells[1]}' is {marking.Verdict} by {marking.Rule}.");
        });
    }

    [Fact]
    public void ThePageNamesTheLimits()
    {
        foreach (var limit in new[] { MarkingLimits.TextLength, MarkingLimits.ListLength })
            Assert.Contains($"{limit:N0}", Page, StringComparison.Ordinal);
        Assert.Contains($"{MarkingLimits.ListPassPercent} %", Page, StringComparison.Ordinal);
    }
}
