using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>The native form of a deck, as one file: what <see cref="DeckReader"/> makes of it is the same deck.</summary>
internal static class DeckYaml
{
    public static string Write(Deck deck)
    {
        var yaml = new YamlLines();
        WriteHeader(yaml, deck);
        yaml.Line(0, "\ncards:");
        foreach (var card in deck.Cards)
            WriteCard(yaml, card);
        if (!deck.Questions.IsEmpty)
            yaml.Line(0, "\nquestions:");
        foreach (var question in deck.Questions)
            YamlQuestion.Write(yaml, question);
        return yaml.ToString();
    }

    /// <summary>All that stands before the cards.</summary>
    public static void WriteHeader(YamlLines yaml, Deck deck)
    {
        yaml.Text(0, "id", deck.Id.Value);
        yaml.Text(0, "title", deck.Title);
        yaml.Text(0, "subject", deck.Subject);
        yaml.Text(0, "language", deck.Language);
        yaml.Text(0, "licence", deck.Licence);
        yaml.Text(0, "source", deck.Source);
        yaml.Texts(0, "notes", deck.Notes);
        if (!deck.Names.IsEmpty)
            yaml.Line(0, "names:");
        foreach (var name in deck.Names)
        {
            yaml.Text(2, "- name", name.Name);
            yaml.Words(4, "also", name.Also);
            yaml.Number(4, "from", name.From);
            yaml.Number(4, "to", name.To);
        }

        if (!deck.NearDuplicates.IsEmpty)
            yaml.Line(0, "near-duplicates:");
        foreach (var cluster in deck.NearDuplicates)
        {
            yaml.Text(2, "- id", cluster.Id);
            yaml.Text(4, "theme", cluster.Theme);
            yaml.Words(4, "points", cluster.Points.Select(point => point.Value));
            if (cluster.AreSame)
                yaml.Line(4, "same: true");
        }
    }

    private static void WriteCard(YamlLines yaml, Card card)
    {
        WriteCardHead(yaml, card);
        WritePoints(yaml, card.Points, 4);
    }

    /// <summary>A card without its points.</summary>
    public static void WriteCardHead(YamlLines yaml, Card card)
    {
        yaml.Text(2, "- id", card.Id.Value);
        yaml.Text(4, "topic", card.Topic);
        yaml.Text(4, "front", card.Front);
        if (card.Notes is [var only])
            yaml.Text(4, "note", only);
        else
            yaml.Texts(4, "notes", card.Notes);
    }

    private static void WritePoints(YamlLines yaml, ImmutableArray<Point> points, int indent)
    {
        if (points.IsEmpty)
            return;
        yaml.Line(indent, "points:");
        foreach (var point in points)
        {
            WritePointHead(yaml, point, indent + 2);
            WritePoints(yaml, point.Points, indent + 4);
        }
    }

    /// <summary>A point without its sub-points.</summary>
    public static void WritePointHead(YamlLines yaml, Point point, int indent)
    {
        yaml.Text(indent, "- id", point.Id.Value);
        yaml.Text(indent + 2, "text", point.Text);
        yaml.Text(indent + 2, "source", point.SourceText);
        yaml.Text(indent + 2, "correction", point.Correction);
        if (point.Ask != AskPolicy.Ask)
            yaml.Text(indent + 2, "ask", DeckWords.Of(point.Ask));
        yaml.Text(indent + 2, "date", point.Date?.ToString());
    }
}

/// <summary>Gathers lines of YAML.</summary>
internal sealed class YamlLines
{
    private readonly StringBuilder text = new();

    public void Line(int indent, string line) => text.Append(' ', indent).Append(line).Append('\n');

    public void Text(int indent, string key, string? value)
    {
        if (value is not null)
            Line(indent, $"{key}: {YamlValue.Of(value, indent + 2 + (key.StartsWith('-') ? 2 : 0))}");
    }

    public void Number(int indent, string key, int? value)
    {
        if (value is { } number)
            Line(indent, $"{key}: {number.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>A list, a text a line.</summary>
    public void Texts(int indent, string key, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
            return;
        Line(indent, $"{key}:");
        foreach (var value in values)
            Line(indent + 2, $"- {YamlValue.Of(value, indent + 4)}");
    }

    /// <summary>A list of short texts, all in one line.</summary>
    public void Words(int indent, string key, IEnumerable<string> values)
    {
        var flow = YamlValue.Flow(values);
        if (flow.Length > 2)
            Line(indent, $"{key}: {flow}");
    }

    public override string ToString() => text.ToString();
}
