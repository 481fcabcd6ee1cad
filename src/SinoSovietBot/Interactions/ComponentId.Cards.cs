using System.Globalization;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Interactions;

/// <summary>Those of <c>/card</c>; their letters begin with a c.</summary>
public abstract partial record ComponentId
{
    /// <summary>Something that belongs to a session.</summary>
    /// <param name="Session">Which.</param>
    public abstract record OfSession(SessionId Session) : ComponentId;

    /// <summary>Something that was meant for what was on screen at a position of a session.</summary>
    /// <param name="Session">Which.</param>
    /// <param name="Position">See <see cref="RevisionSession.Position"/>.</param>
    public abstract record OnCard(SessionId Session, int Position) : OfSession(Session)
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>Shows a page of the back, from 0.</summary>
    public sealed record CardBack(SessionId Session, int Position, int Page) : OnCard(Session, Position);

    /// <summary>Shows the front with the hints up to a level, from 1.</summary>
    public sealed record CardHint(SessionId Session, int Position, int Level) : OnCard(Session, Position);

    /// <summary>Chooses an option, from 0.</summary>
    public sealed record CardOption(SessionId Session, int Position, int Option) : OnCard(Session, Position);

    /// <summary>Opens the form for an answer.</summary>
    public sealed record CardType(SessionId Session, int Position) : OnCard(Session, Position)
    {
        public override bool EditsInPlace => false;
    }

    /// <summary>The form that <see cref="CardType"/> opens.</summary>
    public sealed record CardTyped(SessionId Session, int Position) : OnCard(Session, Position);

    public sealed record CardGrade(SessionId Session, int Position, Grade Grade) : OnCard(Session, Position);

    /// <summary>The answer was right, whatever the marking says.</summary>
    public sealed record CardRight(SessionId Session, int Position) : OnCard(Session, Position);

    public sealed record CardUndo(SessionId Session, int Position) : OnCard(Session, Position);

    public sealed record CardSuspend(SessionId Session, int Position) : OnCard(Session, Position);

    public sealed record CardStop(SessionId Session, int Position) : OnCard(Session, Position);

    /// <summary>Shows what is on screen now.</summary>
    public sealed record CardLook(SessionId Session, int Position) : OnCard(Session, Position);

    /// <summary>Opens the form in which one says what is wrong.</summary>
    public sealed record CardReport(SessionId Session, int Position) : OnCard(Session, Position)
    {
        public override bool EditsInPlace => false;
    }

    /// <summary>The form that <see cref="CardReport"/> opens.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Shown">What was on screen, which may be another thing when the form comes.</param>
    public sealed record CardReported(SessionId Session, ItemId Shown) : OfSession(Session);

    /// <summary>Begins a session like another one.</summary>
    public sealed record CardAgain(SessionId Session, RevisionMode Mode) : OfSession(Session)
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>A menu of decks; what is chosen is a deck's id. What else the command said is in the id.</summary>
    public sealed record CardDecks(RevisionMode Mode, int Count) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    private static ComponentId? ParseCard(string[] parts)
    {
        if (parts is [_, "cd", var mode, var count])
            return Named<RevisionMode>(mode) is { } ofMode && Number(count) is { } ofCount ? new CardDecks(ofMode, ofCount) : null;
        if (parts is not [_, ['c', _], _, _, ..] || Base62.Read(parts[2]) is not { } value)
            return null;
        var session = new SessionId(value);
        return (parts[1], parts.Length) switch
        {
            ("cn", 4) when Named<RevisionMode>(parts[3]) is { } again => new CardAgain(session, again),
            ("cm", > 4) when parts[3] == "q" => new CardReported(session, ItemId.Of(new QuestionId(string.Join(':', parts[4..])))),
            ("cm", > 4) when parts[3] == "c" => new CardReported(session, ItemId.Of(new CardId(string.Join(':', parts[4..])))),
            _ => Number(parts[3]) is { } position ? ParseOnCard(parts, session, position) : null,
        };
    }

    private static OnCard? ParseOnCard(string[] parts, SessionId session, int position) => (parts[1], parts.Length) switch
    {
        ("cb", 5) when Number(parts[4]) is { } page => new CardBack(session, position, page),
        ("ch", 5) when Number(parts[4]) is { } level => new CardHint(session, position, level),
        ("co", 5) when Number(parts[4]) is { } option => new CardOption(session, position, option),
        ("cg", 5) when Named<Grade>(parts[4]) is { } grade => new CardGrade(session, position, grade),
        ("ct", 4) => new CardType(session, position),
        ("cf", 4) => new CardTyped(session, position),
        ("cr", 4) => new CardRight(session, position),
        ("cu", 4) => new CardUndo(session, position),
        ("cx", 4) => new CardSuspend(session, position),
        ("cs", 4) => new CardStop(session, position),
        ("cl", 4) => new CardLook(session, position),
        ("ce", 4) => new CardReport(session, position),
        _ => null,
    };

    private string? WriteCard() => this switch
    {
        CardBack back => WriteCard("cb", back, back.Page),
        CardHint hint => WriteCard("ch", hint, hint.Level),
        CardOption option => WriteCard("co", option, option.Option),
        CardGrade grade => WriteCard("cg", grade, (int)grade.Grade),
        CardType type => WriteCard("ct", type),
        CardTyped typed => WriteCard("cf", typed),
        CardRight right => WriteCard("cr", right),
        CardUndo undo => WriteCard("cu", undo),
        CardSuspend suspend => WriteCard("cx", suspend),
        CardStop stop => WriteCard("cs", stop),
        CardLook look => WriteCard("cl", look),
        CardReport report => WriteCard("ce", report),
        CardReported reported => $"{Version}:cm:{Base62.Write(reported.Session.Value)}:{Written(reported.Shown)}",
        CardAgain again => string.Create(CultureInfo.InvariantCulture, $"{Version}:cn:{Base62.Write(again.Session.Value)}:{(int)again.Mode}"),
        CardDecks decks => string.Create(CultureInfo.InvariantCulture, $"{Version}:cd:{(int)decks.Mode}:{decks.Count}"),
        _ => null,
    };

    // Shorter than an item is written elsewhere: the id of a made question leaves little room.
    private static string Written(ItemId shown) => shown.Question is { } question ? $"q:{question.Value}" : $"c:{shown.Card?.Value}";

    private static string WriteCard(string letters, OnCard of, int? number = null)
    {
        string written = string.Create(CultureInfo.InvariantCulture, $"{Version}:{letters}:{Base62.Write(of.Session.Value)}:{of.Position}");
        return number is null ? written : string.Create(CultureInfo.InvariantCulture, $"{written}:{number}");
    }

    private static T? Named<T>(string number)
        where T : struct, Enum =>
        Number(number) is { } value && Enum.IsDefined(typeof(T), value) ? (T)Enum.ToObject(typeof(T), value) : null;
}
