using System.Globalization;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Interactions;

/// <summary>
/// What a button, a menu or a form means; a closed family. All state is in the custom id, or in the database under an id that stands there, so that it
/// works after a restart. Written as <c>1:letter:argument:…</c>, at most 100 characters; the 1 is the version.
/// </summary>
public abstract partial record ComponentId
{
    private const string Version = "1";

    private ComponentId()
    {
    }

    /// <summary>The answer to a press or a choice edits the message that holds the button or menu.</summary>
    public virtual bool EditsInPlace => false;

    public sealed record Join(QuizId Quiz) : ComponentId;

    public sealed record Leave(QuizId Quiz) : ComponentId;

    public sealed record StartNow(QuizId Quiz) : ComponentId;

    /// <param name="Quiz">The quiz.</param>
    /// <param name="Round">From 0.</param>
    /// <param name="Option">From 0.</param>
    public sealed record Answer(QuizId Quiz, int Round, int Option) : ComponentId;

    /// <summary>Opens the form for an answer that has to be typed.</summary>
    /// <param name="Quiz">The quiz.</param>
    /// <param name="Round">From 0.</param>
    /// <param name="Message">The message of the question, where the button stands elsewhere; null on that message itself.</param>
    public sealed record TypeAnswer(QuizId Quiz, int Round, ulong? Message) : ComponentId;

    /// <summary>The form that <see cref="TypeAnswer"/> opens.</summary>
    public sealed record TypedAnswer(QuizId Quiz, int Round, ulong Message) : ComponentId;

    /// <summary>On the podium, for everyone: shows the presser's own answers.</summary>
    public sealed record MyResults(QuizId Quiz) : ComponentId;

    /// <summary>Turns the pages of one's own answers.</summary>
    public sealed record ResultsPage(QuizId Quiz, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    public sealed record ConfirmStop(QuizId Quiz) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    public sealed record CancelStop(QuizId Quiz) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>A page of a board. The deck is null for all decks.</summary>
    public sealed record Board(LeaderboardPeriod Period, string? Deck, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>Reads a custom id; null for one that this version does not know.</summary>
    public static ComponentId? Parse(string customId)
    {
        string[] parts = customId.Split(':');
        if (parts.Length < 3 || parts[0] != Version)
            return null;
        if (parts[1] == "b")
            return ParseBoard(parts);
        if ((ParseDeck(parts) ?? ParseCard(parts) ?? ParseStudy(parts) ?? ParseExam(parts) ?? ParseReport(parts)) is { } ofFeature)
            return ofFeature;
        if (Base62.Read(parts[2]) is not { } value)
            return null;
        var quiz = new QuizId(value);
        return (parts[1], parts.Length) switch
        {
            ("j", 3) => new Join(quiz),
            ("l", 3) => new Leave(quiz),
            ("s", 3) => new StartNow(quiz),
            ("e", 3) => new ConfirmStop(quiz),
            ("k", 3) => new CancelStop(quiz),
            ("m", 3) => new MyResults(quiz),
            ("r", 4) when Number(parts[3]) is { } page => new ResultsPage(quiz, page),
            ("t", 4) when Number(parts[3]) is { } round => new TypeAnswer(quiz, round, null),
            ("t", 5) when Number(parts[3]) is { } round && Base62.Read(parts[4]) is { } message => new TypeAnswer(quiz, round, message),
            ("f", 5) when Number(parts[3]) is { } round && Base62.Read(parts[4]) is { } message => new TypedAnswer(quiz, round, message),
            ("a", 5) when Number(parts[3]) is { } round && Number(parts[4]) is { } option => new Answer(quiz, round, option),
            _ => null,
        };
    }

    // Sealed, or every record of the family would be given a ToString of its own.
    /// <summary>The custom id.</summary>
    public sealed override string ToString() => this switch
    {
        Join join => Write('j', join.Quiz),
        Leave leave => Write('l', leave.Quiz),
        StartNow start => Write('s', start.Quiz),
        ConfirmStop stop => Write('e', stop.Quiz),
        CancelStop keep => Write('k', keep.Quiz),
        MyResults results => Write('m', results.Quiz),
        ResultsPage results => string.Create(CultureInfo.InvariantCulture, $"{Write('r', results.Quiz)}:{results.Page}"),
        Answer answer => string.Create(CultureInfo.InvariantCulture, $"{Write('a', answer.Quiz)}:{answer.Round}:{answer.Option}"),
        TypeAnswer { Message: null } type => string.Create(CultureInfo.InvariantCulture, $"{Write('t', type.Quiz)}:{type.Round}"),
        TypeAnswer type => string.Create(CultureInfo.InvariantCulture, $"{Write('t', type.Quiz)}:{type.Round}:{Base62.Write(type.Message.Value)}"),
        TypedAnswer typed => string.Create(CultureInfo.InvariantCulture, $"{Write('f', typed.Quiz)}:{typed.Round}:{Base62.Write(typed.Message)}"),
        Board board => string.Create(CultureInfo.InvariantCulture, $"{Version}:b:{(int)board.Period}:{board.Page}:{board.Deck}"),
        _ => WriteDeck() ?? WriteCard() ?? WriteStudy() ?? WriteExam() ?? WriteReport()
            ?? throw new InvalidOperationException("Not one of the family."),
    };

    private static string Write(char letter, QuizId quiz) => $"{Version}:{letter}:{Base62.Write(quiz.Value)}";

    private static Board? ParseBoard(string[] parts)
    {
        if (parts.Length != 5 || Number(parts[2]) is not { } period || Number(parts[3]) is not { } page)
            return null;
        return Enum.IsDefined((LeaderboardPeriod)period)
            ? new Board((LeaderboardPeriod)period, parts[4].Length == 0 ? null : parts[4], page)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
