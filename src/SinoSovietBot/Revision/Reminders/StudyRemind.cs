using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision.Reminders;
using SinoSovietBot.Study.Revision.Settings;

namespace SinoSovietBot.Revision.Reminders;

/// <summary><c>/study remind</c>, and the button under a reminder.</summary>
internal sealed class StudyRemind(Learners learners, IReminderStore reminders, ReminderBell bell) : IStudyPart, IButtons
{
    public static SubcommandDeclaration Declaration { get; } = new("remind", "A direct message when something is due; without an option, how it stands")
    {
        Options =
        [
            new OptionDeclaration("time", "When, on your clock, such as 18:00", OptionKind.Text) { MaxLength = 20 },
            new OptionDeclaration("days", "On which days (every day)", OptionKind.Text)
            {
                Choices =
                [
                    new Suggestion("every day", "all"), new Suggestion("school days: Monday to Friday", "school"), new Suggestion("weekends", "weekend"),
                ],
            },
            new OptionDeclaration("off", "Stop reminding me", OptionKind.Flag),
        ],
    };

    public string Name => Declaration.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        var member = use.Member();
        if (use.Options.Flag("off") == true)
            return Reply.Privately(await reminders.RemoveAsync(member) ? ReminderMessages.Stopped : ReminderMessages.None);
        var before = await reminders.FindAsync(member, cancellation);
        var settings = await learners.Store.SettingsAsync(member, cancellation);
        var zone = settings.Calendar(learners.OperatorZone).Zone;
        if (use.Options.Text("time") is null && use.Options.Text("days") is null)
            return Reply.Privately(before is null ? ReminderMessages.None : ReminderMessages.Shown(before, zone));
        var time = use.Options.Text("time") is { } typed ? ClockTime.Read(typed) : before?.Time;
        if (time is not { } at)
            return Reply.Privately(use.Options.Text("time") is { } wrong ? ReminderMessages.NoTime(wrong) : ReminderMessages.TimeNeeded);
        // Set anew, it is tried anew.
        var reminder = ReminderRules.From(
            new Reminder { Member = member, Time = at, Days = Days(use.Options.Text("days")) ?? before?.Days ?? ReminderDays.All, NextAt = default },
            zone,
            use.Id.CreatedAt);
        await reminders.SaveAsync(reminder);
        bell.Ring();
        return Reply.Privately(ReminderMessages.Set(reminder, zone));
    }

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.StopReminders ? StopAsync(press) : null;

    private async Task<InteractionResponse> StopAsync(ButtonPressed press)
    {
        // Pressed twice, or months later, it is the same.
        await reminders.RemoveAsync(press.Member());
        return Reply.InPlace(new MessageContent { Text = ReminderMessages.Stopped });
    }

    private static ReminderDays? Days(string? chosen) => chosen switch
    {
        "all" => ReminderDays.All,
        "school" => ReminderDays.SchoolDays,
        "weekend" => ReminderDays.Weekend,
        _ => null,
    };
}
