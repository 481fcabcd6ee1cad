using System.Globalization;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exchange;

namespace SinoSovietBot.Revision.Exchange;

/// <summary>What <c>/study export</c> and <c>/study import</c> say. Pure.</summary>
internal static class ExchangeMessages
{
    public const string NothingToExport = "There is nothing to export yet: your log has no review of that time. `/card` begins one.";

    public const string ExportTooLarge =
        "Your log is larger than the 10 MB that Discord takes. Export one deck at a time with the option *deck*, or the last months with *days*.";

    public const string NoPackage =
        "Attach an Anki package (.apkg), exported from Anki with ‘Include scheduling information’ ticked: only that holds your reviews.";

    public const string NotReached = "I could not read that file from Discord just now. Please try again.";

    /// <summary>The file.</summary>
    public static MessageContent Exported(int reviews, FileUpload file) => new()
    {
        Text = Line($"Your log: {reviews:N0} {(reviews == 1 ? "review" : "reviews")}, deck by deck, the oldest first. Only you see this."),
        Files = [file],
    };

    public static string TooLarge(long bytes) =>
        Line($"That file has {bytes:N0} bytes, and the limit is {ImportLimits.PackageBytes:N0}. Export it from Anki without media, or one deck alone.");

    /// <summary>The file was not read, for a reason that is a sentence of its own.</summary>
    public static string NotRead(string reason) => Text.Cut($"{Markdown.EscapeLine(reason)} Nothing was changed.", DiscordLimits.MessageText);

    public static string TooManyReviews(int count) => Line(
        $"The package would add {count:N0} reviews, and the limit is {AnkiHistory.MaxNewReviews:N0}. Export one deck of Anki alone. Nothing was changed.");

    /// <summary>What an import has added.</summary>
    /// <param name="title">The deck's title.</param>
    /// <param name="import">What was to be added.</param>
    /// <param name="added">How many reviews were.</param>
    /// <param name="style">How the member revises.</param>
    public static string Imported(string title, HistoryImport import, int added, RevisionStyle style)
    {
        string name = $"**{Markdown.EscapeLine(Text.Cut(title, DiscordLimits.SuggestionText))}**";
        if (import.Matched + import.Unmatched == 0)
            return "No entry of that package’s log is an answer that counts, so nothing was changed.";
        if (import.Matched == 0)
            return $"No note of that package is a card of {name}: neither its id nor its front is known there. Nothing was changed.";
        string matched = Line($"{Counted(import.Matched, "card")} of {name} {(import.Matched == 1 ? "has" : "have")} reviews in that package")
            + (import.Unmatched > 0 ? Line($"; {Counted(import.Unmatched, "other note")} {(import.Unmatched == 1 ? "is" : "are")} not in the deck.") : ".");
        if (import.Items.IsEmpty)
            return Line($"{matched} {Known(import.Known)} in your log already, so nothing was changed.");
        string known = import.Known > 0 ? Line($"; {import.Known:N0} were there already") : "";
        return Line($"{matched} Added: {Counted(added, "review")} from {Day(import.From)} to {Day(import.To)}{known}. ")
            + "What you know of them, and when they come back, is worked out anew. "
            + (style == RevisionStyle.Questions && import.Items.All(item => item.Memory.Item.Card is not null) ? OtherStyle : "`/card` shows what is due.");
    }

    private const string OtherStyle = "They are reviews of whole cards, and you revise questions: `/card by: cards` shows what is due.";

    private static string Known(int reviews) => reviews == 1 ? "Its only review is" : Line($"All {reviews:N0} reviews are");

    private static string Counted(int count, string thing) => Line($"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    private static string Day(DateTimeOffset? at) => Line($"<t:{at?.ToUnixTimeSeconds() ?? 0}:d>");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
