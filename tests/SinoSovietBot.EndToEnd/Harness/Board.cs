using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>Reads a leaderboard, page after page.</summary>
internal static partial class Board
{
    private const int PageSize = 10;

    /// <summary>Between the page and the reader's own line, where that is on another page.</summary>
    private const string Gap = "…";

    /// <summary>
    /// Every page shows who it should, with their places and points; members with equal points share a place; the reader's own place is on every
    /// page.
    /// </summary>
    public static async Task ShowsAsync(ScriptedMember reader, ChatMessage firstPage, IReadOnlyList<ExpectedPlace> podium)
    {
        var expected = podium
            .Select(place => new Line(1 + podium.Count(other => other.Right > place.Right), place.Member.Name, place.Right))
            .ToList();
        var shown = new List<Line>();
        for (var page = firstPage; ; page = await NextAsync(reader, page))
        {
            var lines = page.Text.Split('\n');
            var onPage = LinesIn(lines.TakeWhile(line => line != Gap));
            Assert.InRange(onPage.Count, 1, PageSize);
            shown.AddRange(onPage);
            if (expected.FirstOrDefault(line => line.Name == reader.Name) is { } own)
                Assert.Contains(own, LinesIn(lines));
            if (shown.Count >= expected.Count || !page.Buttons.Any(IsNext))
                break;
        }

        Assert.Equal(expected.OrderBy(line => line.Place).ThenBy(line => line.Name), shown.OrderBy(line => line.Place).ThenBy(line => line.Name));
        Assert.Equal(shown.Select(line => line.Points).OrderDescending(), shown.Select(line => line.Points));
    }

    private static List<Line> LinesIn(IEnumerable<string> lines) =>
        [.. from line in lines
            let match = Standing().Match(line)
            where match.Success
            select new Line(PlaceOf(match.Groups["place"].Value), match.Groups["name"].Value, Number(match.Groups["points"].Value))];

    private static int PlaceOf(string text) => text switch
    {
        "🥇" => 1,
        "🥈" => 2,
        "🥉" => 3,
        _ => Number(text.TrimEnd('.')),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<ChatMessage> NextAsync(ScriptedMember reader, ChatMessage page)
    {
        var pressed = await reader.PressAsync(page, page.Buttons.First(IsNext).CustomId);
        Assert.True(pressed.Succeeded, pressed.Failure);
        return await reader.WaitForMessageAsync(message => message.Id == page.Id && message.Text != page.Text, "the next page", pressed.Mark);
    }

    private static bool IsNext(ChatButton button) => button is { Disabled: false, Label: "Next" };

    [GeneratedRegex(@"^(?<place>🥇|🥈|🥉|\d+\.) (?<name>.+?)(?: \(you\))? (?<points>\d+) points?\b")]
    private static partial Regex Standing();

    private sealed record Line(int Place, string Name, int Points);
}
