using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Opens Anki's packages, which are databases.</summary>
public interface IAnkiPackages
{
    /// <summary>Reads the notes of a package. Never throws on bad content.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="fileName">For messages.</param>
    AnkiPackageReading Read(ReadOnlyMemory<byte> content, string fileName);

    /// <summary>Reads the notes of a package and how they were answered. Never throws on bad content.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="fileName">For messages.</param>
    AnkiLogReading ReadLog(ReadOnlyMemory<byte> content, string fileName);
}

/// <summary>What came of opening a package.</summary>
/// <param name="Package">Its notes, or null when it cannot be read.</param>
/// <param name="Fault">Why it cannot be read: a sentence that says what to do; null when it can.</param>
public sealed record AnkiPackageReading(AnkiPackage? Package, string? Fault);

/// <summary>The notes of a package, in the order of their making.</summary>
/// <param name="Notes">Perhaps none.</param>
/// <param name="MediaFiles">How many pictures and sounds came with them.</param>
public sealed record AnkiPackage(ImmutableArray<AnkiNote> Notes, int MediaFiles);

/// <summary>One note.</summary>
/// <param name="Key">Its guid: the same in every export of this note.</param>
/// <param name="Type">What its fields are.</param>
/// <param name="Fields">HTML, in the order of the type's fields.</param>
/// <param name="Tags">Without spaces; <c>::</c> parts levels.</param>
/// <param name="Deck">The full name of the deck of its first card, levels parted by <c>::</c>; null when it has none.</param>
public sealed record AnkiNote(string Key, AnkiNoteType Type, ImmutableArray<string> Fields, ImmutableArray<string> Tags, string? Deck);

/// <summary>What the notes of one type have in common.</summary>
/// <param name="Name">Such as Basic.</param>
/// <param name="IsCloze">Whether its cards are made of deletions in the text.</param>
/// <param name="FieldNames">In order.</param>
/// <param name="CardsOfNote">How many cards its templates make of a note.</param>
public sealed record AnkiNoteType(string Name, bool IsCloze, ImmutableArray<string> FieldNames, int CardsOfNote);
