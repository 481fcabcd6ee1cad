using SinoSovietBot.Pictures;
using SinoSovietBot.Revision.Statistics;
using SinoSovietBot.Study.Revision.Statistics;

namespace SinoSovietBot.Tests.Pictures;

/// <summary>Statistics of a made-up learner.</summary>
internal static class Sample
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly string[] Topics =
        ["The alliance", "Strain under Khrushchev", "Split: rivalry and ideology", "Border clashes", "Даманский · Zhēnbǎo", "Rapprochement", "Consequences"];

    public static DeckStatistics Of(int topics = 7, int scale = 1, string? topic = null)
    {
        var random = new Random(3);
        return new DeckStatistics
        {
            Period = StatisticsPeriod.Month,
            Today = Today,
            Due = 14 * scale,
            Learned = 132 * scale,
            New = 40,
            Suspended = 1,
            Reviews = 412 * scale,
            Time = TimeSpan.FromMinutes(83),
            Retention = new RetentionFigure(scale == 0 ? 0 : 340, scale == 0 ? 0 : 376, 0.9),
            Streak = new Streak(12 * scale, 31 * scale, true),
            Topics = [.. Enumerable.Range(0, topics).Select(number => Topic(topic ?? Topics[number % Topics.Length], number, scale, random))],
            Forecast = new DueForecast(
                [.. Enumerable.Range(0, DueForecast.Days).Select(day => random.Next(day < 10 ? 20 : 9) * scale)],
                12,
                [.. Enumerable.Range(0, DueForecast.Days).Select(_ => (14.0 + random.Next(12)) * scale)]),
            Days = HeatMap.Of(Enumerable.Range(0, 180).SelectMany(day => Enumerable.Repeat(Today.AddDays(-day), random.Next(40) * Math.Min(scale, 100))), Today),
        };
    }

    public static byte[] Picture(DeckStatistics stats) => StatsPicture.Draw(StatsMessages.PictureText("Sino-Soviet relations, 1949–76", stats), stats);

    private static TopicProgress Topic(string name, int number, int scale, Random random) =>
        new(name, (12 * scale) + number, 9 * scale, scale == 0 ? 0 : random.NextDouble());
}
