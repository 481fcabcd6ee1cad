using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>The messages a channel sees of a quiz. Pure; everything that people or decks supply is escaped.</summary>
internal static class QuizMessages
{
    private const int Open = 0x5865F2;
    private const int Done = 0x57F287;
    private const int Quiet = 0x99AAB5;
    private const int BarLength = 10;

    /// <summary>The letter of an option: A to D.</summary>
    public static char Letter(int option) => (char)('A' + option);

    /// <summary>How large a part of all a count is.</summary>
    public static string Bar(int count, int all)
    {
        int filled = all == 0 ? 0 : (int)Math.Round((double)BarLength * count / all, MidpointRounding.AwayFromZero);
        return new string('█', filled) + new string('░', BarLength - filled);
    }

    /// <summary>The host's display name, escaped.</summary>
    public static string HostName(QuizState quiz) => NameOf(quiz, quiz.Host);

    /// <summary>A member's display name, escaped.</summary>
    public static string NameOf(QuizState quiz, MemberId member) => NameOf(quiz.Names.GetValueOrDefault(member, ""));

    /// <summary>Who is in, and the buttons that fit the phase.</summary>
    public static MessageContent Lobby(QuizState quiz)
    {
        // Half of what a title holds, because escaping may double it.
        string about = Markdown.EscapeLine(Text.Cut(quiz.Topic is null ? quiz.DeckTitle : $"{quiz.DeckTitle}: {quiz.Topic}", 120));
        string invitation = quiz.Phase switch
        {
            QuizPhase.Lobby => "Press **Join** to be counted in. The quiz starts when the host presses **Start now**, or by itself a while after it was opened.",
            QuizPhase.Ended => "This quiz is over.",
            _ => "The quiz has begun. You can still press **Join**: a question closes early once everyone who joined has answered it.",
        };
        string names = quiz.Joined.IsEmpty ? "Nobody yet" : NamesOf(quiz);
        var embed = new Embed
        {
            Title = $"Quiz: {about}",
            Description = $"{quiz.Questions.Length} {(quiz.Questions.Length == 1 ? "question" : "questions")}, hosted by {HostName(quiz)}.\n{invitation}",
            Color = quiz.Phase == QuizPhase.Lobby ? Open : Quiet,
            Fields = [new EmbedField(string.Create(CultureInfo.InvariantCulture, $"Joined ({quiz.Joined.Count})"), Text.Cut(names, DiscordLimits.EmbedFieldValue))],
        };
        return new MessageContent { Embeds = [embed], Rows = LobbyButtons(quiz) };
    }

    /// <summary>The open question.</summary>
    /// <param name="quiz">In its asking phase.</param>
    /// <param name="closes">When it closes.</param>
    /// <param name="again">Why it is posted again, or null.</param>
    public static MessageContent Round(QuizState quiz, DateTimeOffset closes, ReopenCause? again)
    {
        var question = quiz.Question;
        var body = new StringBuilder();
        body.Append("**").Append(Markdown.Escape(question.Prompt)).Append("**\n\n");
        for (int option = 0; option < question.Options.Length; option++)
            body.Append("**").Append(Letter(option)).Append("**  ").Append(Markdown.Escape(question.Options[option])).Append('\n');
        if (question.Key is { } key)
            body.Append(TypedMessages.Invitation(key)).Append('\n');
        body.Append(CultureInfo.InvariantCulture, $"\nCloses <t:{closes.ToUnixTimeSeconds()}:R>");
        var embed = new Embed { Title = Heading(quiz), Description = body.ToString(), Color = Open, Footer = Count(quiz) };
        return new MessageContent
        {
            Text = again is { } cause ? Reopened(quiz, cause) : "",
            Embeds = [embed],
            Rows =
            [
                question.Key is { } typed
                    ? TypedMessages.Buttons(quiz.Id, quiz.Round, message: null, TypedMessages.Label(typed))
                    : OptionButtons(quiz, (button, _) => button),
            ],
        };
    }

    /// <summary>The question with its answer, how many chose what, and why.</summary>
    public static MessageContent Reveal(QuizState quiz)
    {
        var question = quiz.Question;
        var body = new StringBuilder();
        body.Append("**").Append(Markdown.Escape(question.Prompt)).Append("**\n\n");
        if (question.Key is { } key)
            TypedMessages.AppendReveal(body, quiz, key);
        else
            AppendOptions(body, quiz);
        int correct = quiz.Answers.Values.Count(question.IsRight);
        var embed = new Embed
        {
            Title = Heading(quiz),
            Description = WithExplanation(body.ToString(), question),
            Color = Done,
            Footer = quiz.Answers.IsEmpty ? "Nobody answered." : string.Create(CultureInfo.InvariantCulture, $"{correct} of {quiz.Answers.Count} correct"),
        };
        return new MessageContent { Embeds = [embed], Rows = question.Key is null ? [ShownOptions(quiz)] : [] };
    }

    /// <summary>A revealed question with what explains it.</summary>
    /// <param name="revealed">What stands above the explanation, escaped.</param>
    /// <param name="question">The question.</param>
    public static string WithExplanation(string revealed, AskedQuestion question)
    {
        // Where there is not room for everything, the explanation gives way: nothing wrong is shown without its correction.
        string corrections = string.Concat(question.Corrections.Select(correction => $"\n\n📝 **Correction:** {Markdown.Escape(correction)}"));
        string explained = Text.Cut(
            $"{revealed}\n{Markdown.Escape(question.Explanation)}", Math.Max(1, DiscordLimits.EmbedDescription - corrections.Length));
        return Text.Cut(explained + corrections, DiscordLimits.EmbedDescription);
    }

    /// <summary>An option of a revealed question, in a line.</summary>
    public static string RevealedOption(AskedQuestion question, int option)
    {
        bool right = option == question.Right;
        string text = Markdown.Escape(question.Options[option]);
        return $"{(right ? "✅" : "▫️")} **{Letter(option)}**  {(right ? $"**{text}**" : text)}";
    }

    /// <summary>What the button of an option says.</summary>
    public static string OptionLabel(AskedQuestion question, int option) =>
        Text.Cut($"{Letter(option)} {Text.OneLine(question.Options[option])}", DiscordLimits.ButtonLabel);

    /// <summary>A question that was broken off.</summary>
    public static MessageContent Closed(QuizState quiz) => new()
    {
        Embeds =
        [
            new Embed
            {
                Title = Heading(quiz),
                Description = $"{Markdown.Escape(quiz.Question.Prompt)}\n\nThe quiz was stopped before this question closed, so it does not count.",
                Color = Quiet,
            },
        ],
    };

    /// <summary>What is left of a message whose question has been posted again.</summary>
    public static MessageContent Moved(QuizState quiz) => new()
    {
        Embeds = [new Embed { Title = Heading(quiz), Description = "This question is open again further down.", Color = Quiet }],
    };

    /// <summary>The podium, or why there is none.</summary>
    public static MessageContent End(QuizState quiz)
    {
        var places = Podium.Of(quiz);
        string opening = quiz.End switch
        {
            EndReason.Stopped when quiz.RevealedRounds == 0 => "The quiz was stopped. No question had closed yet, so nothing counts.",
            EndReason.Stopped => "The quiz was stopped. The rounds played count.",
            EndReason.NobodyJoined => "Nobody joined, so the quiz was closed. Use `/quiz start` to open another.",
            EndReason.Silence => string.Create(
                CultureInfo.InvariantCulture, $"{QuizLimits.SilentRounds} questions in a row had no answer, so the quiz was stopped. The rounds played count."),
            _ => "",
        };
        var body = new StringBuilder(opening);
        foreach (var place in places.Take(10))
            body.Append(body.Length == 0 ? "" : "\n").Append(PodiumLine(place, quiz.RevealedRounds));
        if (places.Length > 10)
            body.Append(CultureInfo.InvariantCulture, $"\n… and {places.Length - 10} more");
        if (places.IsEmpty && quiz.RevealedRounds > 0)
            body.Append(body.Length == 0 ? "" : "\n").Append("Nobody scored this time.");
        var embed = new Embed
        {
            Title = quiz.RevealedRounds == 0 ? "Quiz closed" : "Podium",
            Description = Text.Cut(body.ToString(), DiscordLimits.EmbedDescription),
            Color = places.IsEmpty ? Quiet : Done,
            Footer = Text.Cut(Text.OneLine(quiz.DeckTitle), 200) + Counting(quiz),
        };
        return new MessageContent
        {
            Embeds = [embed],
            Rows = quiz.RevealedRounds == 0
                ? []
                : [new ActionRow([new Button("My results", new ComponentId.MyResults(quiz.Id).ToString()) { Style = ButtonStyle.Primary }])],
        };
    }

    // Otherwise the podium and the leaderboard would differ without a word.
    private static string Counting(QuizState quiz) => quiz.EligibleRounds == quiz.RevealedRounds
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $" · {quiz.EligibleRounds} of {quiz.RevealedRounds} questions count for the leaderboard: it takes {QuizLimits.RankedMembers} who answer");

    /// <summary>For the host alone, when the channel cannot be written in any more.</summary>
    public static MessageContent ChannelLost(QuizState quiz) => new()
    {
        Text = $"Your quiz on **{Markdown.EscapeLine(quiz.DeckTitle)}** has ended: I can no longer write in <#{quiz.Channel.Value}>. "
            + "The rounds played are kept and count. Check that the channel exists and that I may view it, send messages and embed links there.",
    };

    private static string Heading(QuizState quiz) => Text.Cut(
        string.Create(CultureInfo.InvariantCulture, $"Question {quiz.Round + 1} of {quiz.Questions.Length} · {Markdown.EscapeLine(quiz.Question.Topic)}"),
        DiscordLimits.EmbedTitle);

    private static string Count(QuizState quiz)
    {
        int present = quiz.Joined.Union(quiz.Answers.Keys).Count;
        return present == 0
            ? "Nobody has answered yet"
            : string.Create(CultureInfo.InvariantCulture, $"{quiz.Answers.Count} of {present} answered");
    }

    private static string Reopened(QuizState quiz, ReopenCause cause)
    {
        string why = cause switch
        {
            ReopenCause.Restart => "I restarted.",
            ReopenCause.SavingFailed => "I had trouble saving.",
            _ => "The message of this question was deleted.",
        };
        string safe = quiz.Answers.Count switch
        {
            0 => "",
            1 => " The answer already given is safe.",
            _ => string.Create(CultureInfo.InvariantCulture, $" The {quiz.Answers.Count} answers already given are safe."),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{why} Question {quiz.Round + 1} is open again.{safe}");
    }

    private static string NameOf(string name) => Markdown.EscapeLine(name) is { Length: > 0 } shown ? shown : "somebody";

    private static string NamesOf(QuizState quiz) => string.Join(
        ", ",
        quiz.Joined.Select(member => NameOf(quiz, member)).Order(StringComparer.CurrentCultureIgnoreCase));

    private static ImmutableArray<ActionRow> LobbyButtons(QuizState quiz)
    {
        var join = new Button("Join", new ComponentId.Join(quiz.Id).ToString()) { Style = ButtonStyle.Success };
        var leave = new Button("Leave", new ComponentId.Leave(quiz.Id).ToString());
        var start = new Button("Start now", new ComponentId.StartNow(quiz.Id).ToString()) { Style = ButtonStyle.Primary };
        return quiz.Phase switch
        {
            QuizPhase.Lobby => [new ActionRow([join, leave, start])],
            QuizPhase.Ended => [],
            _ => [new ActionRow([join, leave])],
        };
    }

    private static ActionRow OptionButtons(QuizState quiz, Func<Button, int, Button> shape) => new(
    [
        .. Enumerable.Range(0, quiz.Question.Options.Length).Select(option => shape(
            new Button(
                OptionLabel(quiz.Question, option),
                new ComponentId.Answer(quiz.Id, quiz.Round, option).ToString()),
            option)),
    ]);

    private static ActionRow ShownOptions(QuizState quiz) => OptionButtons(quiz, (button, option) => button with
    {
        Disabled = true,
        Style = option == quiz.Question.Right ? ButtonStyle.Success : ButtonStyle.Secondary,
    });

    private static void AppendOptions(StringBuilder body, QuizState quiz)
    {
        var question = quiz.Question;
        for (int option = 0; option < question.Options.Length; option++)
        {
            int count = quiz.Answers.Values.Count(answer => answer.Option == option);
            body.Append(RevealedOption(question, option)).Append('\n');
            body.Append('`').Append(Bar(count, quiz.Answers.Count)).Append("` ").Append(CultureInfo.InvariantCulture, $"{count}\n");
        }
    }

    private static string PodiumLine(PodiumPlace place, int rounds)
    {
        // Bold, because "4. " would begin a list, and Discord numbers those by itself: a shared 4th place would be shown as 4 and 5.
        string medal = place.Place switch { 1 => "🥇", 2 => "🥈", 3 => "🥉", _ => string.Create(CultureInfo.InvariantCulture, $"**{place.Place}.**") };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{medal} **{NameOf(place.Name)}** {place.Score.Correct} of {rounds} correct · {place.Score.Time.TotalSeconds:0.0} s");
    }
}
