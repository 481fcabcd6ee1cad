using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>
/// What is particular about messages where an answer has to be typed, and the form for it. Pure; everything that people or decks supply is escaped.
/// </summary>
internal static class TypedMessages
{
    /// <summary>The field of the form.</summary>
    public const string Field = "answer";

    /// <summary>In a class of fewer, a wrong answer is shown even if one member alone gave it.</summary>
    public const int SmallClass = 6;

    private const int MistakesShown = 3;
    private const int MistakeLength = 60;

    // Twenty long ideas would leave no room for the explanation.
    private const int IdeasLength = 1400;

    /// <summary>What to do, under an open question.</summary>
    public static string Invitation(MarkingKey key) => key.Form == AnswerForm.List
        ? string.Create(CultureInfo.InvariantCulture, $"Press **{Label(key)}**, or use `/quiz answer`. Only the first {Asked(key)} count.")
        : $"Press **{Label(key)}**, or use `/quiz answer`.";

    /// <summary>The button that opens the form.</summary>
    /// <param name="quiz">The quiz.</param>
    /// <param name="round">From 0.</param>
    /// <param name="message">The question's message, where the button stands elsewhere.</param>
    /// <param name="label">At most <see cref="DiscordLimits.ButtonLabel"/> characters.</param>
    public static ActionRow Buttons(QuizId quiz, int round, ulong? message, string label) =>
        new([new Button(label, new ComponentId.TypeAnswer(quiz, round, message).ToString()) { Style = ButtonStyle.Primary }]);

    /// <summary>What the button under a question says.</summary>
    public static string Label(MarkingKey key) =>
        key.Form == AnswerForm.List ? string.Create(CultureInfo.InvariantCulture, $"Name {Asked(key)}") : "Type your answer";

    /// <summary>The form, with the member's standing answer in it.</summary>
    /// <param name="quiz">In its asking phase, at a question that is typed.</param>
    /// <param name="key">The question's.</param>
    /// <param name="member">Whose form.</param>
    /// <param name="message">The question's message.</param>
    public static Form Form(QuizState quiz, MarkingKey key, MemberId member, ulong message)
    {
        string? standing = quiz.Answers.TryGetValue(member, out var answer) ? answer.Typed?.Raw : null;
        var field = AnswerField(key, quiz.Question.Prompt, standing);
        string title = string.Create(CultureInfo.InvariantCulture, $"Question {quiz.Round + 1} of {quiz.Questions.Length}");
        return new Form(new ComponentId.TypedAnswer(quiz.Id, quiz.Round, message).ToString(), title, [field]);
    }

    /// <summary>What an answer is typed into.</summary>
    /// <param name="key">Of the question.</param>
    /// <param name="prompt">What is asked, which stands above the field.</param>
    /// <param name="standing">What stands in it at first, or null.</param>
    public static TextField AnswerField(MarkingKey key, string prompt, string? standing)
    {
        bool isList = key.Form == AnswerForm.List;
        string label = isList ? string.Create(CultureInfo.InvariantCulture, $"Name {Asked(key)}, each on a line of its own") : "Your answer";
        string asked = Text.Cut(Text.OneLine(prompt), DiscordLimits.LabelDescription);
        return new TextField(Field, label)
        {
            Description = asked.Length == 0 ? null : asked,
            Paragraph = isList,
            MaxLength = isList ? QuizLimits.TypedListLength : QuizLimits.TypedLength,
            Value = standing,
        };
    }

    /// <summary>Adds the expected answer, how many had it, and what went wrong, to a reveal.</summary>
    public static void AppendReveal(StringBuilder body, QuizState quiz, MarkingKey key)
    {
        AppendExpected(body, key);
        var verdicts = quiz.Answers.Values.CountBy(answer => answer.Typed?.Verdict ?? Verdict.Wrong).ToDictionary();
        int right = verdicts.GetValueOrDefault(Verdict.Right);
        int partly = verdicts.GetValueOrDefault(Verdict.Partly);
        AppendCount(body, right, quiz.Answers.Count, "right");
        if (key.Form == AnswerForm.List)
            AppendCount(body, partly, quiz.Answers.Count, "partly right");
        AppendCount(body, quiz.Answers.Count - right - partly, quiz.Answers.Count, "wrong");
        AppendMistakes(body, quiz);
    }

    /// <summary>The expected answer in one line, unescaped.</summary>
    public static string Expected(MarkingKey key)
    {
        if (key.Form != AnswerForm.List)
            return key.Answer;
        string ideas = string.Join("; ", key.Items.Select(item => item.Text));
        return Asked(key) < key.Items.Length ? string.Create(CultureInfo.InvariantCulture, $"any {Asked(key)} of: {ideas}") : ideas;
    }

    /// <summary>Adds the expected answer; of a list, its ideas.</summary>
    public static void AppendExpected(StringBuilder body, MarkingKey key)
    {
        if (key.Form != AnswerForm.List)
        {
            body.Append("✅ **").Append(Markdown.Escape(key.Answer)).Append("**\n");
            return;
        }

        body.Append(Asked(key) < key.Items.Length ? string.Create(CultureInfo.InvariantCulture, $"✅ **Any {Asked(key)} of these:**\n") : "✅ **These:**\n");
        int left = IdeasLength;
        foreach (var (index, item) in key.Items.Index())
        {
            string idea = Markdown.Escape(item.Text);
            left -= idea.Length;
            if (left < 0)
            {
                body.Append(CultureInfo.InvariantCulture, $"… and {key.Items.Length - index} more\n");
                break;
            }

            body.Append("• ").Append(idea).Append('\n');
        }
    }

    private static void AppendCount(StringBuilder body, int count, int all, string what) =>
        body.Append('`').Append(QuizMessages.Bar(count, all)).Append("` ").Append(CultureInfo.InvariantCulture, $"{count} {what}\n");

    // Nobody is named, and what one member alone wrote in a class of some size would point at them.
    private static void AppendMistakes(StringBuilder body, QuizState quiz)
    {
        int least = quiz.Joined.Union(quiz.Answers.Keys).Count < SmallClass ? 1 : 2;
        var mistakes = quiz.Answers.Values
            .Where(answer => answer.Typed is { Verdict: Verdict.Wrong or Verdict.Vague })
            .GroupBy(answer => answer.Typed!.Normalised)
            .Where(group => group.Count() >= least)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MistakesShown)
            .Select(group => (Text: group.MinBy(answer => answer.Press).Typed!.Raw, Count: group.Count()))
            .Select(mistake => string.Create(CultureInfo.InvariantCulture, $"{TypedReplies.Quoted(mistake.Text, MistakeLength)} ×{mistake.Count}"))
            .ToList();
        if (mistakes.Count > 0)
            body.Append("Not right: ").AppendJoin(", ", mistakes).Append('\n');
    }

    /// <summary>How many ideas are asked for; 1 where it is no list.</summary>
    public static int Asked(MarkingKey key) => Math.Max(1, key.Count > 0 ? key.Count : key.Items.Length);
}
