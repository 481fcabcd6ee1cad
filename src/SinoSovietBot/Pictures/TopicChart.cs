using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Revision.Statistics;
using SkiaSharp;

namespace SinoSovietBot.Pictures;

/// <summary>A bar for each topic; of many topics the weakest.</summary>
internal static class TopicChart
{
    private const int MostRows = 8;
    private const float Pitch = 30;
    private const float NameWidth = 224;
    private const float ShareWidth = 58;
    private const float CountWidth = 82;
    private const float Gap = 8;

    private static readonly TextStyle Name = new(19, Palette.Words);
    private static readonly TextStyle Count = new(18, Palette.Muted);

    public static void Draw(Pen pen, SKRect room, ImmutableArray<TopicProgress> topics)
    {
        // In a long list the order of the deck says little.
        bool isLong = topics.Length > MostRows;
        var shown = isLong ? topics.OrderBy(topic => topic.Recall).Take(MostRows - 1) : topics;
        float top = room.Top + 8;
        foreach (var topic in shown)
        {
            DrawRow(pen, room, top, topic);
            top += Pitch;
        }

        if (isLong)
        {
            string rest = string.Create(CultureInfo.InvariantCulture, $"the weakest; {topics.Length - MostRows + 1} more");
            pen.Write(rest, room.Left, top + 20, room.Width, Count);
        }
    }

    private static void DrawRow(Pen pen, SKRect room, float top, TopicProgress topic)
    {
        float baseline = top + 20;
        pen.Write(topic.Topic, room.Left, baseline, NameWidth, Name);
        float barLeft = room.Left + NameWidth + Gap;
        float barWidth = room.Right - CountWidth - ShareWidth - (2 * Gap) - barLeft;
        pen.Box(SKRect.Create(barLeft, top + 6, barWidth, 16), Palette.Track, 4);
        float filled = (float)(barWidth * Math.Clamp(topic.Recall, 0, 1));
        if (filled >= 1)
            pen.Box(SKRect.Create(barLeft, top + 6, filled, 16), Palette.Blue, 4);
        string share = string.Create(CultureInfo.InvariantCulture, $"{topic.Recall * 100:0} %");
        pen.Write(share, barLeft + barWidth + Gap + ShareWidth, baseline, ShareWidth, Name.Right);
        string count = string.Create(CultureInfo.InvariantCulture, $"{Short(topic.Learned)}/{Short(topic.Items)}");
        pen.Write(count, room.Right, baseline, CountWidth, Count.Right);
    }

    private static string Short(int count) => count < 1000
        ? count.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{count / 1000}k");
}
