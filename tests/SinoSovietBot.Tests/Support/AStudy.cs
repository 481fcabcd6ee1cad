using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision.Exchange;
using SinoSovietBot.Revision.History;
using SinoSovietBot.Revision.Reminders;
using SinoSovietBot.Revision.Reports;
using SinoSovietBot.Revision.Settings;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exchange;
using SinoSovietBot.Study.Revision.Reports;
using SinoSovietBot.Study.Revision.Settings;

namespace SinoSovietBot.Tests.Support;

/// <summary>What <c>/study</c> shows when one text stands everywhere at once.</summary>
internal static class AStudy
{
    private static readonly DeckAddress Deck = new DeckId("small");

    public static readonly IReadOnlyDictionary<string, Func<string, MessageContent>> Messages = new Dictionary<string, Func<string, MessageContent>>
    {
        ["SettingsMessages.Refusal"] = text => Said(SettingsMessages.Refusal(new SettingsReading.UnknownZone(text, [text]))),
        ["SettingsMessages.Refusal_several"] = text => Said(SettingsMessages.Refusal(new SettingsReading.UnknownZone(text, [text, "UTC"]))),
        ["SettingsMessages.Refusal_none"] = text => Said(SettingsMessages.Refusal(new SettingsReading.UnknownZone(text, []))),
        ["SettingsMessages.Refusal_time"] = text => Said(SettingsMessages.Refusal(new SettingsReading.NoTime("day-start", text))),
        ["ReminderMessages.NoTime"] = text => Said(ReminderMessages.NoTime(text)),
        ["ReminderMessages.Due"] = text => ReminderMessages.Due([new DueDeck(text, 1, IsOfServer: true)], RevisionStyle.Cards),
        ["ReminderMessages.Due_several"] = text => ReminderMessages.Due([new DueDeck(text, 2, false), new DueDeck(text, 1, true)], RevisionStyle.Questions),
        ["HistoryMessages.Page"] = text => HistoryMessages.Page([Line(text)], new ComponentId.HistoryPage(Deck, 0), hasMore: true),
        ["SuspendedMessages.Page"] = text => SuspendedMessages.Page(text, [Suspended(text)], new ComponentId.SuspendedPage(Deck, 0), 1),
        ["SuspendedMessages.Page_none"] = text => SuspendedMessages.Page(text, [], new ComponentId.SuspendedPage(Deck, 0), 2),
        ["ReportMessages.Page"] = text => ReportMessages.Page(
            [Reported(text)], new ComponentId.ReportsPage(Deck, 0), hasMore: true, ReportMessages.Closed(1), undo: null),
        ["ExchangeMessages.NotRead"] = text => Said(ExchangeMessages.NotRead(text)),
        ["ExchangeMessages.Imported"] = text => Said(ExchangeMessages.Imported(text, Import(matched: 2), 3, RevisionStyle.Cards)),
        ["ExchangeMessages.Imported_none"] = text => Said(ExchangeMessages.Imported(text, Import(matched: 0), 0, RevisionStyle.Cards)),
    };

    /// <summary>The largest lists there can be, of the longest texts.</summary>
    public static IEnumerable<MessageContent> Largest(string longest) =>
    [
        HistoryMessages.Page([.. Enumerable.Repeat(Line(longest), HistoryMessages.PageSize)], new ComponentId.HistoryPage(Deck, 9), hasMore: true),
        SuspendedMessages.Page(
            longest, [.. Enumerable.Range(0, 60).Select(number => Suspended(longest, number))], new ComponentId.SuspendedPage(Deck, 1), 25),
        ReportMessages.Page(
            [.. Enumerable.Range(1, ReportMessages.PageSize).Select(id => Reported(longest, (ulong)id))],
            new ComponentId.ReportsPage(Deck, 9_999), hasMore: true, ReportMessages.Closed(3), new ComponentId.ReopenReports(Deck, 1)),
        ReminderMessages.Due([.. Enumerable.Repeat(new DueDeck(longest, 9_999, IsOfServer: true), 40)], RevisionStyle.Questions),
    ];

    private static HistoryLine Line(string text) => new(
        new PastSession(
            new RevisionSession
            {
                Id = new SessionId(1),
                Member = new MemberId(2),
                Deck = Deck,
                Topic = text,
                Mode = RevisionMode.Missed,
                Style = RevisionStyle.Cards,
                Count = 10,
                ShownAt = Given.Morning,
                StartedAt = Given.Morning,
            },
            Reviews: 9,
            Remembered: 5,
            Forgotten: 2),
        text);

    private static SuspendedItem Suspended(string text, int number = 0) => new(new ItemId($"card:{number}"), text, number % 2 == 0, 8);

    private static ReportLine Reported(string text, ulong id = 1) =>
        new(new CardReport(id, new MemberId(2), new ServerId(1), Deck, new ItemId("card:war"), text, Given.Morning), text, text);

    private static HistoryImport Import(int matched) => new() { Items = ImmutableArray<ItemHistory>.Empty, Matched = matched, Unmatched = 1, Known = 4 };

    private static MessageContent Said(string text) => new() { Text = text };
}
