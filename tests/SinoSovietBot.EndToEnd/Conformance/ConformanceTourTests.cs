using Xunit;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The report against what a tour through the whole playground meets.</summary>
public sealed class ConformanceTourTests(ConformanceTour tour) : IClassFixture<ConformanceTour>
{
    [Fact]
    public void EveryCallThatThePlaygroundServesToABotIsMadeWithSuccess()
    {
        var description = DiscordDescription.OrSkip();
        Assert.NotEmpty(tour.Served);
        Assert.DoesNotContain(tour.Served, call => !tour.Succeeded(description, call));
    }

    [Fact]
    public void EveryTableOfPayloadsIsMet()
    {
        var tables = DiscordDescription.OrSkip().Gateway.All.Select(table => ConformancePage.Cell(table.Payload));
        Assert.Equal(tables.Order(StringComparer.Ordinal), MetPayloads().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatATourSendsOverTheGatewayIsValid()
    {
        DiscordDescription.OrSkip();
        Assert.Empty(tour.Sent.Faults);
    }

    [Fact]
    public void TheReportHasARowForAllThatIsServedAndNoOther()
    {
        DiscordDescription.OrSkip();
        Assert.SkipWhen(ConformancePage.IsBeingWritten, "The report is being written by this run.");
        var met = tour.Seen!.Calls.Concat(MetPayloads()).ToHashSet(StringComparer.Ordinal);
        var missing = met.Except(ConformancePage.Committed).Select(row => $"missing: {row}");
        var surplus = ConformancePage.Committed.Except(met).Select(row => $"surplus: {row}");
        Assert.True(met.SetEquals(ConformancePage.Committed), $"{string.Join('\n', missing.Concat(surplus))}\n{ConformancePage.HowToWrite}");
    }

    [Fact]
    public void TheReportTellsOfNoViolation()
    {
        DiscordDescription.OrSkip();
        Assert.SkipWhen(ConformancePage.IsBeingWritten, "The report is being written by this run.");
        Assert.Contains($"; {ConformancePage.Violations(0)}.", ConformancePage.Text, StringComparison.Ordinal);
    }

    private IEnumerable<string> MetPayloads() => tour.Seen!.Payloads.Concat(tour.Sent.Payloads).Select(ConformancePage.Cell);
}
