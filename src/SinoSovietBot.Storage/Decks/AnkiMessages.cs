using System.Globalization;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.Storage.Decks;

/// <summary>Why an Anki package cannot be read.</summary>
internal static class AnkiMessages
{
    public const string NoPackage = "The file is no Anki package. Export the deck from Anki as .apkg, or choose another file.";
    public const string Damaged = "The package is damaged or was cut off on its way. Export it from Anki once more and upload the whole file.";
    public const string Encrypted = "The package is encrypted. Export the deck from Anki once more, without a password.";
    public const string NoCollection = "The archive holds no Anki collection. Export the deck from Anki as .apkg.";
    public const string Newer = "The package was made by a newer Anki than is known here. Export it with 'Support older Anki versions' ticked.";
    public const string Older = "The package was made by an Anki that is too old. Import it into Anki and export it once more.";
    public const string Stub =
        "The package holds only Anki's own request to update. Export the deck from Anki once more, with 'Support older Anki versions' ticked.";

    public const string UnsafeName =
        "The archive holds a file whose name leads out of its folder, which no Anki package does. Do not open it; get it anew.";
    public const string Empty = "The package holds no notes. Export a deck that has some.";

    public const string NoReviews =
        "The package holds no reviews. Export it from Anki once more, with 'Include scheduling information' (or 'learning progress') ticked.";

    public static string UnpackedTooLarge { get; } =
        Text($"Unpacked, the package is larger than {ImportLimits.UnpackedBytes:N0} bytes. Export it without media, or split the deck.");

    public static string TooManyNotes(long count) =>
        Text($"The package has {count:N0} notes; the limit is {DeckLimits.Cards:N0}. Split the deck in Anki.");

    public static string TooMuchText(long characters, long limit) =>
        Text($"The notes hold {characters:N0} characters; the limit is {limit:N0}. Split the deck in Anki.");

    public static string TooManyReviews(long count) =>
        Text($"The package has {count:N0} reviews; the limit is {ImportLimits.Reviews:N0}. Export one deck of Anki at a time.");

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
