using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>Marks a list: each idea once, in any order, and no more entries than were asked for.</summary>
internal sealed class ListMarker
{
    // More than that in one line is a list in itself.
    private const int MostPartsOfALine = 3;

    private static readonly string[] Continuations =
    [
        "which", "who", "whose", "because", "since", "so", "as", "but", "where", "when", "after", "before", "during", "such", "including",
        "especially",
        "eg", "ie", "making", "meaning", "leading", "causing", "allowing",
    ];

    private readonly NameBook names;
    private readonly List<Idea> ideas;
    private readonly List<Idea> rejected;
    private readonly int asked;

    public ListMarker(MarkingKey key)
    {
        names = new NameBook(key.Equivalents);
        ideas = [.. key.Items.Concat(key.Also).Select(item => new Idea(item, names))];
        rejected = [.. key.Reject.Select(text => new Idea(ImmutableArray.Create(text), names))];
        asked = Math.Max(1, key.Count > 0 ? key.Count : key.Items.Length);
    }

    private int PassMark => ((asked * MarkingLimits.ListPassPercent) + 99) / 100;

    public Marking Mark(string raw, string folded, string normalised)
    {
        var entries = Read(folded);
        var counted = entries.Take(asked).ToList();
        var right = Matching.Largest(counted.ConvertAll(entry => entry.Ideas), ideas.Count);
        var verdict = right >= PassMark ? Verdict.Right : right > 0 ? Verdict.Partly : Verdict.Wrong;
        var note = entries.Count > asked ? string.Create(CultureInfo.InvariantCulture, $"only the first {asked} counted") : null;
        return new Marking(verdict, MarkingRule.ListIdeas, raw, normalised, right, asked, note);
    }

    private List<Entry> Read(string folded)
    {
        var strong = Entries.Strong(folded);
        var entries = new List<Entry>();
        foreach (var part in strong)
            AddLine(entries, part, isOneOfSeveral: strong.Count > 1);
        return entries;
    }

    // One of several lines is one entry, however it is worded, unless it plainly lists several.
    private void AddLine(List<Entry> entries, string line, bool isOneOfSeveral)
    {
        var whole = EntryOf(line);
        var parts = Entries.Weak(line).ConvertAll(EntryOf);
        var ideasOfParts = parts.SelectMany(part => part.Ideas).Distinct().ToHashSet();
        var listsSeveral = parts.Count > MostPartsOfALine || Matching.Largest(parts.ConvertAll(part => part.Ideas), ideas.Count) > 1;
        var needsAllOfIt = whole.Ideas.Exists(idea => !ideasOfParts.Contains(idea)) && ideasOfParts.Count == 0;
        if (parts.Count < 2 || (needsAllOfIt && parts.Count <= MostPartsOfALine) || (isOneOfSeveral && !listsSeveral))
        {
            Add(entries, whole);
            return;
        }

        AddParts(entries, line);
    }

    private void AddParts(List<Entry> entries, string line)
    {
        var continued = true;
        foreach (var entry in Entries.Clauses(line).SelectMany(PartsOf))
        {
            // A clause that goes on about the entry before is no entry; one is enough.
            var continues = !continued && entry.Ideas.Count == 0 && Continuations.Contains(entry.Text.Split(' ')[0]);
            if (!continues)
                Add(entries, entry);
            continued = continues;
        }
    }

    // A comma parts for certain, "and" only what does not need both sides: "trade and aid" may be one idea.
    private List<Entry> PartsOf(string clause)
    {
        var parts = Entries.Weak(clause).ConvertAll(EntryOf);
        for (var at = 0; at + 1 < parts.Count; at++)
        {
            if (parts[at].Ideas.Count > 0 || parts[at + 1].Ideas.Count > 0)
                continue;
            var joined = EntryOf($"{parts[at].Text} and {parts[at + 1].Text}");
            if (joined.Ideas.Count == 0)
                continue;
            parts[at] = joined;
            parts.RemoveAt(at + 1);
        }

        return parts;
    }

    // The same idea or the same words again take no place and earn nothing.
    private static void Add(List<Entry> entries, Entry entry)
    {
        var repeats = entries.Exists(other => other.Text == entry.Text || (entry.Ideas.Count > 0 && entry.Ideas.TrueForAll(other.Ideas.Contains)
            && other.Ideas.TrueForAll(entry.Ideas.Contains) && entry.Ideas.Count == 1));
        if (!repeats)
            entries.Add(entry);
    }

    private Entry EntryOf(string text)
    {
        var roots = text.Length > MarkingLimits.TextLength ? [] : WordRoot.Of(text, names);
        if (rejected.Exists(idea => idea.IsIn(roots)))
            return new(text, []);
        return new(text, [.. Enumerable.Range(0, ideas.Count).Where(index => ideas[index].IsIn(roots))]);
    }

    private sealed record Entry(string Text, List<int> Ideas);
}
