using System.Globalization;
using SinoSovietBot.Study.Revision.Statistics;
using SkiaSharp;

namespace SinoSovietBot.Pictures;

/// <summary>What is scheduled on each of the next days as bars, with a line over each for all that is to be expected.</summary>
internal static class ForecastChart
{
    private const int DaysBetweenLabels = 7;
    private const float LegendHeight = 24;
    private const float LabelHeight = 26;

    private static readonly TextStyle Label = new(18, Palette.Muted);

    public static void Draw(Pen pen, SKRect room, DueForecast forecast, DateOnly today)
    {
        DrawLegend(pen, room);
        double most = Math.Max(forecast.Scheduled.Max(), forecast.Expected.IsEmpty ? 0 : forecast.Expected.Max());
        int step = AxisStep(most);
        int ceiling = step * Math.Max(1, (int)Math.Ceiling(most / step));
        string[] ticks = [.. Enumerable.Range(0, (ceiling / step) + 1).Select(tick => (tick * step).ToString("N0", CultureInfo.InvariantCulture))];
        float axis = ticks.Max(tick => pen.Width(tick, Label)) + 8;
        var plot = new SKRect(room.Left + axis, room.Top + LegendHeight + 18, room.Right, room.Bottom - LabelHeight);
        for (int tick = 0; tick < ticks.Length; tick++)
        {
            float y = plot.Bottom - (plot.Height * tick * step / ceiling);
            pen.Box(SKRect.Create(plot.Left, y - 0.5f, plot.Width, 1), Palette.Track, 0);
            pen.Write(ticks[tick], plot.Left - 8, y + 6, axis, Label.Right);
        }

        DrawBars(pen, plot, forecast, ceiling);
        DrawDays(pen, plot, room.Bottom - 4, today);
    }

    /// <summary>A round step such that up to four of them reach the highest value.</summary>
    public static int AxisStep(double most)
    {
        for (long power = 1; ; power *= 10)
        {
            foreach (long step in (long[])[power, 2 * power, 5 * power])
            {
                if (step * 4 >= most)
                    return (int)step;
            }
        }
    }

    private static void DrawLegend(Pen pen, SKRect room)
    {
        float baseline = room.Top + 20;
        pen.Box(SKRect.Create(room.Left, baseline - 13, 14, 14), Palette.Blue, 3);
        float x = room.Left + 20;
        x += pen.Write("scheduled", x, baseline, 120, Label) + 20;
        pen.Box(SKRect.Create(x, baseline - 8, 14, 4), Palette.Orange, 2);
        pen.Write("expected, if you go on daily", x + 20, baseline, room.Right - x - 20, Label);
    }

    private static void DrawBars(Pen pen, SKRect plot, DueForecast forecast, int ceiling)
    {
        float pitch = plot.Width / forecast.Scheduled.Length;
        for (int day = 0; day < forecast.Scheduled.Length; day++)
        {
            float left = plot.Left + (day * pitch) + (pitch * 0.14f);
            float height = plot.Height * forecast.Scheduled[day] / ceiling;
            if (height > 0)
                pen.Box(SKRect.Create(left, plot.Bottom - height, pitch * 0.72f, height), Palette.Blue, Math.Min(2, height / 2));
            if (day < forecast.Expected.Length && forecast.Expected[day] > 0)
            {
                float top = plot.Bottom - (float)(plot.Height * forecast.Expected[day] / ceiling);
                pen.Box(SKRect.Create(left, top - 1.5f, pitch * 0.72f, 3), Palette.Orange, 1.5f);
            }
        }
    }

    private static void DrawDays(Pen pen, SKRect plot, float baseline, DateOnly today)
    {
        float pitch = plot.Width / DueForecast.Days;
        float free = plot.Left;
        for (int day = 0; day < DueForecast.Days; day += DaysBetweenLabels)
        {
            string label = day == 0 ? "today" : today.AddDays(day).ToString("d MMM", CultureInfo.InvariantCulture);
            float x = plot.Left + ((day + 0.5f) * pitch);
            float width = pen.Width(label, Label);
            // Under its bar, as far as the plot allows.
            x = Math.Clamp(x, plot.Left + (width / 2), plot.Right - (width / 2));
            if (x - (width / 2) < free)
                continue;
            pen.Write(label, x, baseline, width, Label.Centred);
            free = x + (width / 2) + 8;
        }
    }
}
