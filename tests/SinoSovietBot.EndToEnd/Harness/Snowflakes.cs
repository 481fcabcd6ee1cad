using System.Globalization;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>The time inside Discord's ids.</summary>
internal static class Snowflakes
{
    private const long DiscordEpochMs = 1_420_070_400_000;
    private const int TimeShift = 22;

    public static DateTimeOffset TimeOf(string id) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(Number(id) >> TimeShift) + DiscordEpochMs);

    /// <summary>Ids made later are greater.</summary>
    public static ulong Number(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);
}
