using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Leaderboard;

namespace SinoSovietBot.Leaderboard;

/// <summary>What a board looks like. Pure.</summary>
internal static class LeaderboardMessages
{
    public static MessageContent Page(LeaderboardPage page, ComponentId.Board board, string? deckTitle)
    {
        var body = new StringBuilder();
        if (page.Standings.IsEmpty)
        {
            body.Append("Nobody has points here yet. Points come from quizzes that a teacher started: ")
                .Append("one for a right answer to a question that at least three members answered.");
        }

        foreach (var standing in page.Standings)
            body.Append(Line(standing, page.Own)).Append('\n');
        if (page.Own is { } own && !page.Standings.Any(standing => standing.Member == own.Member))
            body.Append("…\n").Append(Line(own, own)).Append('\n');
        var embed = new Embed
        {
            Title = Text.Cut($"Leaderboard · {Name(board.Period)} · {Markdown.EscapeLine(deckTitle ?? "all decks")}", DiscordLimits.EmbedTitle),
            Description = Text.Cut(body.ToString(), DiscordLimits.EmbedDescription),
            Color = 0xFEE75C,
            Footer = Footer(page),
        };
        return new MessageContent { Embeds = [embed], Rows = Paging.Row(page.Page, page.Pages, target => board with { Page = target }) };
    }

    private static string Line(Standing standing, Standing? own)
    {
        // Bold, because "4. " would begin a list, and Discord numbers those by itself: a shared 4th place would be shown as 4 and 5.
        string place = standing.Place switch
        {
            1 => "🥇",
            2 => "🥈",
            3 => "🥉",
            _ => string.Create(CultureInfo.InvariantCulture, $"**{standing.Place}.**"),
        };
        string name = Markdown.EscapeLine(standing.Name) is { Length: > 0 } shown ? shown : "somebody";
        string you = standing.Member == own?.Member ? " (you)" : "";
        string points = standing.Points == 1 ? "point" : "points";
        return string.Create(
            CultureInfo.InvariantCulture, $"{place} **{name}**{you} {standing.Points} {points} · {standing.Points} of {standing.Answered} correct");
    }

    private static string? Footer(LeaderboardPage page) => page.Pages > 1
        ? string.Create(CultureInfo.InvariantCulture, $"Page {page.Page + 1} of {page.Pages} · {page.Members} members")
        : null;

    private static string Name(LeaderboardPeriod period) => period switch
    {
        LeaderboardPeriod.Today => "today",
        LeaderboardPeriod.Week => "this week",
        LeaderboardPeriod.Month => "this month",
        _ => "all time",
    };
}
