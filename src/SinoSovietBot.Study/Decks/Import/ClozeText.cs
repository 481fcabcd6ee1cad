using System.Globalization;
using System.Text;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>A text with deletions: <c>{{c1::1950::year}}</c>, which may stand inside one another.</summary>
internal sealed class ClozeText
{
    private const string Opening = "{{c";
    private const string Closing = "}}";
    private const string Parting = "::";
    private const string Hidden = "[…]";
    private const int MaxNesting = 8;
    private const string Blank = Questions.Question.Blank;

    private readonly List<Piece> pieces = [];
    private readonly List<Deletion> deletions = [];

    private ClozeText()
    {
    }

    /// <summary>The numbers of its deletions, each once, in order.</summary>
    public IEnumerable<int> Numbers => deletions.SelectMany(deletion => deletion.Numbers).Distinct().Order();

    /// <summary>With everything shown.</summary>
    public string Shown => string.Concat(pieces.Select(piece => piece.Text));

    /// <summary>With everything hidden.</summary>
    public string AllHidden => Render(_ => true, _ => Hidden);

    public static ClozeText Parse(string text)
    {
        var cloze = new ClozeText();
        var open = new Stack<Deletion>();
        var at = 0;
        while (at < text.Length)
        {
            if (open.Count < MaxNesting && Opens(text, at, out var numbers, out var inside))
            {
                open.TryPeek(out var outer);
                var deletion = new Deletion(numbers, outer);
                cloze.deletions.Add(deletion);
                open.Push(deletion);
                at = inside;
                continue;
            }

            if (open.Count > 0 && string.CompareOrdinal(text, at, Closing, 0, Closing.Length) == 0)
            {
                open.Pop();
                at += Closing.Length;
                continue;
            }

            if (open.TryPeek(out var current) && current.Hint is null && string.CompareOrdinal(text, at, Parting, 0, Parting.Length) == 0)
            {
                current.Hint = new StringBuilder();
                at += Parting.Length;
                continue;
            }

            cloze.Append(text[at], current);
            at++;
        }

        return cloze;
    }

    /// <summary>The prompt of a gap question about one deletion, and what it hides. Where a number stands several times, the first is asked.</summary>
    public (string Prompt, string Answer) Gap(int number)
    {
        var asked = deletions.First(deletion => deletion.Numbers.Contains(number));
        var hint = asked.Hint is { Length: > 0 } words ? $"{Blank} ({words.ToString().Trim()})" : Blank;
        var prompt = Render(deletion => deletion.Numbers.Contains(number), deletion => ReferenceEquals(deletion, asked) ? hint : Hidden);
        return (prompt, string.Concat(pieces.Where(piece => piece.IsIn(asked)).Select(piece => piece.Text)).Trim());
    }

    private static bool Opens(string text, int at, out int[] numbers, out int inside)
    {
        numbers = [];
        inside = 0;
        if (string.CompareOrdinal(text, at, Opening, 0, Opening.Length) != 0)
            return false;
        var end = at + Opening.Length;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == ','))
            end++;
        if (string.CompareOrdinal(text, end, Parting, 0, Parting.Length) != 0)
            return false;
        numbers = [.. text[(at + Opening.Length)..end].Split(',').Select(Number).OfType<int>()];
        inside = end + Parting.Length;
        return numbers.Length > 0;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Append(char character, Deletion? inside)
    {
        if (inside?.Hint is { } hint)
            hint.Append(character);
        else if (pieces.Count > 0 && ReferenceEquals(pieces[^1].Inside, inside))
            pieces[^1].Content.Append(character);
        else
            pieces.Add(new Piece(inside, new StringBuilder().Append(character)));
    }

    // Hides the outermost of those that are to be hidden, each once.
    private string Render(Func<Deletion, bool> hides, Func<Deletion, string> shows)
    {
        var text = new StringBuilder();
        var written = new HashSet<Deletion>(ReferenceEqualityComparer.Instance);
        foreach (var piece in pieces)
        {
            Deletion? hidden = null;
            for (var deletion = piece.Inside; deletion is not null; deletion = deletion.Outer)
                hidden = hides(deletion) ? deletion : hidden;
            if (hidden is null)
                text.Append(piece.Content);
            else if (written.Add(hidden))
                text.Append(shows(hidden));
        }

        return text.ToString();
    }

    private sealed record Deletion(int[] Numbers, Deletion? Outer)
    {
        public StringBuilder? Hint { get; set; }
    }

    private sealed record Piece(Deletion? Inside, StringBuilder Content)
    {
        public string Text => Content.ToString();

        public bool IsIn(Deletion deletion)
        {
            for (var outer = Inside; outer is not null; outer = outer.Outer)
            {
                if (ReferenceEquals(outer, deletion))
                    return true;
            }

            return false;
        }
    }
}
