using SkiaSharp;

namespace SinoSovietBot.Pictures;

/// <summary>
/// The colours of pictures: a dark ground of their own, so that they are read alike in Discord's dark and light mode; blue and orange for what has to be
/// told apart, which every eye does; one hue, from dark to light, for more and less.
/// </summary>
internal static class Palette
{
    public static readonly SKColor Ground = new(0xFF1E1F22);
    public static readonly SKColor Panel = new(0xFF2B2D31);
    public static readonly SKColor Track = new(0xFF3F4248);
    public static readonly SKColor Words = new(0xFFF2F3F5);
    public static readonly SKColor Muted = new(0xFFB5BAC1);
    public static readonly SKColor Blue = new(0xFF56B4E9);
    public static readonly SKColor Orange = new(0xFFE69F00);

    /// <summary>From nothing to most.</summary>
    public static readonly SKColor[] Heat = [Track, new(0xFF1F5A82), new(0xFF2F80B5), new(0xFF56B4E9), new(0xFFBDE3F9)];
}
