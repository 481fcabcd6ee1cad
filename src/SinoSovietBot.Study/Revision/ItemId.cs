using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Revision;

/// <summary>Something of a deck that can be shown and graded: a whole card or a question. Written as <c>card:id</c> or <c>question:id</c>, as it is stored.</summary>
public readonly record struct ItemId(string Value)
{
    private const string CardPrefix = "card:";
    private const string QuestionPrefix = "question:";

    public static ItemId Of(CardId card) => new(CardPrefix + card.Value);

    public static ItemId Of(QuestionId question) => new(QuestionPrefix + question.Value);

    /// <summary>The card, or null where it is a question.</summary>
    public CardId? Card => Value.StartsWith(CardPrefix, StringComparison.Ordinal) ? new CardId(Value[CardPrefix.Length..]) : null;

    /// <summary>The question, or null where it is a card.</summary>
    public QuestionId? Question => Value.StartsWith(QuestionPrefix, StringComparison.Ordinal) ? new QuestionId(Value[QuestionPrefix.Length..]) : null;

    public override string ToString() => Value;
}
