using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Reports;

namespace SinoSovietBot.Revision.Reports;

/// <summary><c>/class reports</c>, its pages, and the menu that marks reports as done. Thread-safe.</summary>
internal sealed class ClassReports(StudyDecks decks, IReportStore reports, DeckItemsCache items) : IButtons, IMenus
{
    public static SubcommandDeclaration Declaration { get; } = new("reports", "What members of this server say is wrong with cards and questions")
    {
        Options = [new OptionDeclaration("deck", "Only those of this deck (all decks)", OptionKind.Text) { Suggested = true, MaxLength = 100 }],
    };

    /// <summary>Handles the subcommand, for a teacher.</summary>
    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        DeckAddress? only = null;
        if (use.Options.Text("deck") is { } typed)
        {
            var (deck, refusal) = await decks.FindAsync(use, typed, cancellation);
            if (deck is null)
                return Reply.Privately(refusal!);
            only = deck.Address;
        }

        return Reply.Privately(await PageAsync(use, new ComponentId.ReportsPage(only, 0), news: "", undo: null, cancellation));
    }

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) => id switch
    {
        ComponentId.ReportsPage page => ForTeacher(press, () => PageAsync(press, page, news: "", undo: null, cancellation)),
        ComponentId.ReopenReports reopen => ForTeacher(press, () => ReopenAsync(press, reopen, cancellation)),
        _ => null,
    };

    public Task<InteractionResponse>? Choose(MenuChosen choice, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.CloseReports menu ? ForTeacher(choice, () => CloseAsync(choice, menu, cancellation)) : null;

    private static async Task<InteractionResponse> ForTeacher(Interaction interaction, Func<Task<MessageContent>> handle) =>
        Teachers.Includes(interaction) ? Reply.InPlace(await handle()) : Reply.Privately(ReportMessages.MayNot);

    private async Task<MessageContent> CloseAsync(MenuChosen choice, ComponentId.CloseReports menu, CancellationToken cancellation)
    {
        ImmutableArray<ulong> done = [.. choice.Values.Select(value => Base62.Read(value)).OfType<ulong>()];
        int closed = await reports.CloseAsync(ServerOf(choice), done, choice.Member(), choice.Id.CreatedAt);
        var undo = closed > 0 ? new ComponentId.ReopenReports(menu.Deck, choice.Id.Value) : null;
        return await PageAsync(choice, new ComponentId.ReportsPage(menu.Deck, menu.Page), ReportMessages.Closed(closed), undo, cancellation);
    }

    private async Task<MessageContent> ReopenAsync(ButtonPressed press, ComponentId.ReopenReports reopen, CancellationToken cancellation)
    {
        int open = await reports.ReopenAsync(ServerOf(press), press.Member(), new Snowflake(reopen.Choice).CreatedAt);
        return await PageAsync(press, new ComponentId.ReportsPage(reopen.Deck, 0), ReportMessages.Reopened(open), undo: null, cancellation);
    }

    private async Task<MessageContent> PageAsync(
        Interaction interaction, ComponentId.ReportsPage asked, string news, ComponentId.ReopenReports? undo, CancellationToken cancellation)
    {
        // A number from a button is not to be trusted; and what was the last page may be empty by now.
        int page = Math.Clamp(asked.Page, 0, int.MaxValue / ReportMessages.PageSize / 2);
        var found = await OpenAsync(interaction, asked.Deck, page, cancellation);
        if (found.IsEmpty && page > 0)
            (page, found) = (0, await OpenAsync(interaction, asked.Deck, 0, cancellation));
        var lines = ImmutableArray.CreateBuilder<ReportLine>();
        foreach (var report in found.Take(ReportMessages.PageSize))
            lines.Add(await LineAsync(report, cancellation));
        return ReportMessages.Page(lines.ToImmutable(), asked with { Page = page }, found.Length > ReportMessages.PageSize, news, undo);
    }

    private Task<ImmutableArray<CardReport>> OpenAsync(Interaction interaction, DeckAddress? deck, int page, CancellationToken cancellation) =>
        reports.OpenAsync(ServerOf(interaction), deck, page * ReportMessages.PageSize, ReportMessages.PageSize + 1, cancellation);

    private async Task<ReportLine> LineAsync(CardReport report, CancellationToken cancellation) =>
        await decks.Catalogue.FindAsync(report.Deck, cancellation) is { Deck: var deck }
            ? new ReportLine(report, deck.Title, new ItemWords(items, deck).Of(report.Shown))
            : new ReportLine(report, report.Deck.Deck.Value, null);

    private static ServerId ServerOf(Interaction interaction) => interaction.Server()!.Value;
}
