using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Settings;

namespace SinoSovietBot.Revision.Settings;

/// <summary>What <c>/study settings</c> says. Pure.</summary>
internal static class SettingsMessages
{
    public const string NothingChanged = "That is how it is already, so nothing was changed.";

    private const int Color = 0x5865F2;

    // From here on each step costs many more reviews than the one before.
    private const double DearRetention = 0.95;

    /// <summary>All settings, with a word on each.</summary>
    public static MessageContent Shown(LearnerSettings settings, StudyCalendar calendar, DateTimeOffset now)
    {
        string zone = settings.TimeZone is null ? $"{ZoneOf(calendar)}, which is not your choice but that of whoever runs me" : ZoneOf(calendar);
        var body = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"**new-per-day** {settings.NewPerDay}: so many new cards or questions a day in each deck\n")
            .Append(CultureInfo.InvariantCulture, $"**reviews-per-day** {settings.ReviewsPerDay}: so many at most that come back a day in each deck\n")
            .Append(CultureInfo.InvariantCulture, $"**retention** {Percent(settings)} %: how much of what comes back you want to remember\n")
            .Append(CultureInfo.InvariantCulture, $"**buttons** {Buttons(settings)}\n")
            .Append(CultureInfo.InvariantCulture, $"**revise** {Style(settings)}\n")
            .Append(CultureInfo.InvariantCulture, $"**answers** {Answers(settings)}\n")
            .Append(CultureInfo.InvariantCulture, $"**timezone** {zone}: it is {LocalTime(calendar, now)} there\n")
            .Append(CultureInfo.InvariantCulture, $"**day-start** {Clock(settings.DayStart)}: {NextDay(calendar, now)}");
        var embed = new Embed
        {
            Title = "How you revise",
            Description = Text.Cut(body.ToString(), DiscordLimits.EmbedDescription),
            Color = Color,
            Footer = "To change one, name it: /study settings new-per-day: 20. Only you see this.",
        };
        return new MessageContent { Embeds = [embed] };
    }

    /// <summary>What a change has changed, and where it tells.</summary>
    /// <param name="before">Before it.</param>
    /// <param name="after">After it.</param>
    /// <param name="calendar">The learner's days after it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="reminder">When the next reminder comes now, where it has moved; else null.</param>
    public static string Changed(LearnerSettings before, LearnerSettings after, StudyCalendar calendar, DateTimeOffset now, DateTimeOffset? reminder)
    {
        var lines = new List<string>();
        if (before.NewPerDay != after.NewPerDay)
            lines.Add(Line($"**new-per-day** is {after.NewPerDay} (it was {before.NewPerDay}), today included."));
        if (before.ReviewsPerDay != after.ReviewsPerDay)
            lines.Add(Line($"**reviews-per-day** is {after.ReviewsPerDay} (it was {before.ReviewsPerDay}), today included."));
        if (Percent(before) != Percent(after))
            lines.Add(Line($"**retention** is {Percent(after)} % (it was {Percent(before)} %). It counts from your next answer on; {Stays}{Dear(after)}"));
        if (before.FourButtons != after.FourButtons)
            lines.Add(Line($"**buttons** are {Buttons(after)}, from the next card on."));
        if (before.Style != after.Style)
            lines.Add(Line($"**revise** is {Style(after)}, from your next `/card` on. What you know of the others is kept."));
        if (before.TypesAnswers != after.TypesAnswers)
            lines.Add(Line($"**answers** is {Answers(after)}, from the next card on."));
        if (before.TimeZone != after.TimeZone)
            lines.Add(Line($"**timezone** is {ZoneOf(calendar)}: it is {LocalTime(calendar, now)} there."));
        if (before.TimeZone != after.TimeZone || before.DayStart != after.DayStart)
            lines.Add(Line($"**day-start** is {Clock(after.DayStart)}: {NextDay(calendar, now)}"));
        if (reminder is { } next)
            lines.Add(Line($"Your reminder comes next {At(next)}."));
        return lines.Count == 0 ? NothingChanged : Text.Cut($"Stored.\n- {string.Join("\n- ", lines)}", DiscordLimits.MessageText);
    }

    /// <summary>What is wrong with what was typed; nothing of it is stored.</summary>
    public static string Refusal(SettingsReading refused) => refused switch
    {
        SettingsReading.OutOfRange outside => Line(
            $"**{outside.Option}** cannot be {outside.Typed}: choose a number from {outside.Min} to {outside.Max}. Nothing was changed."),
        SettingsReading.NoTime time => NoTime(time.Option, time.Typed),
        SettingsReading.UnknownZone zone => UnknownZone(zone),
        _ => NothingChanged,
    };

    /// <summary>One line of the list under the option that is being typed.</summary>
    public static string Suggestion(string id, TimeZoneInfo zone, DateTimeOffset now) =>
        Text.Cut(Line($"{id} · {Clock(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime))} now"), DiscordLimits.SuggestionText);

    private const string Stays = "what is planned already stays where it is.";

    private static string NoTime(string option, string typed) =>
        $"“{Markdown.EscapeLine(Text.Cut(typed, 50))}” is no time of day: write **{option}** as 04:00, from 00:00 to 23:59. Nothing was changed.";

    private static string UnknownZone(SettingsReading.UnknownZone unknown)
    {
        string remedy = unknown.Nearest switch
        {
            [] => "begin to type the name of a large city near you, and choose from the list",
            [var one] => $"do you mean {Markdown.EscapeLine(one)}?",
            var several => $"choose one by its city, such as {string.Join(", ", several.Select(Markdown.EscapeLine))}",
        };
        string end = remedy.EndsWith('?') ? "" : ".";
        return $"I know no **timezone** “{Markdown.EscapeLine(Text.Cut(unknown.Typed, 100))}”: {remedy}{end} Nothing was changed.";
    }

    private static string Dear(LearnerSettings settings) => settings.Retention > DearRetention
        ? Line($" Above 95 % reviews multiply: {Percent(settings)} % asks for about ")
            + Line($"{SettingsRules.ReviewsComparedToDefault(settings.Retention):0.0} times as many as 90 %.")
        : "";

    private static int Percent(LearnerSettings settings) => (int)Math.Round(settings.Retention * 100);

    private static string Buttons(LearnerSettings settings) => settings.FourButtons ? "four: Again, Hard, Good, Easy" : "two: Again, Good";

    private static string Style(LearnerSettings settings) =>
        settings.Style == RevisionStyle.Questions ? "questions: asked about the cards, and marked" : "cards: the front, then the back";

    private static string Answers(LearnerSettings settings) =>
        settings.TypesAnswers ? "typed: you write what you remember first" : "reveal: you think, then look";

    private static string ZoneOf(StudyCalendar calendar) => Markdown.EscapeLine(calendar.Zone.Id);

    private static string LocalTime(StudyCalendar calendar, DateTimeOffset now) =>
        Clock(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, calendar.Zone).DateTime));

    private static string NextDay(StudyCalendar calendar, DateTimeOffset now) =>
        $"your day begins then, next {At(calendar.StartOf(calendar.DayOf(now).AddDays(1)))}.";

    private static string At(DateTimeOffset at) => Line($"<t:{at.ToUnixTimeSeconds()}:f>");

    private static string Clock(TimeOnly time) => ClockTime.Write(time);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
