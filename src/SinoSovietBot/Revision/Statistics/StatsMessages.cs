using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Pictures;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Study.Revision.Statistics;

namespace SinoSovietBot.Revision.Statistics;

/// <summary>Statistics in words. Pure.</summary>
internal static class StatsMessages
{
    private const int Color = 0x56B4E9;
    private const int ShownTopics = 15;
    private const int TopicLength = 60;
    private const string PictureName = "stats.png";

    public static string NothingYet(string deck, int items) => string.Create(
        CultureInfo.InvariantCulture,
        $"You have not revised **{Markdown.EscapeLine(deck)}** yet, so there is nothing to count. `/card` shows you the first of its {items:N0} "
        + $"{(items == 1 ? "item" : "items")}; come back here afterwards.");

    public static MessageContent Stats(string deck, DeckStatistics stats, ShownExam? exam, ReadOnlyMemory<byte> picture) => new()
    {
        Embeds =
        [
            new Embed
            {
                Title = Text.Cut($"Your revision · {Markdown.EscapeLine(deck)}", DiscordLimits.EmbedTitle),
                Description = Text.Cut(Words(stats, exam), DiscordLimits.EmbedDescription),
                Color = Color,
                ImageUrl = $"attachment://{PictureName}",
            },
        ],
        Files = [new FileUpload(PictureName, picture, AltText(deck, stats))],
    };

    public static StatsPictureText PictureText(string deck, DeckStatistics stats) => new(
        Text.OneLine(deck),
        Period(stats.Period),
        [
            (Count(stats.Due), "due now"),
            stats.Retention.Share is { } share
                ? (Share(share), $"retention, goal {Percent(stats.Retention.Wanted)}")
                : ("–", $"retention: {Count(stats.Retention.Tested)} of {RetentionFigure.Enough} reviews"),
            (Days(stats.Streak.Current), $"streak, longest {Count(stats.Streak.Longest)}"),
            ($"{Count(stats.Learned)} of {Count(stats.Items)}", "learned"),
        ]);

    /// <summary>For people who do not see the picture.</summary>
    public static string AltText(string deck, DeckStatistics stats)
    {
        var weakest = stats.Topics.MinBy(topic => topic.Recall);
        string text = $"Statistics of {Text.Cut(Text.OneLine(deck), 200)}, {Period(stats.Period)}: {Count(stats.Due)} due now; "
            + $"{Retention(stats.Retention)}; streak {Days(stats.Streak.Current)}, longest {Count(stats.Streak.Longest)}; "
            + $"{Count(stats.Learned)} of {Count(stats.Items)} learned. "
            + $"Bars of {Counted(stats.Topics.Length, "topic")}: on average {Percent(stats.Recall)} remembered today"
            + (weakest is null ? ". " : $", least of {Text.Cut(Text.OneLine(weakest.Topic), 100)} with {Percent(weakest.Recall)}. ")
            + $"Bars of what comes back: {Count(stats.Forecast.Scheduled[0])} today, {Count(stats.Forecast.Scheduled.Take(7).Sum())} within 7 days, "
            + $"{Count(stats.Forecast.Scheduled.Sum())} within {DueForecast.Days} days. "
            + $"Calendar of {HeatMap.Weeks} weeks: {Count(stats.Days.Reviews.Sum())} reviews on {Counted(stats.Days.Reviews.Count(day => day > 0), "day")}, "
            + $"at most {Count(stats.Days.Most)} on one.";
        return Text.Cut(text, DiscordLimits.FileDescription);
    }

    private static string Words(DeckStatistics stats, ShownExam? exam)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"**Due now:** {Count(stats.Due)}\n**Learned:** {Count(stats.Learned)} of {Count(stats.Items)} · {Count(stats.New)} new");
        if (stats.Suspended > 0)
            body.Append(CultureInfo.InvariantCulture, $" · {Count(stats.Suspended)} suspended");
        body.Append(CultureInfo.InvariantCulture, $"\n**{Capital(Period(stats.Period))}:** {Counted(stats.Reviews, "review")} in {Duration(stats.Time)}\n");
        body.Append(CultureInfo.InvariantCulture, $"**Retention:** {Retention(stats.Retention)}\n");
        body.Append(CultureInfo.InvariantCulture, $"**Streak:** {Days(stats.Streak.Current)}, longest {Count(stats.Streak.Longest)}");
        if (stats.Streak is { Current: > 0, CountsToday: false })
            body.Append(" · revise today to keep it");
        if (exam is not null)
        {
            string whose = exam.IsOfClass ? " (your class's)" : "";
            body.Append(CultureInfo.InvariantCulture, $"\n**Exam:** {ExamWords.Day(exam.Exam.Day)}, {ExamWords.In(exam.DaysLeft)}{whose}");
            body.Append(" · more with `/study exam`");
        }

        body.Append("\n\n**Coming back:** ");
        body.Append(CultureInfo.InvariantCulture, $"{Count(stats.Forecast.Scheduled[0])} today, {Count(stats.Forecast.Scheduled[1])} tomorrow, ");
        body.Append(CultureInfo.InvariantCulture, $"{Count(stats.Forecast.Scheduled.Take(7).Sum())} within 7 days, ");
        body.Append(CultureInfo.InvariantCulture, $"{Count(stats.Forecast.Scheduled.Sum())} within {DueForecast.Days}");
        int expected = (int)Math.Round(stats.Forecast.Expected.Take(7).DefaultIfEmpty().Average());
        body.Append(CultureInfo.InvariantCulture, $"\n**Expected,** if you go on every day: about {Count(expected)} a day this week");
        body.Append(CultureInfo.InvariantCulture, $"\n\n**You remember today** about {Percent(stats.Recall)} of the deck:\n");
        foreach (var topic in stats.Topics.Take(ShownTopics))
        {
            body.Append(CultureInfo.InvariantCulture, $"{Markdown.EscapeLine(Text.Cut(topic.Topic, TopicLength))}: {Percent(topic.Recall)} ");
            body.Append(CultureInfo.InvariantCulture, $"· {Count(topic.Learned)} of {Count(topic.Items)} begun\n");
        }

        if (stats.Topics.Length > ShownTopics)
            body.Append(CultureInfo.InvariantCulture, $"… and {Count(stats.Topics.Length - ShownTopics)} more topics");
        return body.ToString().TrimEnd('\n');
    }

    private static string Retention(RetentionFigure figure) => figure.Share is { } share
        ? $"{Share(share)} of {Counted(figure.Tested, "review")} remembered, {Percent(figure.Wanted)} wanted"
        : $"not enough reviews yet ({Count(figure.Tested)} of {RetentionFigure.Enough}), {Percent(figure.Wanted)} wanted";

    private static string Period(StatisticsPeriod period) => period switch
    {
        StatisticsPeriod.Week => "last 7 days",
        StatisticsPeriod.Month => "last 30 days",
        _ => "all time",
    };

    private static string Duration(TimeSpan time)
    {
        if (time < TimeSpan.FromMinutes(1))
            return "less than a minute";
        int hours = (int)time.TotalHours;
        return hours == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{hours:N0} h {time.Minutes} min");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Days(int days) => Counted(days, "day");

    private static string Counted(int count, string what) => $"{Count(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
