using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Reads what Quizlet's export shows to be copied: by default a card a line, a tab between term and definition; both may have been chosen otherwise.</summary>
internal static class QuizletText
{
    private const double MostLines = 0.8;

    private static readonly ImmutableArray<(string Text, string Name)> Terms =
        [("\t", "a tab"), (" - ", "' - '"), (" – ", "' – '"), (" — ", "' — '"), (" : ", "' : '"), (": ", "': '"), ("=", "'='"), (",", "a comma")];

    private static readonly ImmutableArray<(char Text, string Name)> Cards = [('\n', "a line break"), (';', "a semicolon")];

    public static CardFile Read(string text, ImportReport report)
    {
        var (term, card) = Guess(text);
        if (term != 0 || card != 0)
            report.Note(ImportMessages.Guessed(Terms[term].Name, Cards[card].Name));
        var converter = new NoteConverter(report);
        var cards = Pieces(text, Cards[card].Text)
            .Where(piece => !string.IsNullOrWhiteSpace(piece.Text))
            .Select(piece => Card(piece.Text, new Place(report.FileName, piece.Line, 1), Terms[term], converter, report))
            .OfType<CardSketch>();
        return new CardFile([.. cards], [], null, null);
    }

    private static CardSketch? Card(string piece, Place at, (string Text, string Name) term, NoteConverter converter, ImportReport report)
    {
        var parting = piece.IndexOf(term.Text, StringComparison.Ordinal);
        if (parting < 0)
        {
            report.Reject(at, ImportMessages.NoSeparator(term.Name));
            return null;
        }

        var type = new AnkiNoteType("", IsCloze: false, [], 1);
        ImmutableArray<string> fields = [piece[..parting], piece[(parting + term.Text.Length)..]];
        return converter.Convert(at, new AnkiNote("", type, fields, [], null), isHtml: false);
    }

    // The first pair that parts nearly all cards; where there is none, Quizlet's own. No text of Quizlet holds a tab, so a card has only one.
    private static (int Term, int Card) Guess(string text)
    {
        var cards = Cards.Select(card => Pieces(text, card.Text).Select(piece => piece.Text).Where(piece => !string.IsNullOrWhiteSpace(piece)).ToList()).ToList();
        for (var term = 0; term < Terms.Length; term++)
        {
            for (var card = 0; card < Cards.Length; card++)
            {
                if ((card == 0 || cards[card].Count > 1) && cards[card].Count(Parts) >= cards[card].Count * MostLines)
                    return (term, card);
            }

            bool Parts(string piece) => term == 0 ? piece.Count(character => character == '\t') == 1 : piece.Contains(Terms[term].Text, StringComparison.Ordinal);
        }

        return (0, 0);
    }

    private static IEnumerable<(string Text, int Line)> Pieces(string text, char parting)
    {
        int line = 1, start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] != parting)
                continue;
            var piece = text[start..at];
            var blank = piece.Length - piece.TrimStart('\n').Length;
            yield return (piece, line + blank);
            line += piece.Count(character => character == '\n') + (parting == '\n' ? 1 : 0);
            start = at + 1;
        }
    }
}
