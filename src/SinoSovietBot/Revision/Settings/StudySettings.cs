using System.Collections.Immutable;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision.Reminders;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Reminders;
using SinoSovietBot.Study.Revision.Settings;

namespace SinoSovietBot.Revision.Settings;

/// <summary><c>/study settings</c>.</summary>
internal sealed class StudySettings(Learners learners, IReminderStore reminders, ReminderBell bell) : IStudyPart
{
    public static SubcommandDeclaration Declaration { get; } = new("settings", "How you revise; without an option, what it is now")
    {
        Options =
        [
            Number("new-per-day", "New cards a day in each deck (10)", 0, LearnerSettings.MaxNewPerDay),
            Number(
                "reviews-per-day", "Cards that come back a day in each deck, at most (100)",
                LearnerSettings.MinReviewsPerDay, LearnerSettings.MaxReviewsPerDay),
            Number(
                "retention", "How much of what comes back you want to remember, in per cent (90)",
                SettingsRules.MinRetentionPercent, SettingsRules.MaxRetentionPercent),
            Choice("buttons", "How finely you grade yourself (two)", ("two: Again, Good", "two"), ("four: Again, Hard, Good, Easy", "four")),
            Choice(
                "revise", "Whole cards, or questions about them (cards)",
                ("cards: front and back", "cards"), ("questions: asked and marked", "questions")),
            Choice(
                "answers", "What comes before the back of a card (reveal)",
                ("reveal: think, then look", "reveal"), ("typed: write it first", "typed")),
            new OptionDeclaration("timezone", "Where you are: type the name of a large city", OptionKind.Text)
            {
                Suggested = true, MaxLength = TimeZoneBook.MaxLength,
            },
            new OptionDeclaration("day-start", "When your day begins, such as 04:00: until then it is still yesterday", OptionKind.Text) { MaxLength = 20 },
        ],
    };

    public string Name => Declaration.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        var member = use.Member();
        var now = use.Id.CreatedAt;
        var before = await learners.Store.SettingsAsync(member, cancellation);
        var typed = Typed(use.Options);
        if (typed.IsEmpty)
            return Reply.Privately(SettingsMessages.Shown(before, before.Calendar(learners.OperatorZone), now));
        var reading = SettingsRules.Read(before, typed, TimeZoneBook.OfThisMachine, now);
        if (reading is not SettingsReading.Read { Settings: var after })
            return Reply.Privately(SettingsMessages.Refusal(reading));
        if (after == before)
            return Reply.Privately(SettingsMessages.NothingChanged);
        await learners.Store.SaveSettingsAsync(member, after);
        var calendar = after.Calendar(learners.OperatorZone);
        var reminder = after.TimeZone == before.TimeZone ? null : await MoveReminderAsync(member, calendar.Zone, now, cancellation);
        return Reply.Privately(SettingsMessages.Changed(before, after, calendar, now, reminder));
    }

    public Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) => Task.FromResult(
        asked.Option == "timezone" ? Zones(asked.Typed, asked.Id.CreatedAt) : ImmutableArray<Suggestion>.Empty);

    private static ImmutableArray<Suggestion> Zones(string typed, DateTimeOffset now) =>
    [
        .. TimeZoneBook.OfThisMachine.Matching(typed, DiscordLimits.Suggestions)
            .Select(id => new Suggestion(SettingsMessages.Suggestion(id, TimeZoneInfo.FindSystemTimeZoneById(id), now), id)),
    ];

    // The time on the clock stays; the moment is another one where the clock is another.
    private async Task<DateTimeOffset?> MoveReminderAsync(MemberId member, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await reminders.FindAsync(member, cancellation) is not { IsGivenUp: false } reminder)
            return null;
        var moved = ReminderRules.From(reminder, zone, now);
        if (!await reminders.MoveAsync(reminder, moved))
            return null;
        bell.Ring();
        return moved.NextAt;
    }

    private static TypedSettings Typed(CommandOptions options) => new()
    {
        NewPerDay = options.Number("new-per-day"),
        ReviewsPerDay = options.Number("reviews-per-day"),
        Retention = options.Number("retention"),
        FourButtons = options.Text("buttons") is { } buttons ? buttons == "four" : null,
        Style = options.Text("revise") is { } style ? (style == "questions" ? RevisionStyle.Questions : RevisionStyle.Cards) : null,
        TypesAnswers = options.Text("answers") is { } answers ? answers == "typed" : null,
        TimeZone = options.Text("timezone"),
        DayStart = options.Text("day-start"),
    };

    private static OptionDeclaration Number(string name, string description, int min, int max) =>
        new(name, description, OptionKind.Number) { Min = min, Max = max };

    private static OptionDeclaration Choice(string name, string description, params (string Name, string Value)[] choices) =>
        new(name, description, OptionKind.Text) { Choices = [.. choices.Select(choice => new Suggestion(choice.Name, choice.Value))] };
}
