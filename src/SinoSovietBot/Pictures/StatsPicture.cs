using System.Collections.Immutable;
using SinoSovietBot.Study.Revision.Statistics;
using SkiaSharp;

namespace SinoSovietBot.Pictures;

/// <summary>Statistics as one picture. Pure: the same statistics give the same bytes. Thread-safe.</summary>
internal static class StatsPicture
{
    public const int Width = 1000;
    public const int Height = 760;

    private const float Margin = 24;
    private const float Gap = 16;
    private const float Radius = 10;
    private const float TopicsWidth = 520;

    // Fast to make and a little larger: the filter costs most of the time otherwise.
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.Sub, 1);

    private static readonly TextStyle Title = new(30, Palette.Words, IsBold: true);
    private static readonly TextStyle Subtitle = new(20, Palette.Muted);
    private static readonly TextStyle Figure = new(40, Palette.Words, IsBold: true);
    private static readonly TextStyle Heading = new(22, Palette.Words, IsBold: true);

    /// <summary>A PNG.</summary>
    public static byte[] Draw(StatsPictureText text, DeckStatistics stats) => Draw(text, stats, out _);

    /// <inheritdoc cref="Draw(StatsPictureText, DeckStatistics)"/>
    /// <param name="text">Its words.</param>
    /// <param name="stats">Its figures.</param>
    /// <param name="texts">Where text stands in it.</param>
    public static byte[] Draw(StatsPictureText text, DeckStatistics stats, out IReadOnlyList<SKRect> texts)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(Palette.Ground);
        using var pen = new Pen(surface.Canvas);
        float room = Width - (2 * Margin);
        float subtitle = pen.Write(text.Subtitle, Width - Margin, 46, room / 2, Subtitle.Right);
        pen.Write(text.Title, Margin, 46, room - subtitle - Gap, Title);
        DrawTiles(pen, text);

        TopicChart.Draw(pen, Panel(pen, "What you remember today", Margin, 182, TopicsWidth, 310), stats.Topics);
        float left = Margin + TopicsWidth + Gap;
        ForecastChart.Draw(pen, Panel(pen, "Coming back in 30 days", left, 182, Width - Margin - left, 310), stats.Forecast, stats.Today);
        HeatChart.Draw(pen, Panel(pen, "Half a year of revision", Margin, 508, room, 236), stats.Days);

        texts = pen.Texts;
        using var pixels = surface.PeekPixels();
        using var data = pixels?.Encode(Png);
        return data?.ToArray() ?? throw new InvalidOperationException("The picture could not be encoded.");
    }

    private static void DrawTiles(Pen pen, StatsPictureText text)
    {
        float width = (Width - (2 * Margin) - ((text.Tiles.Length - 1) * Gap)) / text.Tiles.Length;
        for (int i = 0; i < text.Tiles.Length; i++)
        {
            float left = Margin + (i * (width + Gap));
            pen.Box(SKRect.Create(left, 66, width, 100), Palette.Panel, Radius);
            pen.WriteSmaller(text.Tiles[i].Figure, left + Gap, 114, width - (2 * Gap), Figure, smallest: 24);
            pen.WriteSmaller(text.Tiles[i].Label, left + Gap, 148, width - (2 * Gap), Subtitle, smallest: 16);
        }
    }

    /// <summary>A titled panel.</summary>
    /// <returns>The room under its title.</returns>
    private static SKRect Panel(Pen pen, string title, float left, float top, float width, float height)
    {
        pen.Box(SKRect.Create(left, top, width, height), Palette.Panel, Radius);
        pen.Write(title, left + Gap, top + 34, width - (2 * Gap), Heading);
        return new SKRect(left + Gap, top + 46, left + width - Gap, top + height - 14);
    }
}

/// <summary>The words of the picture.</summary>
/// <param name="Title">The deck.</param>
/// <param name="Subtitle">The period.</param>
/// <param name="Tiles">Figures and what they are.</param>
internal sealed record StatsPictureText(string Title, string Subtitle, ImmutableArray<(string Figure, string Label)> Tiles);
