using System.Globalization;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks;

/// <summary>Every sentence that the deck reader says. Each names the thing, the rule and what to do.</summary>
internal static class DeckMessages
{
    private const int QuoteLength = 60;

    public const string NoFiles = "The deck has no YAML file. Add one that ends in .yaml.";
    public const string NoHeader =
        "No file has the header. Write id, title, subject, language, licence and source at the top of one file of the deck.";
    public const string NoCards = "The deck has no cards. Add at least one under 'cards:'.";
    public const string EmptyFile = "The file is empty. Write the deck's keys in it, or remove the file.";
    public const string Utf16 = "The file is saved as UTF-16. Save it as UTF-8.";
    public const string UnexpectedEnd =
        "The file ends in the middle of a list or a group of keys. Close the bracket or brace that opens here or above.";
    public const string SecondDocument = "A second document begins here. Remove the line '---' or '...': a deck file holds one document.";
    public const string Alias = "Aliases (*name) are not allowed. Write the text out.";
    public const string KeyIsNotText = "A key has to be a word, not a list or a group of keys. Write it as 'key: value'.";
    public const string TabIndent = "The line is indented with a tab. YAML allows only spaces there: replace the tab with spaces.";

    public static string NestedTooDeep { get; } =
        Text($"Lists and keys are nested more than {DeckLimits.Nesting} deep here, and the rest was not read. Check brackets and indentation.");

    public static string TooManyCards { get; } = Text($"The deck has more than {DeckLimits.Cards:N0} cards. Split it into several decks.");

    public static string TooManyQuestions { get; } =
        Text($"The deck has more than {DeckLimits.Questions:N0} questions. Split it into several decks.");

    public static string MoreProblems(int count) => Text($"{count:N0} more problems are not listed. Mend these first and check again.");

    public static string FileTooLarge(long bytes) =>
        Text($"The file has {bytes:N0} bytes; the limit is {DeckLimits.FileBytes:N0}. Split the deck into several files of one folder.");

    public static string NotUtf8(byte found) => Text($"The byte 0x{found:X2} is not valid UTF-8 here. Save the file as UTF-8.");

    public static string ControlCharacterInFile(char found) =>
        Text($"An invisible control character (U+{(int)found:X4}) stands here. Delete it.");

    public static string Anchor(string name) => $"Anchors are not allowed. Remove {Quote("&" + name)}, and write repeated text out.";

    public static string Tag(string tag) => $"Tags are not allowed. Remove {Quote(tag)}, and put the text in double quotes if it begins with '!'.";

    public static string DuplicateKey(string key, Place first) =>
        $"The key {Quote(key)} stands here a second time; the first is in line {first.Line}. Keep one of them.";

    /// <summary>Puts the parser's words into ours where its messages are known; a new wording of the package still gives a true sentence.</summary>
    public static string Syntax(string parserMessage)
    {
        if (Says("invalid mapping"))
            return "This is not valid YAML: a text that contains ': ' needs double quotes, and keys of one group need the same indentation.";
        if (Says("did not find expected key") || Says("did not find expected '-'"))
            return "This is not valid YAML: check that the line begins under its neighbours and that nothing follows a closing quote.";
        if (Says("quoted scalar"))
            return "This text in quotes is not closed, or holds a wrong escape. Close it with the same quote; inside it write \\\" and \\\\.";
        if (Says("cannot start any token"))
            return "A text cannot begin with this character. Put the text in double quotes.";
        return $"This is not valid YAML ({parserMessage.TrimEnd('.')}). Check quotes, brackets and indentation here.";

        bool Says(string words) => parserMessage.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    public static string NotAMap(string sort, string firstKey) => $"A {sort} has to be written as keys and values, beginning with '{firstKey}: ...'.";

    public static string UnknownKey(string key, string subject, IEnumerable<string> known, string? suggestion) => suggestion is null
        ? $"The {subject} has the unknown key {Quote(key)}. Known keys are {string.Join(", ", known)}."
        : $"The {subject} has the unknown key {Quote(key)}. Did you mean '{suggestion}'?";

    public static string MissingKey(string subject, string key) => $"The {subject} has no '{key}'. Add '{key}:' with its value.";

    public static string EmptyValue(string subject, string key) => $"The value of '{key}' of the {subject} is empty. Fill it in or remove the key.";

    public static string EmptyList(string subject, string key) => $"The list '{key}' of the {subject} is empty. Add at least one item.";

    public static string NotText(string subject, string key) =>
        $"The value of '{key}' of the {subject} has to be a text. Write it after the colon, in double quotes if it holds brackets or braces.";

    public static string NotAList(string subject, string key) =>
        $"The value of '{key}' of the {subject} has to be a list. Write each item in a line of its own after '- ', or all in brackets: [a, b].";

    public static string TooLong(string subject, string key, int length, int limit) =>
        Text($"The value of '{key}' of the {subject} has {length:N0} characters; the limit is {limit:N0}. Shorten it.");

    public static string NotOneLine(string subject, string key) => $"The value of '{key}' of the {subject} has several lines. Write it in one line.";

    public static string ControlCharacter(string subject, string key, char found) =>
        Text($"The value of '{key}' of the {subject} holds an invisible control character (U+{(int)found:X4}). Remove its escape.");

    public static string BadId(string id) =>
        Text($"{Quote(id)} is no id. Use 1 to {DeckLimits.IdLength} lower-case letters a to z, digits and single hyphens between them.");

    public static string DuplicateId(string sort, string id, Place first) =>
        $"The {sort} id {Quote(id)} is taken: it stands first in {first.File}, line {first.Line}. Give this {sort} an id of its own.";

    public static string ListedTwice(string id, string key) => $"{Quote(id)} stands twice in '{key}'. Remove one of them.";

    public static string UnknownWord(string word, string key, IEnumerable<string> known, string? suggestion) => suggestion is null
        ? $"{Quote(word)} is no value of '{key}'. Use one of {string.Join(", ", known)}."
        : $"{Quote(word)} is no value of '{key}'. Did you mean '{suggestion}'?";

    public static string BadLanguage(string language) => $"{Quote(language)} is no language tag. Write one such as en-GB.";

    public static string BadDate(string date) =>
        $"{Quote(date)} is no date that exists. Write 1950, 1950-02, 1950-02-14 or, if it is about that time, c. 1958.";

    public static string BadDifficulty(string subject, string found) =>
        Text($"The difficulty of the {subject} is {Quote(found)}. Write {DeckLimits.MinDifficulty} (easy) to {DeckLimits.MaxDifficulty} (hard).");

    public static string SecondHeader(string key, Place first) =>
        $"Only one file of a deck has the header, and {first.File}, line {first.Line} has it. Remove {Quote(key)} and its like here.";

    public static string TooManyPoints(string subject, int count) =>
        Text($"The {subject} has {count:N0} points, sub-points included; the limit is {DeckLimits.PointsOfCard}. Split the card.");

    public static string PointsTooDeep(string subject) =>
        Text($"The {subject} is nested deeper than {DeckLimits.PointDepth} points. Move it up.");

    public static string CorrectedWithoutCorrection(string subject) =>
        $"The {subject} says 'ask-corrected' but has no 'correction'. Add the correction, or choose another value of 'ask'.";

    public static string UnknownReference(string sort, string id, string? suggestion) => suggestion is null
        ? $"The deck has no {sort} {Quote(id)}. Write the id of a {sort} of this deck."
        : $"The deck has no {sort} {Quote(id)}. Did you mean '{suggestion}'?";

    public static string PointOfOtherCard(string point, string actualCard, string card) =>
        $"The point {Quote(point)} is on the card {Quote(actualCard)}, not on {Quote(card)}. Name one that is, or change 'card'.";

    public static string NeverAsk(string point) => $"The point {Quote(point)} is marked never-ask. Rest the question on another point.";

    public static string OwnEnemy(string question) => $"The question {Quote(question)} is its own enemy. Remove it from the list.";

    public static string TooManyOptions(string subject, int count) =>
        Text($"The {subject} has {count} options with the answer; {DeckLimits.MinOptions} to {DeckLimits.MaxOptions} fit. Remove distractors.");

    public static string TooManyItems(string subject, string key, int count, int limit) =>
        Text($"The list '{key}' of the {subject} has {count:N0} items; the limit is {limit:N0}. Remove some.");

    public static string TooFewItems(string subject, string key, int count, int limit) =>
        Text($"The list '{key}' of the {subject} has {count:N0} items; it needs at least {limit:N0}. Add some.");

    public static string BadNumber(string found, string key, int min, int max) =>
        Text($"{Quote(found)} is no value of '{key}'. Write a whole number from {min:N0} to {max:N0}.");

    public static string KeyOfOtherKind(string subject, string key, string kind) =>
        $"The {subject} is of kind '{kind}', which has no '{key}'. Remove the key, or choose another kind.";

    public static string NotOneBlank(string subject, int count) =>
        Text($"The prompt of the {subject} has {count} blanks; a gap has one. Write exactly one '{Question.Blank}' where the answer belongs.");

    public static string NoteAndNotes(string subject) => $"The {subject} has both 'note' and 'notes'. Put all of them into 'notes'.";

    public static string YearsReversed(string subject) => $"The {subject} ends before it begins. Let 'from' be the earlier year.";

    public static string SharedSpelling(string spelling, string name) =>
        $"The spelling {Quote(spelling)} belongs to {Quote(name)} already. A spelling can mean one name only: remove one of them.";

    public static string EqualOptions(string option, Place first) =>
        $"The option {Quote(option)} is the same as the one in line {first.Line}. Options of a question have to differ.";

    public static string NoTrueOption(QuestionId question) =>
        $"No option of the true-false question {Quote(question.Value)} is 'True'. Make it the answer or a distractor, written exactly so.";

    public static string NotTrueOrFalse(string option) =>
        $"The option {Quote(option)} is neither 'True' nor begins 'False: '. Write 'False: ' and a correction, in double quotes.";

    public static string OptionInOption(string option, string contained) =>
        $"The option {Quote(option)} contains the whole option {Quote(contained)}, so both may be right. Word one of them differently.";

    public static string PromptHasAnswer(QuestionId question, string answer) =>
        $"The prompt of {Quote(question.Value)} contains its answer {Quote(answer)}. Reword the prompt so that it gives nothing away.";

    public static string SamePrompt(QuestionId question, Place first) =>
        $"The question {Quote(question.Value)} in {first.File}, line {first.Line} has the same prompt. Reword one, or make them enemies.";

    /// <summary>A text of the file as part of a sentence: one line, not long.</summary>
    public static string Quote(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        if (line.Length <= QuoteLength)
            return $"'{line}'";
        var end = char.IsHighSurrogate(line[QuoteLength - 2]) ? QuoteLength - 2 : QuoteLength - 1;
        return $"'{line[..end]}…'";
    }

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
