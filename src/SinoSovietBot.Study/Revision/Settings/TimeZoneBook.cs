using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Revision.Settings;

/// <summary>The IANA time zones by their names, as people look for them. Immutable.</summary>
public sealed partial class TimeZoneBook
{
    /// <summary>No name is longer.</summary>
    public const int MaxLength = 64;

    // Offered to whoever has typed nothing yet.
    private static readonly ImmutableArray<string> Common =
    [
        "Europe/London", "Europe/Dublin", "Europe/Paris", "Europe/Berlin", "Europe/Athens", "Europe/Istanbul", "Europe/Moscow", "Asia/Dubai",
        "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok", "Asia/Hong_Kong", "Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo",
        "Australia/Sydney", "Pacific/Auckland", "Africa/Lagos", "Africa/Johannesburg", "America/New_York", "America/Chicago", "America/Denver",
        "America/Los_Angeles", "America/Sao_Paulo",
    ];

    private static readonly Lazy<TimeZoneBook> Machine = new(() => new TimeZoneBook(IdsOfThisMachine()));

    private readonly ImmutableArray<string> ids;

    public TimeZoneBook(IEnumerable<string> ids) => this.ids = [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Those that this machine knows.</summary>
    public static TimeZoneBook OfThisMachine => Machine.Value;

    /// <summary>
    /// The id of the zone that was meant: an id in any case, the last part of one alone (<c>london</c>, <c>new york</c>), or a name of Windows; null where
    /// this machine knows none such.
    /// </summary>
    public string? Find(string typed)
    {
        string wanted = typed.Trim();
        if (wanted.Length is 0 or > MaxLength)
            return null;
        if (ids.FirstOrDefault(id => string.Equals(id, wanted, StringComparison.OrdinalIgnoreCase)) is { } listed)
            return listed;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(wanted, out string? converted))
            return converted;
        // An old name such as US/Eastern stands in no list. Of a name, the machine makes a path to open: none that leads elsewhere may come so far.
        if (IdForm().IsMatch(wanted) && TimeZoneInfo.TryFindSystemTimeZoneById(wanted, out var zone) && zone.HasIanaId)
            return zone.Id;
        return ids.Where(id => Plain(LastPart(id)) == Plain(wanted)).ToList() is [var only] ? only : null;
    }

    /// <summary>Zones whose names hold what was typed, those first of which it begins the last part, and of these the common ones; for an empty text
    /// the common ones alone.</summary>
    public ImmutableArray<string> Matching(string typed, int take)
    {
        string wanted = Plain(typed);
        if (wanted.Length == 0)
            return [.. Common.Where(id => ids.Contains(id)).Take(take)];
        return
        [
            .. ids.Where(id => Plain(id).Contains(wanted, StringComparison.Ordinal))
                .OrderBy(id => Plain(LastPart(id)).StartsWith(wanted, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(id => Common.Contains(id) ? 0 : 1)
                .Take(take),
        ];
    }

    /// <summary>What may have been meant by a text that names no zone: zones of that offset now, or with a name like it; perhaps none.</summary>
    public ImmutableArray<string> Nearest(string typed, DateTimeOffset now, int take)
    {
        string wanted = typed.Trim();
        if (Offset(wanted) is { } offset)
            return [.. Common.Where(id => ids.Contains(id)).Concat(ids).Distinct().Where(id => OffsetOf(id, now) == offset).Take(take)];
        if (Matching(wanted, take) is { IsEmpty: false } matching && Plain(wanted).Length > 0)
            return matching;
        var search = new DidYouMean();
        string? near = search.Find(Plain(wanted), ids.Select(id => Plain(LastPart(id)))) is { } last
            ? ids.First(id => Plain(LastPart(id)) == last)
            : search.Find(Plain(wanted), ids.Select(Plain)) is { } whole ? ids.First(id => Plain(id) == whole) : null;
        return near is null ? [] : [near];
    }

    private static IEnumerable<string> IdsOfThisMachine() => TimeZoneInfo.GetSystemTimeZones(skipSorting: true)
        .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out string? id) ? id : null)
        .OfType<string>()
        .Append("UTC");

    private static string LastPart(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static string Plain(string name) => name.Trim().Replace('_', ' ').ToLowerInvariant();

    private static TimeSpan? OffsetOf(string id, DateTimeOffset now) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone.GetUtcOffset(now) : null;

    private static TimeSpan? Offset(string typed)
    {
        var read = OffsetForm().Match(typed);
        if (!read.Success)
            return null;
        var offset = new TimeSpan(Number(read.Groups["hours"]), read.Groups["minutes"].Success ? Number(read.Groups["minutes"]) : 0, 0);
        return read.Groups["sign"].Value == "+" ? offset : -offset;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Without dots, which lead out of a folder; not the names by which the machine's own zone, or another list of all zones, can be had.
    [GeneratedRegex(
        @"^(?!posix|right/|local)[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*){0,2}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdForm();

    [GeneratedRegex(
        @"^(UTC|GMT)?\s?(?<sign>[+-])\s?(?<hours>[0-9]{1,2})(:?(?<minutes>[0-9]{2}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OffsetForm();
}
