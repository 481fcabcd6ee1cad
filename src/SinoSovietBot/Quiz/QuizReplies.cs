using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>What one person hears of a quiz. Pure.</summary>
internal static class QuizReplies
{
    public const string NoQuizHere = "No quiz is running in this channel.";

    public const string QuizOver = "That quiz is over.";

    public const string QuestionFinished = "That question has finished, so your tap was not counted.";

    public const string MayNotStart =
        "Only teachers can start a quiz: it takes the **Manage Messages** permission in this channel. Ask a teacher, or somebody who runs the server.";

    public const string MayNotStop = "Only the host of this quiz, or somebody with **Manage Messages**, can stop it.";

    public const string KeptGoing = "The quiz goes on.";

    public const string NotSaved = "Not saved, press again: I had trouble writing that down, so it does not count yet.";

    private const int ResultsPerPage = 8;

    // The last of them fit an embed with a page of questions that are all as long as a deck allows, and all markdown.
    private static readonly ResultLengths[] Lengths =
        [new(DeckLimits.PromptLength, DeckLimits.OptionLength, 200), new(110, 55, 55), new(50, 40, 30)];

    /// <summary>The reply to the press of a button.</summary>
    public static string For(QuizOutcome outcome) => outcome switch
    {
        QuizOutcome.Recorded recorded => $"Locked in: {QuizMessages.Letter(recorded.Option)}. You can change it until it closes.",
        QuizOutcome.Changed changed =>
            $"Locked in: {QuizMessages.Letter(changed.To)} instead of {QuizMessages.Letter(changed.From)}. You can change it until it closes.",
        QuizOutcome.Unchanged same => $"Locked in already: {QuizMessages.Letter(same.Option)}. You can change it until it closes.",
        QuizOutcome.Overtaken earlier =>
            $"Locked in already: {QuizMessages.Letter(earlier.By)}, which you pressed after this one. You can change it until it closes.",
        QuizOutcome.TooLate late => TooLate(late),
        QuizOutcome.NotAsked => QuestionFinished,
        QuizOutcome.Joined joined => string.Create(CultureInfo.InvariantCulture, $"You are in. {joined.Members} joined so far. Good luck!"),
        QuizOutcome.AlreadyJoined => "You are in already.",
        QuizOutcome.Left => "You are out. You can join again until the quiz ends.",
        QuizOutcome.NotJoined => "You had not joined.",
        QuizOutcome.Started => "Here we go.",
        QuizOutcome.AlreadyStarted => "The quiz has begun already.",
        QuizOutcome.NotAllowed => "Only the host, or somebody with **Manage Messages**, can do that.",
        QuizOutcome.Stopped => "The quiz is stopped. The rounds played count.",
        QuizOutcome.NotSaved => NotSaved,
        _ => QuizOver,
    };

    /// <summary>The host's confirmation that the lobby is open.</summary>
    public static string Opened(QuizState quiz, int wanted)
    {
        string fewer = quiz.Questions.Length < wanted
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" It has {quiz.Questions.Length} {(quiz.Questions.Length == 1 ? "question" : "questions")} instead of {wanted}: "
                + $"there are no more to ask here.")
            : "";
        return $"The lobby is open. Press **Start now** there once everyone is in; press **Join** too if you want to play yourself.{fewer}";
    }

    public static string UnknownDeck(string typed, IEnumerable<string> titles)
    {
        string known = string.Join(", ", titles.Take(10).Select(Markdown.EscapeLine));
        return known.Length == 0
            ? "I have no decks yet. The person who runs me can add one to my decks folder."
            : Text.Cut($"I have no deck called “{Markdown.EscapeLine(Text.Cut(typed, 100))}”. I have: {known}.", DiscordLimits.MessageText);
    }

    public static string UnknownTopic(string typed, IEnumerable<string> topics) => Text.Cut(
        $"That deck has no topic “{Markdown.EscapeLine(Text.Cut(typed, 100))}”. It has: {string.Join(", ", topics.Take(25).Select(Markdown.EscapeLine))}.",
        DiscordLimits.MessageText);

    /// <summary>Says that there are no questions, or which types of them there are.</summary>
    public static string NothingToAsk(string title, string? topic, IEnumerable<string> types)
    {
        string about = topic is null ? "" : $" on **{Markdown.EscapeLine(topic)}**";
        string known = string.Join(", ", types.Select(type => $"`{type}`"));
        return known.Length == 0
            ? $"The deck **{Markdown.EscapeLine(title)}** has no questions{about} to ask here."
            : $"The deck **{Markdown.EscapeLine(title)}** has no questions of that type{about}. It has: {known}.";
    }

    public static string QuestionsOutOfRange(long asked) => string.Create(
        CultureInfo.InvariantCulture, $"A quiz has from {QuizLimits.MinQuestions} to {QuizLimits.MaxQuestions} questions, not {asked}.");

    public static string TimeOutOfRange(long asked) => string.Create(
        CultureInfo.InvariantCulture, $"A question can stay open from {QuizLimits.MinSeconds} to {QuizLimits.MaxSeconds} seconds, not {asked}.");

    public static string AlreadyRunning(QuizState running) =>
        $"A quiz on **{Markdown.EscapeLine(running.DeckTitle)}** is running in this channel. Wait for it to end, or use `/quiz stop`.";

    public static string MissingPermissions(IEnumerable<string> names) =>
        $"I cannot run a quiz in this channel: I lack {string.Join(", ", names.Select(name => $"**{name}**"))} here. "
        + "Somebody who runs the server can give it to me in the channel's settings, under Permissions.";

    /// <summary>Asks whether to stop.</summary>
    public static MessageContent ConfirmStop(QuizState quiz) => new()
    {
        Text = string.Create(
            CultureInfo.InvariantCulture,
            $"End the quiz on **{Markdown.EscapeLine(quiz.DeckTitle)}** after {quiz.RevealedRounds} of {quiz.Questions.Length} questions? "
            + $"The rounds played are kept and count; an open question does not."),
        Rows =
        [
            new ActionRow(
            [
                new Button("End, keep scores", new ComponentId.ConfirmStop(quiz.Id).ToString()) { Style = ButtonStyle.Danger },
                new Button("Keep going", new ComponentId.CancelStop(quiz.Id).ToString()),
            ]),
        ],
    };

    /// <summary>Where a quiz stands.</summary>
    public static string Status(QuizState quiz)
    {
        string about = $"**{Markdown.EscapeLine(quiz.DeckTitle)}**{(quiz.Topic is null ? "" : $", {Markdown.EscapeLine(quiz.Topic)}")}";
        string stand = quiz.Phase switch
        {
            QuizPhase.Lobby => "in the lobby: press **Join** there.",
            QuizPhase.Asking when quiz.RoundMessage is { } message => string.Create(
                CultureInfo.InvariantCulture,
                $"at question {quiz.Round + 1} of {quiz.Questions.Length}, "
                + $"closing <t:{(message.At + quiz.Question.Time).ToUnixTimeSeconds()}:R>; {quiz.Answers.Count} answered."),
            QuizPhase.Asking => string.Create(CultureInfo.InvariantCulture, $"at question {quiz.Round + 1} of {quiz.Questions.Length}."),
            QuizPhase.Revealed => string.Create(
                CultureInfo.InvariantCulture, $"between questions {quiz.Round + 1} and {quiz.Round + 2} of {quiz.Questions.Length}."),
            _ => "over.",
        };
        var names = quiz.Joined.Select(member => QuizMessages.NameOf(quiz, member)).Order(StringComparer.CurrentCultureIgnoreCase);
        string who = quiz.Joined.IsEmpty ? "Nobody has joined yet." : $"Joined: {string.Join(", ", names)}.";
        return Text.Cut($"The quiz on {about} is {stand}\nHosted by {QuizMessages.HostName(quiz)}. {who}", DiscordLimits.MessageText);
    }

    /// <summary>A page of a member's own answers.</summary>
    public static MessageContent Results(QuizId quiz, MemberResults results, int page)
    {
        int pages = Math.Max(1, (results.Rounds.Length + ResultsPerPage - 1) / ResultsPerPage);
        int shown = Math.Clamp(page, 0, pages - 1);
        string body = Lengths.Select(lengths => ResultsText(results, shown, lengths)).First(text => text.Length <= DiscordLimits.EmbedDescription);
        var embed = new Embed
        {
            Title = Text.Cut($"My results · {Markdown.EscapeLine(results.DeckTitle)}", DiscordLimits.EmbedTitle),
            Description = body,
            Color = 0x5865F2,
            Footer = pages > 1 ? string.Create(CultureInfo.InvariantCulture, $"Page {shown + 1} of {pages}") : null,
        };
        return new MessageContent { Embeds = [embed], Rows = Paging.Row(shown, pages, target => new ComponentId.ResultsPage(quiz, target)), Ephemeral = true };
    }

    private static string ResultsText(MemberResults results, int page, ResultLengths lengths)
    {
        int correct = results.Rounds.Count(round => round.IsRight);
        var body = new StringBuilder();
        if (results.Rounds.All(round => round.Answer is null))
            body.Append("**You did not take part.** These were the answers:\n");
        else
            body.Append(CultureInfo.InvariantCulture, $"**{correct} of {results.Rounds.Length} correct**\n");
        foreach (var (index, round) in results.Rounds.Index().Skip(page * ResultsPerPage).Take(ResultsPerPage))
            AppendRound(body, index, round, lengths);
        return body.ToString();
    }

    private static void AppendRound(StringBuilder body, int index, MemberRound round, ResultLengths lengths)
    {
        string Option(int option) => Markdown.Escape(Text.Cut(round.Question.Options[option], lengths.Answer));
        var question = round.Question;
        string mark = round.IsRight ? "✅" : round.Answer is null ? "➖" : "❌";
        body.Append(CultureInfo.InvariantCulture, $"\n{mark} **{index + 1}.** {Markdown.Escape(Text.Cut(question.Prompt, lengths.Prompt))}\n");
        body.Append(round.Answer switch
        {
            { Typed: { } typed } => $"You: {TypedReplies.Quoted(typed.Raw, lengths.Answer)}{TypedReplies.Remark(typed, lengths.Note)}",
            { Option: { } option } => $"You: {Option(option)}",
            _ => "You did not answer",
        });
        if (round.Answer is { Response: var response })
            body.Append(CultureInfo.InvariantCulture, $" ({response.TotalSeconds:0.0} s)");
        if (!round.IsRight)
        {
            body.Append("\nRight: ").Append(question.Key is { } key
                ? Markdown.EscapeLine(Text.Cut(TypedMessages.Expected(key), lengths.Answer * 2))
                : Option(question.Right));
        }

        body.Append('\n');
    }

    private static string TooLate(QuizOutcome.TooLate late)
    {
        if (late.By is not { } by)
            return QuestionFinished;
        return by.TotalSeconds is >= 0.05 and <= 3600
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Question {late.Round + 1} closed {by.TotalSeconds:0.#} s before your tap. Your answer was not counted.")
            : string.Create(CultureInfo.InvariantCulture, $"Question {late.Round + 1} closed before your tap. Your answer was not counted.");
    }

    /// <summary>How much of a text is shown.</summary>
    private readonly record struct ResultLengths(int Prompt, int Answer, int Note);
}
