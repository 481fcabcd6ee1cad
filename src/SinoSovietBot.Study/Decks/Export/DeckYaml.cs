namespace SinoSovietBot.Study.Decks.Export;

/// <summary>The native form of a deck, as one file: what <see cref="DeckReader"/> makes of it is the same deck.</summary>
internal static class DeckYaml
{
    public static string Write(Deck deck) => $"id: {deck.Id}\ntitle: \"{deck.Title}\"\n";
}
