using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>What a field of HTML says, line by line.</summary>
/// <param name="Lines">In order; an empty one where a line break stands alone.</param>
/// <param name="Media">How many pictures, sounds and the like were left out.</param>
internal sealed partial record HtmlOutline(ImmutableArray<HtmlLine> Lines, int Media)
{
    /// <summary>The lines that say something.</summary>
    public IEnumerable<HtmlLine> Filled => Lines.Where(line => !string.IsNullOrWhiteSpace(line.Text));

    /// <summary>All of it in one line.</summary>
    public string OneLine => string.Join(' ', Filled.Select(line => line.Text));

    public static HtmlOutline OfHtml(string html)
    {
        var withoutSounds = Sound().Replace(html, "");
        return new Writer().Write(withoutSounds, html.Length == withoutSounds.Length ? 0 : Sound().Count(html));
    }

    public static HtmlOutline OfPlain(string text)
    {
        var withoutSounds = Sound().Replace(text, "");
        var lines = withoutSounds.Split('\n').Select(line => HtmlLine.Plain(line.Trim()));
        return new HtmlOutline([.. lines], text.Length == withoutSounds.Length ? 0 : Sound().Count(text));
    }

    [GeneratedRegex(@"\[(sound|anki:play|anki:tts)[^\[\]]{0,300}\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Sound();

    private sealed class Writer
    {
        // A space that was written as an entity is meant; all others are layout. Half characters stand for them, because no text holds one.
        private const char MeantSpace = '\uD800';
        private const char MeantTab = '\uD801';

        private readonly ImmutableArray<HtmlLine>.Builder lines = ImmutableArray.CreateBuilder<HtmlLine>();
        private readonly StringBuilder text = new();
        private readonly Stack<HtmlItem> items = new();
        private int media;
        private int itemCount;
        private int lists;
        private int paragraph;
        private int muted;
        private int bold;
        private bool startsBold;
        private bool powerFollows;

        public HtmlOutline Write(string html, int sounds)
        {
            media = sounds;
            foreach (var token in HtmlTokens.Read(html))
            {
                if (token.Name is null)
                    Text(token.Raw);
                else
                    Tag(token);
            }

            EndLine(keepsEmpty: false);
            return new HtmlOutline(lines.ToImmutable(), media);
        }

        private void Text(string raw)
        {
            if (muted > 0)
                return;
            var decoded = WebUtility.HtmlDecode(raw
                .Replace("&nbsp;", MeantSpace.ToString(), StringComparison.Ordinal)
                .Replace("&#32;", MeantSpace.ToString(), StringComparison.Ordinal)
                .Replace("&#9;", MeantTab.ToString(), StringComparison.Ordinal));
            if (powerFollows && decoded.Length > 0 && char.IsAsciiDigit(decoded[0]))
                text.Append('^');
            powerFollows &= decoded.Length == 0;
            if (text.Length == 0 && !string.IsNullOrWhiteSpace(decoded))
                startsBold = bold > 0;
            text.Append(decoded);
        }

        private void Tag(HtmlToken tag)
        {
            switch (tag.Name)
            {
                case "br":
                    EndLine(keepsEmpty: true);
                    break;
                case "li":
                    EndLine(keepsEmpty: false);
                    CloseItems();
                    if (!tag.IsClosing)
                        items.Push(new HtmlItem(++itemCount, lists, tag));
                    break;
                case "ul" or "ol":
                    EndLine(keepsEmpty: false);
                    if (tag.IsClosing)
                        CloseItems();
                    lists = Math.Max(0, lists + (tag.IsClosing ? -1 : 1));
                    break;
                case "p" or "div" or "dl" or "dt" or "dd" or "tr" or "table" or "hr" or "blockquote" or "pre" or "section"
                    or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    EndLine(keepsEmpty: false);
                    paragraph++;
                    break;
                case "td" or "th":
                    if (!tag.IsClosing && text.Length > 0)
                        text.Append(" – ");
                    break;
                case "b" or "strong":
                    bold = Math.Max(0, bold + (tag.IsClosing ? -1 : 1));
                    break;
                case "sup":
                    powerFollows = !tag.IsClosing && text.Length > 0 && char.IsAsciiDigit(text[^1]);
                    break;
                case "style" or "script":
                    muted = Math.Max(0, muted + (tag.IsClosing ? -1 : 1));
                    break;
                case "img" or "audio" or "video" or "object" or "embed" or "svg" or "iframe":
                    media += tag.IsClosing ? 0 : 1;
                    break;
                default:
                    break;
            }
        }

        // An item ends where the next of its list begins, where its list ends, and where it says so.
        private void CloseItems()
        {
            while (items.TryPeek(out var item) && item.List >= lists)
                items.Pop();
        }

        private void EndLine(bool keepsEmpty)
        {
            var line = Spacing().Replace(text.ToString(), " ").Trim(' ').Replace(MeantSpace, ' ').Replace(MeantTab, '\t');
            text.Clear();
            if (line.Length > 0 || keepsEmpty)
            {
                items.TryPeek(out var item);
                lines.Add(new HtmlLine(line, Math.Min(items.Count, DeckLimits.PointDepth), item.Number, paragraph, item.Number == 0 ? null : item.Tag, startsBold));
            }

            startsBold = false;
        }
    }

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Spacing();

    private readonly record struct HtmlItem(int Number, int List, HtmlToken Tag);
}

/// <summary>One line of a field.</summary>
/// <param name="Text">Without HTML.</param>
/// <param name="Depth">How many list items it is in, at most as many as points may be nested; 0 outside of lists.</param>
/// <param name="Item">The number of the innermost; 0 outside of lists.</param>
/// <param name="Paragraph">Lines of one paragraph have the same number.</param>
/// <param name="Tag">The tag of the innermost item.</param>
/// <param name="StartsBold">Whether it begins in bold type.</param>
internal sealed record HtmlLine(string Text, int Depth, int Item, int Paragraph, HtmlToken? Tag, bool StartsBold)
{
    public static HtmlLine Plain(string text) => new(text, 0, 0, 0, null, false);
}
