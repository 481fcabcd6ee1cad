using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>
/// The guid of a note that we exported. It is made of ids, so that importing a newer export updates the note and keeps what Anki knows about the learner.
/// </summary>
internal readonly record struct AnkiGuid(string Deck, bool IsQuestion, string Id)
{
    private const string CardWord = "card";
    private const string QuestionWord = "question";

    /// <summary>Null for one that Anki made.</summary>
    public static AnkiGuid? Parse(string guid) =>
        guid.Split('/') is [var deck, (CardWord or QuestionWord) and var word, var id] && ImportIds.IsId(deck) && ImportIds.IsId(id)
            ? new AnkiGuid(deck, string.Equals(word, QuestionWord, StringComparison.Ordinal), id)
            : null;

    public override string ToString() => $"{Deck}/{(IsQuestion ? QuestionWord : CardWord)}/{Id}";
}
