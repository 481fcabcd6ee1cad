using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>Reads a leaderboard, page after page.</summary>
internal static partial class Board
{
    private const int PageSize = 10;

    /// <summary>Every page shows who it should, with their places and points; members with equal points share a place.</summary>
    public static async Task ShowsAsync(ScriptedMember reader, ChatMessage firstPage, IReadOnlyList<ExpectedPlace> expected)
    {
        var points = expected.Select(place => place.Right).ToList();
        var shown = new List<(int Place, string Name, int Points)>();
        for (var page = firstPage; ; page = await NextAsync(reader, page))
        {
            shown.AddRange(Lines(page, expected));
            if (shown.Count >= expected.Count || !page.Buttons.Any(IsNext))
                break;
        }

        Assert.Equal(
            expected.Select(place => (Place: 1 + points.Count(other => other > place.Right), place.Member.Name, place.Right)).Order(),
            shown.Order());
        Assert.Equal(shown.Select(line => line.Points).OrderDescending(), shown.Select(line => line.Points));
    }

    private static List<(int Place, string Name, int Points)> Lines(ChatMessage page, IReadOnlyList<ExpectedPlace> expected)
    {
        var lines = page.Text.Split('\n')
            .Select(line => (Line: line, Member: expected.FirstOrDefault(place => line.Contains(place.Member.Name, StringComparison.Ordinal))?.Member))
            .Where(line => line.Member is not null && Numbers().Count(line.Line.Replace(line.Member.Name, "", StringComparison.Ordinal)) >= 2)
            .Select(line =>
            {
                var numbers = Numbers().Matches(line.Line.Replace(line.Member!.Name, "", StringComparison.Ordinal))
                    .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
                return (numbers[0], line.Member.Name, numbers[1]);
            })
            .ToList();
        Assert.True(lines.Count <= PageSize, $"More than {PageSize} on a page: {page}");
        return lines;
    }

    private static async Task<ChatMessage> NextAsync(ScriptedMember reader, ChatMessage page)
    {
        var pressed = await reader.PressAsync(page, page.Buttons.First(IsNext).CustomId);
        Assert.True(pressed.Succeeded, pressed.Failure);
        return await reader.WaitForMessageAsync(message => message.Id == page.Id && message.Text != page.Text, "the next page", pressed.Mark);
    }

    private static bool IsNext(ChatButton button) => !button.Disabled && button.Label.Contains("Next", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
