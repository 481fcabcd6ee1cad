using SkiaSharp;

namespace SinoSovietBot.Pictures;

/// <summary>Draws on a canvas, with text that never leaves the room it is given. For one thread.</summary>
internal sealed class Pen(SKCanvas canvas) : IDisposable
{
    private const string Cut = "…";

    private readonly SKFont regular = Font(PictureFonts.Regular);
    private readonly SKFont bold = Font(PictureFonts.Bold);
    private readonly SKPaint paint = new() { IsAntialias = true };

    /// <summary>Where text was drawn so far: tests see that nothing overlaps.</summary>
    public List<SKRect> Texts { get; } = [];

    public void Dispose()
    {
        regular.Dispose();
        bold.Dispose();
        paint.Dispose();
    }

    public void Box(SKRect room, SKColor color, float radius)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = color;
        canvas.DrawRoundRect(room, radius, radius, paint);
    }

    public void Frame(SKRect room, SKColor color, float width)
    {
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = width;
        paint.Color = color;
        canvas.DrawRect(room, paint);
    }

    /// <summary>One line, cut where it is too long.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="x">The left or right end, or the middle, as <see cref="TextStyle.Align"/> says.</param>
    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="room">The greatest width.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>The width.</returns>
    public float Write(string text, float x, float baseline, float room, TextStyle style)
    {
        var font = style.IsBold ? bold : regular;
        font.Size = style.Size;
        string shown = Fit(PictureFonts.Showable(text), room, font);
        if (shown.Length == 0)
            return 0;
        paint.Style = SKPaintStyle.Fill;
        paint.Color = style.Color;
        canvas.DrawText(shown, x, baseline, style.Align, font, paint);
        float width = font.MeasureText(shown);
        float left = style.Align switch { SKTextAlign.Right => x - width, SKTextAlign.Center => x - (width / 2), _ => x };
        Texts.Add(new SKRect(left, baseline - (style.Size * 0.8f), left + width, baseline + (style.Size * 0.2f)));
        return width;
    }

    /// <summary>One line in smaller letters where it is too long, and cut where even the smallest are too large.</summary>
    public void WriteSmaller(string text, float x, float baseline, float room, TextStyle style, float smallest)
    {
        float size = style.Size * room / Math.Max(room, Width(PictureFonts.Showable(text), style));
        Write(text, x, baseline, room, style with { Size = Math.Max(smallest, (float)Math.Floor(size)) });
    }

    public float Width(string text, TextStyle style)
    {
        var font = style.IsBold ? bold : regular;
        font.Size = style.Size;
        return font.MeasureText(text);
    }

    private static string Fit(string text, float room, SKFont font)
    {
        if (font.MeasureText(text) <= room)
            return text;
        int kept = text.Length;
        while (kept > 0)
        {
            // Never half of a pair.
            kept -= kept > 1 && char.IsLowSurrogate(text[kept - 1]) ? 2 : 1;
            string cut = text[..kept].TrimEnd() + Cut;
            if (font.MeasureText(cut) <= room)
                return cut;
        }

        return "";
    }

    private static SKFont Font(SKTypeface face) => new(face) { Edging = SKFontEdging.Antialias, Subpixel = true, Hinting = SKFontHinting.None };
}

/// <summary>How a text looks.</summary>
internal readonly record struct TextStyle(float Size, SKColor Color, bool IsBold = false, SKTextAlign Align = SKTextAlign.Left)
{
    public TextStyle Right => this with { Align = SKTextAlign.Right };

    public TextStyle Centred => this with { Align = SKTextAlign.Center };
}
