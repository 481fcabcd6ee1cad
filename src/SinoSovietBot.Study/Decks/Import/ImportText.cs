using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>The text of a file: UTF-8, or UTF-16 with its mark.</summary>
/// <param name="Value">Lines end with a line feed alone; null when there is no text.</param>
/// <param name="Fault">Why there is none.</param>
/// <param name="IsUtf16">Whether it came as UTF-16.</param>
internal readonly record struct ImportText(string? Value, DeckProblem? Fault, bool IsUtf16)
{
    private const char ByteOrderMark = '\uFEFF';

    public static ImportText Decode(ImportFile file)
    {
        var bytes = file.Content.Span;
        if (bytes.Length > ImportLimits.TextBytes)
            return Refuse(new Place(file.Name, 1, 1), ImportMessages.TooLarge(bytes.Length, ImportLimits.TextBytes));
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return Utf16(file.Name, bytes[2..], isBigEndian: false);
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return Utf16(file.Name, bytes[2..], isBigEndian: true);
        if (bytes.Length >= 4 && bytes[0] != 0 != (bytes[1] != 0) && bytes[2] != 0 != (bytes[3] != 0))
            return Refuse(new Place(file.Name, 1, 1), ImportMessages.WideWithoutMark);

        var chars = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: true);
        if (status == OperationStatus.Done)
            return Whole(file.Name, chars.AsSpan(0, written), isUtf16: false);
        var at = DeckFileText.PlaceAfter(file.Name, chars.AsSpan(0, written));
        return Refuse(at, ImportMessages.NotUtf8(bytes[read], at.Line));
    }

    private static ImportText Utf16(string name, ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        var chars = new char[bytes.Length / 2];
        for (var i = 0; i < chars.Length; i++)
        {
            var pair = bytes.Slice(i * 2, 2);
            chars[i] = (char)(isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(pair) : BinaryPrimitives.ReadUInt16LittleEndian(pair));
        }

        return bytes.Length % 2 == 0
            ? Whole(name, chars, isUtf16: true)
            : Refuse(DeckFileText.PlaceAfter(name, chars), ImportMessages.HalfUtf16);
    }

    private static ImportText Whole(string name, ReadOnlySpan<char> text, bool isUtf16)
    {
        if (!text.IsEmpty && text[0] == ByteOrderMark)
            text = text[1..];
        var nul = text.IndexOf('\0');
        if (nul >= 0)
            return Refuse(DeckFileText.PlaceAfter(name, text[..nul]), ImportMessages.Nul);
        if (text.IsWhiteSpace())
            return Refuse(new Place(name, 1, 1), ImportMessages.Empty);
        var half = IndexOfHalfCharacter(text);
        if (half >= 0)
            return Refuse(DeckFileText.PlaceAfter(name, text[..half]), ImportMessages.HalfUtf16);
        return new ImportText(text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), null, isUtf16);
    }

    private static int IndexOfHalfCharacter(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return i;
            i++;
        }

        return -1;
    }

    private static ImportText Refuse(Place at, string message) =>
        new(null, new DeckProblem(at.File, at.Line, at.Column, ProblemSeverity.Error, message), false);
}
