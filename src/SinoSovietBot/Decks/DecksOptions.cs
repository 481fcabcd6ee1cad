namespace SinoSovietBot.Decks;

/// <summary>Where decks are. Section <c>Decks</c>.</summary>
public sealed class DecksOptions
{
    public const string Section = "Decks";

    /// <summary>
    /// A folder with one folder or file a deck, read again whenever a file in it changes.
    /// Default: <c>decks</c> in the folder the bot was started in where there is one, else the copy beside the program.
    /// </summary>
    public string? Path { get; set; }
}
