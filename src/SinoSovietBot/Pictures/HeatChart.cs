using System.Globalization;
using SinoSovietBot.Study.Revision.Statistics;
using SkiaSharp;

namespace SinoSovietBot.Pictures;

/// <summary>A square for each day, a column for each week, the lighter the more was revised.</summary>
internal static class HeatChart
{
    private const float Cell = 18;
    private const float Pitch = 22;
    private const float DayNames = 50;

    private static readonly TextStyle Label = new(18, Palette.Muted);
    private static readonly TextStyle Words = new(19, Palette.Words);

    public static void Draw(Pen pen, SKRect room, HeatMap days)
    {
        float left = room.Left + DayNames;
        float top = room.Top + 25;
        DrawMonths(pen, left, room.Top + 17, days);
        foreach (var (row, name) in ((int, string)[])[(0, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun")])
            pen.Write(name, room.Left, top + (row * Pitch) + 15, DayNames, Label);
        for (int day = 0; day < days.Reviews.Length; day++)
        {
            var cell = SKRect.Create(left + (day / 7 * Pitch), top + (day % 7 * Pitch), Cell, Cell);
            pen.Box(cell, Palette.Heat[days.Level(days.Reviews[day])], 4);
        }

        float right = left + (HeatMap.Weeks * Pitch) + 28;
        DrawSums(pen, right, top, room.Right - right, days);
        DrawLegend(pen, right, top + (6 * Pitch), room.Right);
    }

    // A month is named over its first whole week, where there is room for it.
    private static void DrawMonths(Pen pen, float left, float baseline, HeatMap days)
    {
        float free = left;
        for (int week = 0; week < HeatMap.Weeks; week++)
        {
            var monday = days.First.AddDays(week * 7);
            bool begins = week == 0 || monday.Month != monday.AddDays(-7).Month;
            string name = monday.ToString("MMM", CultureInfo.InvariantCulture);
            float x = left + (week * Pitch);
            bool nextIsNear = week == 0 && monday.AddDays(14).Month != monday.Month;
            if (begins && x >= free && !nextIsNear && x + pen.Width(name, Label) <= left + (HeatMap.Weeks * Pitch))
                free = x + pen.Write(name, x, baseline, 3 * Pitch, Label) + 8;
        }
    }

    private static void DrawSums(Pen pen, float x, float top, float room, HeatMap days)
    {
        int active = days.Reviews.Count(reviews => reviews > 0);
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{days.Reviews.Sum(reviews => (long)reviews):N0} reviews"),
            string.Create(CultureInfo.InvariantCulture, $"on {active} of {days.Reviews.Length} days"),
            string.Create(CultureInfo.InvariantCulture, $"most on one day: {days.Most:N0}"),
        ];
        for (int line = 0; line < lines.Length; line++)
            pen.Write(lines[line], x, top + 18 + (line * 28), room, Words);
    }

    private static void DrawLegend(Pen pen, float x, float top, float right)
    {
        x += pen.Write("less", x, top + 15, right - x, Label) + 8;
        foreach (var color in Palette.Heat)
        {
            pen.Box(SKRect.Create(x, top, Cell, Cell), color, 4);
            x += Pitch;
        }

        pen.Write("more", x + 4, top + 15, right - x - 4, Label);
    }
}
