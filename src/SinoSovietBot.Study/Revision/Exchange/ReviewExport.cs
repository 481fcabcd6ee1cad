using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Revision.Exchange;

/// <summary>A member's log as a file, written deck by deck. For one thread.</summary>
public abstract class ReviewExport : IDisposable
{
    private readonly int maxBytes;

    private protected ReviewExport(int maxBytes) => this.maxBytes = maxBytes;

    /// <summary>Begins a file.</summary>
    /// <param name="format">What kind of file.</param>
    /// <param name="maxBytes">The greatest size it may have.</param>
    public static ReviewExport Begin(ReviewExportFormat format, int maxBytes) =>
        format == ReviewExportFormat.Json ? new JsonReviews(maxBytes) : new CsvReviews(maxBytes);

    private protected MemoryStream Content { get; } = new();

    /// <summary>Reviews so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the reviews of a deck. False when the file would become too large: then it is of no use.</summary>
    /// <param name="deck">Which.</param>
    /// <param name="title">Its title; its id where nobody knows the deck any more.</param>
    /// <param name="reviews">Oldest first.</param>
    /// <param name="wordsOf">The front or question of something of the deck; null where it is gone.</param>
    public bool Add(DeckAddress deck, string title, ImmutableArray<Review> reviews, Func<ItemId, string?> wordsOf)
    {
        Open(deck, title);
        foreach (var review in reviews)
        {
            Write(deck, review, wordsOf(review.Shown));
            Count++;
            if (Content.Length > maxBytes)
                return false;
        }

        Close();
        return true;
    }

    /// <summary>The file; null when it has become too large.</summary>
    public ReadOnlyMemory<byte>? Finish()
    {
        End();
        if (Content.Length > maxBytes)
            return null;
        return Content.GetBuffer().AsMemory(0, (int)Content.Length);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Content.Dispose();

    private protected virtual void Open(DeckAddress deck, string title)
    {
    }

    private protected abstract void Write(DeckAddress deck, Review review, string? words);

    private protected virtual void Close()
    {
    }

    private protected abstract void End();
}

/// <summary>Kinds of files.</summary>
public enum ReviewExportFormat
{
    /// <summary>A table, UTF-8 with a byte order mark, by which spreadsheets know it.</summary>
    Csv,

    Json,
}
