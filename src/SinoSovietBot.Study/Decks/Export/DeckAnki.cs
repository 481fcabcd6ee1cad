using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>The text form that Anki imports: columns parted by tabs, HTML in the fields.</summary>
internal static class DeckAnki
{
    public static string Write(Deck deck)
    {
        var text = new StringBuilder();
        text.Append("#separator:tab\n#html:true\n#columns:Guid\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n");
        text.Append(CultureInfo.InvariantCulture, $"#deck:{deck.Title.Replace('\t', ' ')}\n");
        foreach (var card in deck.Cards)
        {
            var guid = new AnkiGuid(deck.Id.Value, IsQuestion: false, card.Id.Value);
            AppendNote(text, guid, AnkiHtml.Text(card.Front), CardBack(card), $"{deck.Id} {Tag(card.Topic)}");
        }

        var topics = deck.Cards.ToDictionary(card => card.Id, card => card.Topic);
        foreach (var question in deck.Questions)
        {
            var guid = new AnkiGuid(deck.Id.Value, IsQuestion: true, question.Id.Value);
            var tags = $"{deck.Id} {Tag(topics[question.Card])} {DeckWords.Of(question.Kind)}";
            AppendNote(text, guid, QuestionFront(question), QuestionBack(question), tags);
        }

        return text.ToString();
    }

    private static void AppendNote(StringBuilder text, AnkiGuid guid, string front, string back, string tags) =>
        text.Append(guid).Append('\t').Append(front).Append('\t').Append(back).Append('\t').Append(tags).Append('\n');

    private static string CardBack(Card card) =>
        Points(card.Points, AnkiHtml.Attribute(AnkiHtml.TopicKey, card.Topic))
        + string.Concat(card.Notes.Select(note => $"<p><i>{AnkiHtml.Text(note)}</i></p>"));

    // Anki shows nothing of the attributes, and keeps them.
    private static string Points(ImmutableArray<Point> points, string attribute)
    {
        if (points.IsEmpty)
            return "";
        var list = new StringBuilder($"<ul{attribute}>");
        foreach (var point in points)
        {
            list.Append("<li")
                .Append(AnkiHtml.Attribute(AnkiHtml.IdKey, point.Id.Value))
                .Append(AnkiHtml.Attribute(AnkiHtml.AskKey, point.Ask == AskPolicy.Ask ? null : DeckWords.Of(point.Ask)))
                .Append(AnkiHtml.Attribute(AnkiHtml.DateKey, point.Date?.ToString()))
                .Append(AnkiHtml.Attribute(AnkiHtml.SourceKey, point.SourceText))
                .Append('>')
                .Append(AnkiHtml.Text(point.Text));
            if (point.Correction is { } correction)
                list.Append("<br><b>").Append(AnkiHtml.Correction).Append("</b> ").Append(AnkiHtml.Text(correction));
            list.Append(Points(point.Points, "")).Append("</li>");
        }

        return list.Append("</ul>").ToString();
    }

    private static string QuestionFront(Question question)
    {
        var (options, _, shown) = OptionOrder.Stable(question);
        if (!shown.IsEmpty)
            return $"{AnkiHtml.Text(question.Prompt)}<ol>{Items(shown)}</ol>";
        return AnkiHtml.Text(question.Prompt) + (options.IsEmpty ? "" : $"<ol type=A>{Items(options)}</ol>");
    }

    private static string Items(ImmutableArray<string> texts) => string.Concat(texts.Select(text => $"<li>{AnkiHtml.Text(text)}</li>"));

    private static string QuestionBack(Question question)
    {
        var unseen = AnkiHtml.Attribute(AnkiHtml.QuestionKey, YamlQuestion.Write(question));
        return $"<b{unseen}>{AnkiHtml.Text(question.Answer)}</b><br>{AnkiHtml.Text(question.Explanation)}";
    }

    /// <summary>A topic as a tag: tags are parted by spaces, and a colon pair would make a sub-tag.</summary>
    public static string Tag(string topic) =>
        string.Join('-', topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("::", ":", StringComparison.Ordinal)
            .Replace("\"", "", StringComparison.Ordinal);
}
