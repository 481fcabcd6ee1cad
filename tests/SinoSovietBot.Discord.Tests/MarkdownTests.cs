using System.Text;
using CsCheck;

namespace SinoSovietBot.Discord.Tests;

public sealed class MarkdownTests
{
    private static readonly Gen<string> _texts = Gen.OneOf(
        Gen.String[Gen.Char["a1 \n*_~`|<>[]()#-+.:@\\/"], 0, 40],
        Gen.OneOf("@everyone", "@here", "<@1>", "https://x.y", ":thinking:", "1. ", "> ", "- ", "\n", "**", "word", "||")
            .Array[0, 8].Select(string.Concat));

    [Fact]
    public void EscapedTextShowsAsItWasWritten() => _texts.Sample(text => Assert.Equal(text, Shown(Markdown.Escape(text))));

    [Fact]
    public void NothingSpecialIsLeft() => _texts.Sample(text =>
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

    [Theory]
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
