using System.Globalization;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Every sentence that an import says, beside those of the deck reader. Each names the thing, the rule and what to do.</summary>
internal static class ImportMessages
{
    public const string Json =
        "JSON cannot be read back, because it leaves out much of a deck. Export the deck with '--format native' or '--format csv' and import that.";

    public const string Empty = "The file is empty. Choose a file with cards in it.";
    public const string Nul = "The file is no text: it holds a NUL byte here. Choose a YAML, CSV, Anki or Quizlet file.";
    public const string WideWithoutMark = "The file looks like UTF-16 without a byte order mark. Save it as UTF-8.";
    public const string ReadAsUtf16 = "The file is UTF-16 and was read as such; UTF-8 is safer.";
    public const string HalfUtf16 = "The UTF-16 text is damaged here: half of a character is missing. Save the file as UTF-8.";
    public const string NoCards = "No card could be read. Check that every line has a front and a back, and that the format is the right one.";
    public const string NoFront = "The front is empty. Fill it in, or remove the line.";
    public const string NoBack = "The back is empty. Fill it in, or remove the line.";
    public const string OnlyMedia = "The card has nothing but pictures or sounds. Write what they show, or remove the card.";
    public const string ImageOcclusion = "Image occlusion cards are pictures with covered parts, and cannot be asked in text. Remove the note.";
    public const string NoCloze = "The cloze note has no deletion such as {{c1::1950}}. Mark one, or change the note's type.";
    public const string UnclosedQuote = "A double quote opens a cell here and is never closed. Close it, or double every quote inside the cell.";
    public const string TextAfterQuote = "A cell goes on after its closing quote. Put the whole cell in double quotes and double every quote inside it.";
    public const string NoCardNamed = "The row names no card. Write the card's id in the column 'card'.";
    public const string CardGone = "Every point of the card was left out, and so is the card.";

    public static string TooLarge(long bytes, int limit) => Text($"The file has {bytes:N0} bytes; the limit is {limit:N0}. Split it into several decks.");

    public static string NotUtf8(byte found, int line) =>
        Text($"The byte 0x{found:X2} in line {line:N0} is not valid UTF-8: the file was probably saved as Windows-1252. Save it as UTF-8.");

    public static string TooManyCards(int count) =>
        Text($"The file has {count:N0} cards; the limit is {DeckLimits.Cards:N0}. Split it into several decks.");

    public static string TooManyQuestions(int count) =>
        Text($"The file has {count:N0} questions; the limit is {DeckLimits.Questions:N0}. Split it into several decks.");

    public static string DeckTooLarge(long bytes) =>
        Text($"As a deck file this would have at least {bytes:N0} bytes; the limit is {DeckLimits.FileBytes:N0}. Split it into several decks.");

    public static string RestsOn(string question, string missing) =>
        $"The question {DeckMessages.Quote(question)} rests on {DeckMessages.Quote(missing)}, which was left out. Mend that first.";

    public static string SameFront(string front, int line) => Text($"The front {DeckMessages.Quote(front)} stands first in line {line:N0}. Keep one of the two.");

    public static string SameGuid(string guid, int line) => Text($"The guid {DeckMessages.Quote(guid)} stands first in line {line:N0}. Keep one of the two.");

    public static string OneColumn(char separator) =>
        $"The line has only one cell: there is no {Name(separator)} between front and back. Write 'front{Shown(separator)}back'.";

    public static string NoSeparator(string separator) =>
        $"The line lacks {separator} between term and definition. Add it, or remove the line.";

    public static string UnknownKind(string kind, IEnumerable<string> known) =>
        $"{DeckMessages.Quote(kind)} is no kind of row. Use one of {string.Join(", ", known)}.";

    public static string UnknownParent(string parent) =>
        $"There is no point {DeckMessages.Quote(parent)} above on the same card. Put the parent's row first.";

    public static string SecondHeader(int line) => Text($"A table has one row of kind 'deck', and line {line:N0} has it. Remove this one.");

    public static string OtherFronts(int count) =>
        Text($"{Count(count, "row")} {(count == 1 ? "has" : "have")} another topic or front than the first row of the card: the first counts.");

    public static string UnknownSeparator(string found) =>
        $"{DeckMessages.Quote(found)} is no separator. Use Comma, Semicolon, Tab, Space, Pipe, Colon or the character itself.";

    public static string BadColumn(string key, string found) => $"'#{key}' has to be the number of a column from 1, not {DeckMessages.Quote(found)}.";

    public static string OtherId(string id, string own) => $"The file names its deck '{own}', so the id '{id}' was not used.";

    public static string HeaderFilledIn(string id, string title) =>
        $"The file says little about the deck, so the id '{id}', the title '{title}' and a header were filled in. Change them in the deck file.";

    public static string Guessed(string term, string card) => $"Read as {term} between term and definition and {card} between cards.";

    public static string Warnings(int count) =>
        Text($"The check has {Count(count, "warning")} about this deck; 'deck check' lists {(count == 1 ? "it" : "them")}.");

    public static string MediaLeftOut(int count) => Text($"{Count(count, "picture or sound", "pictures and sounds")} {Were(count)} left out.");

    public static string MediaFilesLeftOut(int count) => Text($"The package's {Count(count, "media file")} {Were(count)} left out.");

    public static string Reversed(int count) => Text($"{Count(count, "note")} with cards in both directions became one card each.");

    public static string ClozeQuestions(int count) => Text($"{Count(count, "cloze deletion")} became {(count == 1 ? "a gap question" : "gap questions")}.");

    public static string ClozesWithoutQuestion(int count) =>
        Text($"{Count(count, "cloze deletion")} {(count == 1 ? "is" : "are")} on the card only: too long for a gap question, or beside a blank of the text's own.");

    public static string TopicsShortened(int count) => Text($"{Count(count, "topic")} {Were(count)} cut to {DeckLimits.TopicLength} characters.");

    public static string TagsDropped(int count) => Text($"{Count(count, "card")} had more than one tag; the first became the topic.");

    public static string LongBacks(int count) =>
        Text($"{Count(count, "paragraph")} of more than {DeckLimits.PointTextLength} characters {Were(count)} parted at the ends of sentences.");

    public static string HeaderRow(IEnumerable<string> cells) => $"The first line was taken for a heading: {string.Join(", ", cells)}.";

    public static string MoreColumns(int count) => Text($"{Count(count, "line")} had more than three cells; the others were left out.");

    public static string OldQuestions(int count) =>
        Text($"{Count(count, "question")} came from our own Anki export, which leaves out part of a question: the rest is as in the deck it updates.");

    public static string QuestionNotInDeck(string id) =>
        $"Anki text does not carry all of the question {DeckMessages.Quote(id)}. Import it into the deck it comes from, or use the native format.";

    private static string Were(int count) => count == 1 ? "was" : "were";

    private static string Count(int count, string one, string? many = null) =>
        count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {many ?? one + "s"}");

    private static string Name(char separator) => separator switch
    {
        '\t' => "tab",
        ',' => "comma",
        ';' => "semicolon",
        _ => $"'{separator}'",
    };

    private static string Shown(char separator) => separator == '\t' ? "<tab>" : separator.ToString();

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
