using System.Buffers;
using System.Text.Unicode;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Turns the bytes of a deck file into text that is safe to parse.</summary>
internal static class DeckFileText
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The text without its byte order mark, or null with one problem reported.</summary>
    public static string? Decode(DeckFile file, ProblemList problems)
    {
        var bytes = file.Content.Span;
        var start = new Place(file.Name, 1, 1);
        if (bytes.Length > DeckLimits.FileBytes)
        {
            problems.Error(start, DeckMessages.FileTooLarge(bytes.Length));
            return null;
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            problems.Error(start, DeckMessages.Utf16);
            return null;
        }

        var chars = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: true);
        var text = chars.AsSpan(0, written);
        if (!text.IsEmpty && text[0] == ByteOrderMark)
            text = text[1..];
        if (status != OperationStatus.Done)
        {
            problems.Error(PlaceAfter(file.Name, text), DeckMessages.NotUtf8(bytes[read]));
            return null;
        }

        var forbidden = IndexOfForbidden(text);
        if (forbidden >= 0)
        {
            problems.Error(PlaceAfter(file.Name, text[..forbidden]), DeckMessages.ControlCharacterInFile(text[forbidden]));
            return null;
        }

        return text.ToString();
    }

    // The parser takes a NUL for the end of the file, and would silently drop what follows.
    private static int IndexOfForbidden(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t'))
                return i;
        }

        return -1;
    }

    private static Place PlaceAfter(string file, ReadOnlySpan<char> text)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (!endsLine)
                continue;
            line++;
            lineStart = i + 1;
        }

        return new Place(file, line, text.Length - lineStart + 1);
    }
}
