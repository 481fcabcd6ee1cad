using System.Globalization;

namespace SinoSovietBot.Study.Revision.Exchange;

/// <summary>How files of reviews say things.</summary>
internal static class ReviewWords
{
    /// <summary>In UTC, to the millisecond.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time where it comes back within the day, else a day.</summary>
    public static string Due(ItemMemory memory) => memory switch
    {
        { DueAt: { } at } => Time(at),
        { DueOn: { } on } => Day(on),
        _ => "",
    };

    public static string Of<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
