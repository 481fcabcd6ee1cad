using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>Marks an order by its pairs: given as the numbers or letters of the places in which the items were shown, or as their texts.</summary>
internal sealed class OrderMarker
{
    private const int MostItems = 9;
    private readonly MarkingKey key;
    private readonly ImmutableArray<int> shown;

    public OrderMarker(MarkingKey key)
    {
        this.key = key;
        var asWritten = Enumerable.Range(0, key.Items.Length).ToImmutableArray();
        shown = key.ShownOrder.IsDefaultOrEmpty ? asWritten : key.ShownOrder;
        if (!shown.Order().SequenceEqual(asWritten))
            throw new ArgumentException("The shown order has to name each item once.", nameof(key));
    }

    private int Pairs => shown.Length * (shown.Length - 1) / 2;

    public Marking Mark(string raw, string folded, string normalised)
    {
        var order = Places(folded)?.ConvertAll(place => place >= 0 && place < shown.Length ? shown[place] : -1) ?? Texts(folded);
        if (order.Count != shown.Length || order.Contains(-1) || order.Distinct().Count() != order.Count)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"give each of 1 to {shown.Length} once");
            return new Marking(Verdict.Wrong, MarkingRule.OrderIncomplete, raw, normalised, 0, Pairs, note);
        }

        var right = Enumerable.Range(0, order.Count)
            .Sum(first => Enumerable.Range(first + 1, order.Count - first - 1).Count(second => order[first] < order[second]));
        var verdict = right == Pairs ? Verdict.Right : right > 0 ? Verdict.Partly : Verdict.Wrong;
        return new Marking(verdict, MarkingRule.OrderPairs, raw, normalised, right, Pairs);
    }

    // "2 4 1 3", "2413", "B, D, A, C", "bdac", "2 then 4 then 1 then 3"; null where it is something else.
    private List<int>? Places(string folded)
    {
        var places = new List<int>();
        var words = folded
            .Split([' ', '\n', ',', ';', '.', '-', '>', '/', '|', '(', ')', ':', '=', '\t', '"', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("then" or "and" or "first" or "next" or "finally" or "lastly"))
            .ToList();
        foreach (var word in words)
        {
            var isNumbers = word.All(Words.IsDigit);
            var isLetters = word.All(letter => letter is >= 'a' and < (char)('a' + MostItems));
            if ((!isNumbers && !isLetters) || word.Length > shown.Length)
                return null;
            places.AddRange(word.Select(character => character - (isNumbers ? '1' : 'a')));
        }

        return places.Count > 0 ? places : null;
    }

    private List<int> Texts(string folded)
    {
        var names = new NameBook(key.Equivalents);
        var items = key.Items.Select(item => Phrase.Of(Normaliser.Normalise(item.Text), names)).ToList();
        var lines = Entries.Strong(folded);
        if (lines.Count == 1)
            lines = [.. lines[0].Split(['>', '|']).Select(Normaliser.Normalise).Where(line => line.Length > 0)];
        if (lines.Count == 1)
            lines = Entries.Clauses(lines[0]);
        return lines.Count > MostItems ? [] : lines.ConvertAll(line => ItemOf(line, items, names));
    }

    // The item itself, or the only one that holds all the words of the line.
    private static int ItemOf(string line, List<Phrase> items, NameBook names)
    {
        if (line.Length > MarkingLimits.TextLength)
            return -1;
        var phrase = Phrase.Of(line, names);
        var same = items.FindIndex(phrase.SameName);
        if (same >= 0)
            return same;
        var roots = WordRoot.Of(line, names);
        var holding = Enumerable.Range(0, items.Count).Where(index => roots.Count > 0 && HoldsAll(items[index], roots, names)).ToList();
        return holding is [var only] ? only : -1;
    }

    private static bool HoldsAll(Phrase item, List<WordRoot> roots, NameBook names)
    {
        var own = WordRoot.Of(string.Join(' ', item.AllWords), names);
        return roots.TrueForAll(root => own.Exists(mine => mine.IsMetBy(root)));
    }
}
