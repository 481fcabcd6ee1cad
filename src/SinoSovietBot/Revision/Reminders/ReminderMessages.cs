using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Reminders;
using SinoSovietBot.Study.Revision.Settings;

namespace SinoSovietBot.Revision.Reminders;

/// <summary>Reminders, and what <c>/study remind</c> says. Pure.</summary>
internal static class ReminderMessages
{
    public const string None = "You have no reminder. `/study remind time: 18:00` sets one: I write to you at that time when something is due, and only then.";

    public const string TimeNeeded = "Say at what time, too: `/study remind time: 18:00`.";

    public const string Stopped = "Reminders are stopped. `/study remind` sets one again.";

    /// <summary>How many decks are named in one reminder.</summary>
    private const int DecksNamed = 10;

    private const int TitleLength = 80;

    /// <summary>What is due, with the button that stops all this.</summary>
    /// <param name="due">By deck, at least one, each with at least one item.</param>
    /// <param name="style">How the member revises.</param>
    public static MessageContent Due(ImmutableArray<DueDeck> due, RevisionStyle style)
    {
        var text = new StringBuilder();
        if (due is [var only])
        {
            text.Append(CultureInfo.InvariantCulture, $"{Counted(only.Items, style)} {(only.Items == 1 ? "is" : "are")} due in {Name(only)}. ");
        }
        else
        {
            int all = due.Sum(deck => deck.Items);
            text.Append(CultureInfo.InvariantCulture, $"{Counted(all, style)} are due:\n");
            foreach (var deck in due.Take(DecksNamed))
                text.Append(CultureInfo.InvariantCulture, $"- {deck.Items} in {Name(deck)}\n");
            if (due.Length > DecksNamed)
                text.Append(CultureInfo.InvariantCulture, $"- {due.Skip(DecksNamed).Sum(deck => deck.Items)} in other decks\n");
        }

        text.Append("`/card` begins.");
        return new MessageContent
        {
            Text = Discord.Text.Cut(text.ToString(), DiscordLimits.MessageText),
            Rows = [new ActionRow([new Button("Stop reminders", new ComponentId.StopReminders().ToString())])],
        };
    }

    /// <summary>How it stands.</summary>
    public static string Shown(Reminder reminder, TimeZoneInfo zone) => reminder.IsGivenUp
        ? "Your reminder is given up, because Discord did not let me write to you three times. Allow direct messages from this server (its name, Privacy "
            + $"Settings), or from this app, then set it again: `/study remind time: {ClockTime.Write(reminder.Time)}`."
        : Text($"Your reminder comes {Days(reminder.Days)} at {ClockTime.Write(reminder.Time)} ({Markdown.EscapeLine(zone.Id)}) when something is due; ")
            + Text($"next <t:{reminder.NextAt.ToUnixTimeSeconds()}:f>.{(reminder.Refusals > 0 ? LastRefused : "")} `/study remind off: True` stops it.");

    /// <summary>After it was set.</summary>
    public static string Set(Reminder reminder, TimeZoneInfo zone) =>
        Text($"Stored: I write to you {Days(reminder.Days)} at {ClockTime.Write(reminder.Time)} ({Markdown.EscapeLine(zone.Id)}) when something is due; ")
        + Text($"next <t:{reminder.NextAt.ToUnixTimeSeconds()}:f>. Is that not the time on your clock? Then set *timezone* with `/study settings`.");

    public static string NoTime(string typed) =>
        $"“{Markdown.EscapeLine(Discord.Text.Cut(typed, 50))}” is no time of day: write **time** as 18:00, from 00:00 to 23:59. Nothing was changed.";

    private const string LastRefused = " Discord did not let me write to you the last time: please look whether you allow direct messages.";

    private static string Counted(int items, RevisionStyle style)
    {
        string thing = style == RevisionStyle.Questions ? "question" : "card";
        return Text($"{items} {thing}{(items == 1 ? "" : "s")}");
    }

    private static string Name(DueDeck deck)
    {
        string title = $"**{Markdown.EscapeLine(Discord.Text.Cut(deck.Title, TitleLength))}**";
        return deck.IsOfServer ? $"{title} (of a server; revise it there)" : title;
    }

    private static string Days(ReminderDays days) => days switch
    {
        ReminderDays.All => "every day",
        ReminderDays.SchoolDays => "on school days (Monday to Friday)",
        ReminderDays.Weekend => "at weekends",
        _ => "on the days you chose",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A deck of which something is due.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Items">How many items are due; from 1.</param>
/// <param name="IsOfServer">A server has brought it, so that it can be revised only there.</param>
internal sealed record DueDeck(string Title, int Items, bool IsOfServer);
