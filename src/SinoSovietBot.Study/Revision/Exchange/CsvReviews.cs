using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;

namespace SinoSovietBot.Study.Revision.Exchange;

/// <summary>The table form: a row a review.</summary>
internal sealed class CsvReviews : ReviewExport
{
    /// <summary>Programs rely on them (docs/revision.md): add at the end, never change.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "deck", "at", "day", "item", "shown", "words", "grade", "kind", "session", "elapsed-days", "took-ms", "answer", "verdict", "overruled",
        "phase-before", "stability-before", "difficulty-before", "phase-after", "stability-after", "difficulty-after", "reviews", "lapses", "due",
    ];

    private readonly StreamWriter text;
    private readonly CsvWriter csv;

    public CsvReviews(int maxBytes)
        : base(maxBytes)
    {
        text = new StreamWriter(Content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        csv = CsvWriter.Create(text, DeckCsv.Options, leaveOpen: true);
        csv.WriteHeader([.. Columns]);
    }

    private protected override void Write(DeckAddress deck, Review review, string? words) => csv.WriteRecord(
    [
        deck.ToString(),
        ReviewWords.Time(review.At),
        ReviewWords.Day(review.Day),
        review.Item.Value,
        review.Shown.Value,
        CsvCell.Marked(words ?? ""),
        Number((int)review.Grade),
        ReviewWords.Of(review.Kind),
        review.Session is { } session ? session.Value.ToString(CultureInfo.InvariantCulture) : "",
        Number(review.ElapsedDays),
        Number((int)review.Took.TotalMilliseconds),
        CsvCell.Marked(review.Marked?.Text ?? ""),
        review.Marked is { } marked ? ReviewWords.Of(marked.Verdict) : "",
        review.Marked is { } told ? (told.Overruled ? "true" : "false") : "",
        ReviewWords.Of(review.Before.State.Phase),
        Number(review.Before.State.Memory?.Stability),
        Number(review.Before.State.Memory?.Difficulty),
        ReviewWords.Of(review.After.State.Phase),
        Number(review.After.State.Memory?.Stability),
        Number(review.After.State.Memory?.Difficulty),
        Number(review.After.State.Reviews),
        Number(review.After.State.Lapses),
        ReviewWords.Due(review.After),
    ]);

    private protected override void End()
    {
        csv.Flush();
        text.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        csv.Dispose();
        text.Dispose();
        base.Dispose(disposing);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
