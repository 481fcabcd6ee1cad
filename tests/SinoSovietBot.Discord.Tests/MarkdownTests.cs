using System.Globalization;
using System.Text;
using CsCheck;

namespace SinoSovietBot.Discord.Tests;

public sealed class MarkdownTests
{
    private static readonly Gen<string> _texts = Gen.OneOf(
        Gen.String[Gen.Char["a1 \n*_~`|<>[]()#-+.:@\\/"], 0, 40],
        Gen.OneOf("@everyone", "@here", "<@1>", "https://x.y", ":thinking:", "1. ", "> ", "- ", "\n", "**", "word", "||")
            .Array[0, 8].Select(string.Concat));

    /// <summary>With what one client or another takes for a line break, or for nothing at all.</summary>
    private static readonly Gen<string> _tricks = Gen.OneOf(
        Gen.String[Gen.Char["a1 \r\n\f\v\0\t\u0085\u2028\u2029\u202E\u2066\u200F\u200B\u3164\u00AD*_#->.@"], 0, 30],
        Gen.OneOf("@every\fone", "@he\0re", "\r# ", "\u2028- ", "-# ", "1\f. ", "htt\fps:/\0/", ":sk\full:", "<\f@1>", "word", "\u202E")
            .Array[0, 8].Select(string.Concat));

    [Fact]
    public void EscapedTextShowsAsItWasWritten() => _texts.Sample(text => Assert.Equal(text, Shown(Markdown.Escape(text))));

    [Fact]
    public void NothingSpecialIsLeft() => Gen.OneOf(_texts, _tricks).Sample(text =>
    {
        string bare = WithoutEscapes(Markdown.Escape(text));
        Assert.DoesNotContain(bare, "*_~`|<[]".Contains);
        Assert.DoesNotContain("://", bare, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", bare, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@here", bare, StringComparison.OrdinalIgnoreCase);
        Assert.All(bare.Split('\n'), line => Assert.False(line.TrimStart() is ['#' or '-' or '+' or '>', ..]));
        Assert.All(bare.Split('\n'), line => Assert.DoesNotMatch("^\\s*[0-9]+\\.[ \\t]", line));
        Assert.DoesNotMatch(":[A-Za-z0-9_]+:", bare);
    });

    [Fact]
    public void ALineStaysOneLineOfVisibleText() => Gen.OneOf(_texts, _tricks).Sample(text =>
    {
        string line = Markdown.EscapeLine(text);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.DoesNotContain(line, c => c is '\u2028' or '\u2029');
        Assert.DoesNotContain(line.Replace("@\u200B", "", StringComparison.Ordinal), c => char.GetUnicodeCategory(c) == UnicodeCategory.Format);
        Assert.True(line.Length == 0 || line.Any(c => !char.IsWhiteSpace(c)));
        Assert.Equal(line, Markdown.EscapeLine(Text.OneLine(text)));
    });

    [Theory]
    [InlineData("Ann\r\nBen\rChloe\u2028Dev", "Ann Ben Chloe Dev")]
    [InlineData("A\u202Enn\u2069", "Ann")]
    [InlineData("An\u200Bn\u00AD", "Ann")]
    [InlineData("👩\u200D🔬 Zoë", "👩\u200D🔬 Zoë")]
    [InlineData("🏴\U000E0067\U000E0062\U000E007F", "🏴\U000E0067\U000E0062\U000E007F")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("\u3164", "")]
    [InlineData("\u200D\uFE0F", "")]
    [InlineData(" \u0301 ", "")]
    public void NamesInOneLine(string name, string expected) => Assert.Equal(expected, Text.OneLine(name));

    [Theory]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("@every\0one", "@\u200Beveryone")]
    [InlineData("\r# title", "\n\\# title")]
    [InlineData("-# small", "\\-# small")]
    [InlineData("plain words, 1969", "plain words, 1969")]
    [InlineData("a*b_c", "a\\*b\\_c")]
    [InlineData("<@123> <:name:1> <t:1> </quiz:1>", "\\<@123> \\<\\:name:1> \\<t:1> \\</quiz:1>")]
    [InlineData("@Everyone", "@\u200BEveryone")]
    [InlineData("me@home", "me@home")]
    [InlineData("  # title", "  \\# title")]
    [InlineData("Mao - Zhou > Deng", "Mao - Zhou > Deng")]
    [InlineData("10:30 and 3.14", "10:30 and 3.14")]
    [InlineData("1. First", "1\\. First")]
    [InlineData("[a](https://x)", "\\[a\\](https\\://x)")]
    [InlineData("", "")]
    public void Examples(string text, string expected) => Assert.Equal(expected, Markdown.Escape(text));

    // What Discord shows: a backslash before punctuation disappears, a zero-width space has no width.
    private static string Shown(string escaped)
    {
        var shown = new StringBuilder();
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\' && i + 1 < escaped.Length && char.IsAscii(escaped[i + 1]) && !char.IsAsciiLetterOrDigit(escaped[i + 1])) i++;
            if (escaped[i] != '\u200B') shown.Append(escaped[i]);
        }

        return shown.ToString();
    }

    private static string WithoutEscapes(string escaped)
    {
        var bare = new StringBuilder();
        for (int i = 0; i < escaped.Length; i++)
        {
            // An escaped character is shown as itself, whatever stands around it.
            if (escaped[i] == '\\') bare.Append(i++ < escaped.Length ? '\u0001' : ' ');
            else bare.Append(escaped[i]);
        }

        return bare.ToString();
    }
}
