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
            AppendNote(text, $"{deck.Id}/card/{card.Id}", Html(card.Front), CardBack(card), $"{deck.Id} {Tag(card.Topic)}");

        var topics = deck.Cards.ToDictionary(card => card.Id, card => card.Topic);
        foreach (var question in deck.Questions)
        {
            var tags = $"{deck.Id} {Tag(topics[question.Card])} {DeckWords.Of(question.Kind)}";
            AppendNote(text, $"{deck.Id}/question/{question.Id}", QuestionFront(question), QuestionBack(question), tags);
        }

        return text.ToString();
    }

    // The guid is made of ids, so that importing a newer export updates the notes and keeps what Anki knows about the learner.
    private static void AppendNote(StringBuilder text, string guid, string front, string back, string tags) =>
        text.Append(guid).Append('\t').Append(front).Append('\t').Append(back).Append('\t').Append(tags).Append('\n');

    private static string CardBack(Card card) => Points(card.Points) + string.Concat(card.Notes.Select(note => $"<p><i>{Html(note)}</i></p>"));

    private static string Points(ImmutableArray<Point> points)
    {
        if (points.IsEmpty)
            return "";
        var list = new StringBuilder("<ul>");
        foreach (var point in points)
        {
            list.Append("<li>").Append(Html(point.Text));
            if (point.Correction is { } correction)
                list.Append(CultureInfo.InvariantCulture, $"<br><b>Correction:</b> {Html(correction)}");
            list.Append(Points(point.Points)).Append("</li>");
        }

        return list.Append("</ul>").ToString();
    }

    private static string QuestionFront(Question question)
    {
        var (options, _, shown) = OptionOrder.Stable(question);
        if (!shown.IsEmpty)
            return $"{Html(question.Prompt)}<ol>{Items(shown)}</ol>";
        return Html(question.Prompt) + (options.IsEmpty ? "" : $"<ol type=A>{Items(options)}</ol>");
    }

    private static string Items(ImmutableArray<string> texts) => string.Concat(texts.Select(text => $"<li>{Html(text)}</li>"));

    private static string QuestionBack(Question question) => $"<b>{Html(question.Answer)}</b><br>{Html(question.Explanation)}";

    // Without quotes and tabs no field needs quoting.
    private static string Html(string text) => new StringBuilder(text)
        .Replace("&", "&amp;")
        .Replace("<", "&lt;")
        .Replace(">", "&gt;")
        .Replace("\"", "&quot;")
        .Replace("\n", "<br>")
        .Replace('\t', ' ')
        .ToString();

    // Tags are parted by spaces; a colon pair would make a sub-tag.
    private static string Tag(string topic) =>
        string.Join('-', topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("::", ":", StringComparison.Ordinal)
            .Replace("\"", "", StringComparison.Ordinal);
}
