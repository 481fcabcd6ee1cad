using System.Text;
using System.Text.Json;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exchange;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public class ReviewExportTests
{
    private const int Plenty = 1_000_000;

    private static readonly DeckAddress Deck = new(new DeckId("cold-war"), new ServerId(42));

    private static Review Review => new()
    {
        Item = new ItemId("question:q1"),
        Shown = new ItemId("question:q2"),
        At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, 7, TimeSpan.Zero),
        Day = new DateOnly(2026, 3, 2),
        Grade = Grade.Good,
        Kind = ReviewKind.Scheduled,
        Session = new SessionId(ulong.MaxValue),
        Before = new ItemMemory { Item = new ItemId("question:q1") },
        After = new ItemMemory
        {
            Item = new ItemId("question:q1"),
            State = new CardState { Phase = CardPhase.Review, Memory = new Memory(2.3065, 2.118104), Reviews = 1 },
            DueOn = new DateOnly(2026, 3, 4),
        },
        ElapsedDays = 0,
        Took = TimeSpan.FromSeconds(6.5),
        Marked = new MarkedAnswer("Mao, \"the\" Chairman", Verdict.Right, Overruled: true),
    };

    [Fact]
    public void ATableHasARowAReview()
    {
        string text = Written(ReviewExportFormat.Csv, "Who led China?", Review);

        Assert.Equal(
            "deck,at,day,item,shown,words,grade,kind,session,elapsed-days,took-ms,answer,verdict,overruled,phase-before,stability-before,"
                + "difficulty-before,phase-after,stability-after,difficulty-after,reviews,lapses,due\r\n"
                + "42/cold-war,2026-03-02T09:00:00.007Z,2026-03-02,question:q1,question:q2,Who led China?,3,scheduled,18446744073709551615,0,6500,"
                + "\"Mao, \"\"the\"\" Chairman\",right,true,new,,,review,2.3065,2.118104,1,0,2026-03-04\r\n",
            text);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    [InlineData("\t=1")]
    public void WhatLooksLikeAFormulaIsNotRunByASpreadsheet(string typed)
    {
        string text = Written(ReviewExportFormat.Csv, typed, Review with { Marked = new MarkedAnswer(typed, Verdict.Wrong, Overruled: false) });

        Assert.Equal(2, text.Split($"'{typed}").Length - 1);
    }

    [Fact]
    public void TheFormForProgramsSaysTheSame()
    {
        using var json = JsonDocument.Parse(Written(ReviewExportFormat.Json, "Wer führte <China>?", Review));
        var deck = json.RootElement.GetProperty("decks")[0];
        var review = deck.GetProperty("reviews")[0];

        Assert.Equal("42/cold-war", deck.GetProperty("deck").GetString());
        Assert.Equal("Cold War", deck.GetProperty("title").GetString());
        Assert.Equal("Wer führte <China>?", review.GetProperty("words").GetString());
        Assert.Equal("18446744073709551615", review.GetProperty("session").GetString());
        Assert.Equal("Mao, \"the\" Chairman", review.GetProperty("answer").GetString());
        Assert.Equal("2026-03-04", review.GetProperty("after").GetProperty("due").GetString());
        Assert.Equal(2.3065, review.GetProperty("after").GetProperty("stability").GetDouble());
    }

    [Theory]
    [InlineData(ReviewExportFormat.Csv)]
    [InlineData(ReviewExportFormat.Json)]
    public void AFileThatWouldBecomeTooLargeIsNone(ReviewExportFormat format)
    {
        using var large = ReviewExport.Begin(format, 20_000);
        bool fits = large.Add(Deck, "Cold War", [.. Enumerable.Repeat(Review, 1_000)], _ => "x");
        using var small = ReviewExport.Begin(format, 100);
        small.Add(Deck, "Cold War", [Review], _ => "x");

        Assert.False(fits);
        Assert.InRange(large.Count, 1, 500);
        Assert.Null(small.Finish());
    }

    [Theory]
    [InlineData(ReviewExportFormat.Csv)]
    [InlineData(ReviewExportFormat.Json)]
    public void SeveralDecksStandInOneFile(ReviewExportFormat format)
    {
        using var export = ReviewExport.Begin(format, Plenty);
        Assert.True(export.Add(Deck, "Cold War", [Review, Review], _ => null));
        Assert.True(export.Add(new DeckId("other"), "Other", [Review], _ => null));
        string text = Encoding.UTF8.GetString(export.Finish()!.Value.Span);

        Assert.Equal(3, export.Count);
        Assert.Equal(3, text.Split("question:q2").Length - 1);
        Assert.Contains("other", text, StringComparison.Ordinal);
    }

    private static string Written(ReviewExportFormat format, string words, Review review)
    {
        using var export = ReviewExport.Begin(format, Plenty);
        Assert.True(export.Add(Deck, "Cold War", [review], _ => words));
        var content = export.Finish()!.Value.Span;
        bool isMarked = content.StartsWith(Encoding.UTF8.Preamble);
        Assert.Equal(format == ReviewExportFormat.Csv, isMarked);
        return Encoding.UTF8.GetString(isMarked ? content[3..] : content);
    }
}
