namespace SinoSovietBot.Study.Decks.Import;

/// <summary>How large an import may be, beside <see cref="DeckLimits"/>. Every maximum is inclusive.</summary>
public static class ImportLimits
{
    /// <summary>Of a file of text.</summary>
    public const int TextBytes = DeckLimits.FileBytes;

    /// <summary>Of an Anki package as it comes.</summary>
    public const int PackageBytes = 20_000_000;

    /// <summary>Of an Anki package, unpacked.</summary>
    public const int UnpackedBytes = 100_000_000;

    /// <summary>Of reviews in the log of an Anki package.</summary>
    public const int Reviews = 500_000;
}
