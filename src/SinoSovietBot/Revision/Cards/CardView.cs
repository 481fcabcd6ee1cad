using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>Something that is on screen in a session, with all that its front and its back show. Immutable.</summary>
internal sealed record CardView
{
    public required LearnerDeck Learner { get; init; }

    public required RevisionSession Session { get; init; }

    public required RevisionItem Item { get; init; }

    /// <summary>The card, or the card of the question.</summary>
    public required Card Card { get; init; }

    /// <summary>Null where the whole card is revised.</summary>
    public AskedQuestion? Question { get; init; }

    /// <summary>What marks something typed; null where there are options, and where a card is told from memory.</summary>
    public MarkingKey? Key { get; init; }

    public bool HasOptions => Question is { Key: null };

    /// <summary>Questions and cards, as members call them.</summary>
    public string Thing => Question is null ? "card" : "question";

    /// <summary>Whether there is something that Undo takes back.</summary>
    public bool CanUndo => CanTakeBack(Learner, Session);

    /// <summary>Of the options, the one that a hint strikes out; null where too few would be left.</summary>
    public int? StruckOut => HasOptions ? Hints.WrongOption(Question!.Options.Length, Question.Right, Where(Session, Question.Id.Value)) : null;

    /// <summary>What is on screen; null where nothing is, or where the deck no longer has it.</summary>
    public static CardView? Of(LearnerDeck learner, RevisionSession session, Lazy<MarkingKeys> keys)
    {
        if (session.Shown is not { } shown || learner.Items.Find(shown) is not { } item || learner.Items.CardOf(shown) is not { } card)
            return null;
        var question = learner.Items.QuestionOf(shown) is { } asked
            ? AskedQuestion.Of(asked, card, OptionOrder.For(asked, Where(session)), keys.Value)
            : null;
        return new CardView
        {
            Learner = learner,
            Session = session,
            Item = item,
            Card = card,
            Question = question,
            Key = question is null ? keys.Value.Of(card) : question.Key,
        };
    }

    /// <summary>Whether a session has something that Undo takes back.</summary>
    public static bool CanTakeBack(LearnerDeck learner, RevisionSession session) =>
        (session.JustSuspended is { } suspended && learner.Items.Find(suspended) is not null)
        || learner.Recent.Any(review => review.Session == session.Id);

    /// <summary>The hints that are texts, from level 1 on; options have one that is none.</summary>
    public ImmutableArray<string> HintTexts => (HasOptions, Key) switch
    {
        (true, _) => [],
        (_, { } key) => Hints.Of(key),
        _ => [Hints.Of(Card)],
    };

    /// <summary>How many hints there are.</summary>
    public int HintLevels => HasOptions ? (StruckOut is null ? 0 : 1) : HintTexts.Length;

    // The order of options, and what is struck out, stay the same for as long as a session lives.
    private static string Where(RevisionSession session, string thing = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{session.Id.Value} {thing}");
}
