using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>
/// Reads one YAML document into positioned nodes. It drives the event parser itself: the package's own document model
/// recurses without a limit, so a file of opening brackets would end the process.
/// </summary>
internal sealed class YamlTreeReader
{
    private readonly string file;
    private readonly string text;
    private readonly ProblemList problems;
    private readonly Parser parser;
    private Place last;
    private bool broken;

    private YamlTreeReader(string file, string text, ProblemList problems)
    {
        this.file = file;
        this.text = text;
        this.problems = problems;
        parser = new Parser(new StringReader(text));
        last = new Place(file, 1, 1);
    }

    /// <summary>Everything up to the first syntax error, which is reported; all other faults are reported and read past.</summary>
    public static YamlReading Read(string file, string text, ProblemList problems) => new YamlTreeReader(file, text, problems).ReadDocument();

    private YamlReading ReadDocument()
    {
        YamlNode? root = null;
        while (Next() is { } found and not StreamEnd)
        {
            if (found is StreamStart or DocumentEnd)
                continue;
            if (found is not DocumentStart)
                continue;
            if (root is not null)
            {
                problems.Error(last, DeckMessages.SecondDocument);
                break;
            }

            root = Next() is { } first ? ReadNode(first, depth: 1) : null;
        }

        var isEmpty = root is null or YamlText { IsEmpty: true };
        if (isEmpty && !broken)
            problems.Error(new Place(file, 1, 1), DeckMessages.EmptyFile);
        return new YamlReading(isEmpty ? null : root, !broken);
    }

    private YamlNode ReadNode(ParsingEvent found, int depth)
    {
        var at = last;
        if (found is AnchorAlias)
        {
            problems.Error(at, DeckMessages.Alias);
            return new YamlUnreadable(at);
        }

        if (found is NodeEvent node)
            RefuseAnchorAndTag(node, at);
        if (found is Scalar scalar)
            return new YamlText(at, scalar.Value, scalar.Style == ScalarStyle.Plain);

        // Ends the file: the scanner's work grows with the square of the nesting.
        if (depth > DeckLimits.Nesting)
        {
            problems.Error(at, DeckMessages.NestedTooDeep);
            broken = true;
            return new YamlUnreadable(at);
        }

        return found is MappingStart ? ReadMap(at, depth) : ReadList(at, depth);
    }

    private YamlList ReadList(Place at, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Next() is { } found)
        {
            if (found is SequenceEnd)
                return new YamlList(at, items.ToImmutable(), IsComplete: true);
            items.Add(ReadNode(found, depth + 1));
        }

        return new YamlList(at, items.ToImmutable(), IsComplete: false);
    }

    private YamlMap ReadMap(Place at, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (Next() is { } found)
        {
            if (found is MappingEnd)
                return new YamlMap(at, entries.ToImmutable(), IsComplete: true);

            var key = ReadNode(found, depth + 1);
            if (Next() is not { } valueEvent)
                break;
            var value = ReadNode(valueEvent, depth + 1);
            if (key is YamlText text)
                AddEntry(entries, places, new YamlEntry(key.At, text.Value, value));
            else if (key is not YamlUnreadable)
                problems.Error(key.At, DeckMessages.KeyIsNotText);
        }

        return new YamlMap(at, entries.ToImmutable(), IsComplete: false);
    }

    private void AddEntry(ImmutableArray<YamlEntry>.Builder entries, Dictionary<string, Place> places, YamlEntry entry)
    {
        if (places.TryAdd(entry.Key, entry.KeyAt))
            entries.Add(entry);
        else
            problems.Error(entry.KeyAt, DeckMessages.DuplicateKey(entry.Key, places[entry.Key]));
    }

    private void RefuseAnchorAndTag(NodeEvent node, Place at)
    {
        if (!node.Anchor.IsEmpty)
            problems.Error(at, DeckMessages.Anchor(node.Anchor.Value));

        // A text in quotes carries the non-specific tag "!" of its own, so only a tag that names something was written.
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            problems.Error(at, DeckMessages.Tag(node.Tag.Value));
    }

    private ParsingEvent? Next()
    {
        if (broken)
            return null;
        try
        {
            if (parser.MoveNext() && parser.Current is { } current)
            {
                last = PlaceOf(current.Start);
                return current;
            }
        }
        catch (YamlException fault)
        {
            ReportSyntax(fault);
        }

        broken = true;
        return null;
    }

    private void ReportSyntax(YamlException fault)
    {
        // The parser reports some tabs at the start of the file, or at the end of the line before.
        var tab = TabIndent.FirstFrom(text, last.Line);
        if (tab is { } found && (found.Line <= fault.End.Line || fault.Message.Contains("tab", StringComparison.Ordinal)))
            problems.Error(new Place(file, found.Line, found.Column), DeckMessages.TabIndent);
        else
            problems.Error(PlaceOf(fault.Start), DeckMessages.Syntax(fault.Message));
    }

    private Place PlaceOf(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
