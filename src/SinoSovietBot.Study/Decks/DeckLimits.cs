namespace SinoSovietBot.Study.Decks;

/// <summary>How large a deck may be. Every maximum is inclusive.</summary>
public static class DeckLimits
{
    public const int FileBytes = 2_000_000;
}
