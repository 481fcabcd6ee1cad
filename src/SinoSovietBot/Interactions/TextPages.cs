using System.Collections.Immutable;
using System.Text;

namespace SinoSovietBot.Interactions;

/// <summary>Puts blocks of lines on pages.</summary>
internal static class TextPages
{
    private const string Continued = " (continued)";

    /// <summary>
    /// The pages, in order; at least one. A block begins a new page where the rest of one is too short for it; a block that is longer than a page goes
    /// on on the next, under its heading.
    /// </summary>
    /// <param name="blocks">In order. A heading with one line of it must fit on a page.</param>
    /// <param name="max">The greatest length of a page.</param>
    public static ImmutableArray<string> Of(IEnumerable<TextBlock> blocks, int max)
    {
        var pages = ImmutableArray.CreateBuilder<string>();
        var page = new StringBuilder();
        foreach (var block in blocks)
        {
            if (page.Length > 0 && page.Length + block.Length + 1 > max)
                Turn();
            if (page.Length > 0)
                page.Append('\n');
            page.Append(block.Heading).Append('\n');
            foreach (string line in block.Lines)
            {
                if (page.Length + line.Length + 1 > max)
                {
                    Turn();
                    page.Append(block.Heading).Append(Continued).Append('\n');
                }

                page.Append(line).Append('\n');
            }
        }

        if (page.Length > 0 || pages.Count == 0)
            Turn();
        return pages.ToImmutable();

        void Turn()
        {
            pages.Add(page.ToString().TrimEnd('\n'));
            page.Clear();
        }
    }
}

/// <summary>Lines that belong together.</summary>
internal sealed record TextBlock(string Heading, ImmutableArray<string> Lines)
{
    /// <summary>With its line breaks.</summary>
    public int Length { get; } = Heading.Length + 1 + Lines.Sum(line => line.Length + 1);
}
