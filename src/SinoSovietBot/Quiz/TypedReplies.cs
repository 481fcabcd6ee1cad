using System.Globalization;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>What one person hears of an answer that they typed: never whether it is right, only where it is too vague to be. Pure.</summary>
internal static class TypedReplies
{
    public const string QuestionFinished = "That question has finished, so your answer was not counted.";

    public const string NotSaved = "Not saved, send it again: I had trouble writing that down, so it does not count yet.";

    public const string NothingOpen = "No question is open at the moment. When the next one has to be typed, use `/quiz answer` again.";

    public const string HasOptions = "This question is answered with the buttons under it.";

    public const string NothingTyped = "There is no letter and no digit in that, so nothing has changed.";

    private const string Changeable = "You can change it until the question closes.";
    private const int QuotedLength = 150;

    /// <summary>The reply to an answer that was sent.</summary>
    public static MessageContent For(QuizOutcome outcome, QuizId quiz) => outcome switch
    {
        QuizOutcome.TypedIn { Typed: { Verdict: Verdict.Vague } typed } answer => Hint(quiz, answer.Round, answer.Message, typed),
        QuizOutcome.TypedAlready { Typed: { Verdict: Verdict.Vague } typed } answer => Hint(quiz, answer.Round, answer.Message, typed),
        _ => new MessageContent { Text = Words(outcome) },
    };

    /// <summary>What somebody typed, in one line, escaped and in quotes.</summary>
    public static string Quoted(string typed, int length = QuotedLength) => $"‘{Markdown.EscapeLine(Text.Cut(Text.OneLine(typed), length))}’";

    /// <summary>What the marking has to say of an answer, once the question has closed.</summary>
    public static string Remark(Marking typed, int length)
    {
        string said = Said(typed);
        return said.Length == 0 ? "" : $", {Markdown.EscapeLine(Text.Cut(said, length))}";
    }

    /// <summary>The same unescaped; empty where there is nothing to say.</summary>
    public static string Said(Marking typed) => typed switch
    {
        { Rule: MarkingRule.ListIdeas, Note: null } => Found(typed),
        { Rule: MarkingRule.ListIdeas } => $"{Found(typed)}, {typed.Note}",
        { Verdict: Verdict.Vague } => $"on the way, but {typed.Note ?? "be more specific"}",
        _ => typed.Note ?? "",
    };

    private static string Found(Marking typed) => string.Create(CultureInfo.InvariantCulture, $"{typed.Right} of {typed.Asked}");

    private static string Words(QuizOutcome outcome) => outcome switch
    {
        QuizOutcome.TypedIn { Former: null } first => $"Locked in: {Quoted(first.Typed.Raw)}. {Changeable}",
        QuizOutcome.TypedIn { Former: { } former } change => $"Locked in: {Quoted(change.Typed.Raw)} instead of {Quoted(former)}. {Changeable}",
        QuizOutcome.TypedAlready same => $"Locked in already: {Quoted(same.Typed.Raw)}. {Changeable}",
        QuizOutcome.TypedLater later => $"Locked in already: {Quoted(later.By)}, which you sent after this one. {Changeable}",
        QuizOutcome.TooLong tooLong => string.Create(
            CultureInfo.InvariantCulture, $"An answer to this question has at most {tooLong.Max} characters, so nothing has changed. Please shorten it."),
        QuizOutcome.NothingTyped => NothingTyped,
        QuizOutcome.HasOptions => HasOptions,
        QuizOutcome.NothingOpen => NothingOpen,
        QuizOutcome.TooLate { By: { TotalSeconds: >= 0.05 and <= 3600 } by } late => string.Create(
            CultureInfo.InvariantCulture, $"Question {late.Round + 1} closed {by.TotalSeconds:0.#} s before you sent that. Your answer was not counted."),
        QuizOutcome.TooLate { By: not null } late => string.Create(
            CultureInfo.InvariantCulture, $"Question {late.Round + 1} closed before you sent that. Your answer was not counted."),
        QuizOutcome.NotSaved => NotSaved,
        _ => QuestionFinished,
    };

    private static MessageContent Hint(QuizId quiz, int round, PostedMessage message, Marking typed) => new()
    {
        Text = $"That is on the way: {Markdown.EscapeLine(typed.Note ?? "be more specific")}. "
            + $"For now {Quoted(typed.Raw)} stands, which is not enough. {Changeable}",
        Rows = [TypedMessages.Buttons(quiz, round, message.Id, "Change my answer")],
    };
}
