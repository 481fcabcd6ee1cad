using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks.Admin;

/// <summary>What is said of imports. Pure.</summary>
internal static class ImportMessages
{
    public const string NoFile = "Attach a file: a deck in my own format, a CSV table, an Anki export or package, or text copied from Quizlet.";

    public const string NotReached = "I could not read that file from Discord just now. Please try again.";

    public const string Cancelled = "The import is cancelled. Nothing was changed.";

    public const string ConfirmedBefore = "That import was confirmed already, and counted once.";

    private const int Color = 0x5865F2;

    // All of it together fits an embed, even if every letter has to be escaped; the rest goes into a file.
    private const int ShownChanges = 3;
    private const int ShownProblems = 4;
    private const int ShownNotes = 3;
    private const int ChangeLength = 80;
    private const int ProblemLength = 120;
    private const int FileLength = 60;

    public static string TooLarge(long bytes, int limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"That file has {bytes:N0} bytes, and {limit:N0} are read. "
        + $"The limit is {ImportLimits.TextBytes:N0} bytes for text, and {ImportLimits.PackageBytes:N0} for Anki packages (.apkg).");

    /// <summary>The file itself cannot be had.</summary>
    public static string NotRead(string reason) => Markdown.EscapeLine(reason);

    /// <summary>The name cannot become an id.</summary>
    public static string NoId(string typed) =>
        $"“{Markdown.EscapeLine(Text.Cut(typed, 100))}” cannot be the name of a deck. Write letters a to z or digits, such as *cold-war*.";

    /// <summary>Nothing can be used.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="rejected">Why.</param>
    /// <param name="notes">What else there is to say.</param>
    public static MessageContent Unusable(string file, ImmutableArray<DeckProblem> rejected, ImmutableArray<string> notes)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Nothing in {FileName(file)} can be used, so nothing was changed.\n");
        AppendProblems(text, rejected);
        AppendNotes(text, notes);
        return Message($"Import of {FileName(file)}", text, IsLong(rejected, notes) ? [Report(null, rejected, notes)] : []);
    }

    /// <summary>What an import would do, and the buttons that decide.</summary>
    /// <param name="preview">What it would do.</param>
    /// <param name="import">What waits for Confirm; null when there is nothing to confirm.</param>
    /// <param name="again">Whether the deck has changed since it was shown before.</param>
    public static MessageContent Preview(ShownImport preview, WaitingId? import, bool again = false)
    {
        var text = new StringBuilder();
        if (again)
            text.Append("⚠️ **The deck was changed since this import was shown, so nothing is stored yet.** This is what it would do now:\n\n");
        if (preview.From is { } from)
            text.Append(CultureInfo.InvariantCulture, $"{FileName(from.File)}, read as {Name(from.Format)}, ");
        text.Append(What(preview)).Append("\n\n");
        AppendChanges(text, "Added", Added(preview.Changes));
        AppendChanges(text, "Changed", preview.Changes.Changed);
        AppendChanges(text, "Removed", preview.Changes.Removed);
        if (preview.Changes.IsEmpty)
            text.Append("Nothing would change: the deck is like this already.\n");
        AppendProblems(text, preview.Rejected);
        AppendNotes(text, preview.Notes);
        bool isLong = IsLong(preview.Rejected, preview.Notes) || new[] { preview.Changes.Added, preview.Changes.Changed, preview.Changes.Removed }
            .Any(changes => changes.Length > ShownChanges);
        if (isLong)
            text.Append("\nAll of it is in the file.");
        if (import is not null)
            text.Append("\nNothing is stored until you press **Confirm**, within an hour.");
        ImmutableArray<FileUpload> report = isLong ? [Report(preview.Changes, preview.Rejected, preview.Notes)] : [];
        var message = Message($"Import: {Markdown.EscapeLine(preview.Title)}", text, report);
        return import is { } waiting ? message with { Rows = [Decision(waiting)] } : message;
    }

    /// <summary>It is stored.</summary>
    public static MessageContent Confirmed(string title, DeckId deck, int revision, DeckChanges changes) => new()
    {
        Text = $"✅ **{Markdown.EscapeLine(title)}** is stored: {Sums(changes)}. `/quiz start` and `/deck browse` have it, in this server only.",
        Rows = revision > 1 ? [new ActionRow([DeckAdminMessages.UndoButton(deck, revision)])] : [],
    };

    private static MessageContent Message(string title, StringBuilder text, ImmutableArray<FileUpload> files) => new()
    {
        Embeds =
        [
            new Embed
            {
                Title = Text.Cut(title, DiscordLimits.EmbedTitle),
                Description = Text.Cut(text.ToString(), DiscordLimits.EmbedDescription),
                Color = Color,
            },
        ],
        Files = files,
        Ephemeral = true,
    };

    private static ActionRow Decision(WaitingId import) => new(
    [
        new Button("Confirm", new ComponentId.ConfirmImport(import).ToString()) { Style = ButtonStyle.Success },
        new Button("Cancel", new ComponentId.CancelImport(import).ToString()),
    ]);

    private static string What(ShownImport preview)
    {
        string deck = $"**{Markdown.EscapeLine(preview.Title)}** (id {Markdown.EscapeLine(preview.Deck.Value)})";
        if (preview.IsNew)
            return $"becomes the new deck {deck}, seen in this server only.";
        return preview.Mode == ImportMode.Replace
            ? $"replaces {deck}: what the file does not hold is removed."
            : $"updates {deck}: what the file does not hold stays.";
    }

    private static void AppendChanges(StringBuilder text, string heading, ImmutableArray<DeckChange> changes)
    {
        if (changes.IsEmpty)
            return;
        text.Append(CultureInfo.InvariantCulture, $"**{heading}:** {Sum(changes)}\n");
        foreach (var change in changes.Take(ShownChanges))
            text.Append("- ").Append(Markdown.EscapeLine(Text.Cut(change.Text, ChangeLength))).Append('\n');
        if (changes.Length > ShownChanges)
            text.Append("- …\n");
    }

    private static void AppendProblems(StringBuilder text, ImmutableArray<DeckProblem> problems)
    {
        if (problems.IsEmpty)
            return;
        text.Append(CultureInfo.InvariantCulture, $"**Rejected:** {problems.Length:N0}\n");
        foreach (var problem in problems.Take(ShownProblems))
        {
            text.Append(CultureInfo.InvariantCulture, $"- line {problem.Line}: ")
                .Append(Markdown.EscapeLine(Text.Cut(problem.Message, ProblemLength))).Append('\n');
        }

        if (problems.Length > ShownProblems)
            text.Append("- …\n");
    }

    private static void AppendNotes(StringBuilder text, ImmutableArray<string> notes)
    {
        foreach (string note in notes.Take(ShownNotes))
            text.Append("ℹ️ ").Append(Markdown.EscapeLine(Text.Cut(note, ProblemLength))).Append('\n');
    }

    private static bool IsLong(ImmutableArray<DeckProblem> rejected, ImmutableArray<string> notes) =>
        rejected.Length > ShownProblems || notes.Length > ShownNotes
        || rejected.Any(problem => problem.Message.Length > ProblemLength) || notes.Any(note => note.Length > ProblemLength);

    // In a file markdown means nothing, so nothing is escaped there.
    private static FileUpload Report(DeckChanges? changes, ImmutableArray<DeckProblem> rejected, ImmutableArray<string> notes)
    {
        var lines = new List<string>();
        if (changes is not null)
        {
            foreach (var (heading, list) in new[] { ("added", changes.Added), ("changed", changes.Changed), ("removed", changes.Removed) })
                lines.AddRange(list.Select(change => $"{heading} {Thing(change.Part)} {change.Id}: {change.Text}"));
        }

        lines.AddRange(rejected.Select(problem => $"rejected {problem}"));
        lines.AddRange(notes.Select(note => $"note: {note}"));
        return DeckAdminMessages.PlainText("import.txt", lines);
    }

    // That a new deck has a heading goes without saying.
    private static ImmutableArray<DeckChange> Added(DeckChanges changes) => changes.Added.RemoveAll(change => change.Part == DeckPart.Header);

    private static string Sums(DeckChanges changes)
    {
        (string Word, ImmutableArray<DeckChange> Changes)[] all = [("added", Added(changes)), ("changed", changes.Changed), ("removed", changes.Removed)];
        return string.Join("; ", all.Where(sort => !sort.Changes.IsEmpty).Select(sort => $"{Sum(sort.Changes)} {sort.Word}"));
    }

    private static string Sum(ImmutableArray<DeckChange> changes) => string.Join(", ", changes
        .CountBy(change => change.Part)
        .OrderBy(part => part.Key)
        .Select(part => part.Key == DeckPart.Header ? Thing(part.Key) : BrowseMessages.Counted(part.Value, Thing(part.Key))));

    private static string Thing(DeckPart part) => part switch
    {
        DeckPart.Header => "heading",
        DeckPart.Card => "card",
        DeckPart.Point => "point",
        _ => "question",
    };

    private static string FileName(string file) => $"**{Markdown.EscapeLine(Text.Cut(file, FileLength))}**";

    private static string Name(ImportFormat format) => format switch
    {
        ImportFormat.Csv => "a CSV table",
        ImportFormat.AnkiText => "Anki's text",
        ImportFormat.AnkiPackage => "an Anki package",
        ImportFormat.Quizlet => "text from Quizlet",
        _ => "my own format",
    };
}
