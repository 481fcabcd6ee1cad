using System.Text;
using SkiaSharp;

namespace SinoSovietBot.Pictures;

/// <summary>The letters of pictures: Noto Sans, which comes with the bot. Thread-safe.</summary>
internal static class PictureFonts
{
    private static readonly Lazy<SKTypeface> RegularFace = new(() => Load("NotoSans-Regular.ttf"));
    private static readonly Lazy<SKTypeface> BoldFace = new(() => Load("NotoSans-Bold.ttf"));

    public static SKTypeface Regular => RegularFace.Value;

    public static SKTypeface Bold => BoldFace.Value;

    /// <summary>The text with a question mark for every character that the letters do not have; one instead of several in a row.</summary>
    public static string Showable(string text)
    {
        using var font = new SKFont(Regular);
        if (font.ContainsGlyphs(text))
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (font.ContainsGlyphs(rune.ToString()))
                shown.Append(rune);
            else if (shown.Length == 0 || shown[^1] != '?')
                shown.Append('?');
        }

        return shown.ToString();
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(PictureFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program.");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"{name} is no font.");
    }
}
