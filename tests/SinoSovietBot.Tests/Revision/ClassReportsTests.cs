using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Revision.Reports;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary><b>Report</b> below a card, and <c>/class reports</c>.</summary>
public sealed class ClassReportsTests : IAsyncDisposable
{
    private static readonly MemberId Teacher = new(1);

    private readonly CardSchool school = new();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task AReportIsKeptAndTheCardStays()
    {
        var front = await school.CardAsync();
        var form = school.Sent(await school.PressAsync(front, "Report"), " It began in 1949. ");
        await school.GradeAsync(front, "Good");
        Assert.Equal(CardReplies.Reported, Given.TextOf(await school.RunAsync(form)));
        string read = CardSchool.TextOf(await ReadAsync());
        Assert.Contains("1 · The war", read, StringComparison.Ordinal);
        Assert.Contains("> It began in 1949.\n<@2> · <t:", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportWithoutWordsIsNone()
    {
        Assert.Equal(CardReplies.NothingReported, Given.TextOf(await ReportAsync(" \n ")));
        Assert.Contains("No report is open.", CardSchool.TextOf(await ReadAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsHavePagesTheNewestFirst()
    {
        foreach (int number in Enumerable.Range(1, 4))
            await ReportAsync($"Fault {number}");
        var first = await ReadAsync();
        Assert.Equal(["> Fault 4", "> Fault 3", "> Fault 2"], Quoted(first));
        var second = await school.PressAsync(first, "Next");
        Assert.Equal(["> Fault 1"], Quoted(second));
        Assert.Equal(3, Quoted(await school.PressAsync(second, "Previous")).Count());
    }

    [Fact]
    public async Task WhatIsDoneLeavesTheList()
    {
        foreach (int number in Enumerable.Range(1, 4))
            await ReportAsync($"Fault {number}");
        var last = await school.PressAsync(await ReadAsync(), "Next");
        var after = await ChooseAsync(last, "4 · Fault 1");
        Assert.StartsWith("One is done.", CardSchool.ContentOf(after).Text, StringComparison.Ordinal);
        Assert.Equal(["> Fault 4", "> Fault 3", "> Fault 2"], Quoted(after));
        after = await ChooseAsync(after, "1", "3");
        Assert.StartsWith("2 are done.", CardSchool.ContentOf(after).Text, StringComparison.Ordinal);
        Assert.Equal(["> Fault 3"], Quoted(after));
        Assert.Contains("One is done. No report is open.", CardSchool.TextOf(await ChooseAsync(after, "1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasMarkedByMistakeIsOpenedAgain()
    {
        foreach (int number in Enumerable.Range(1, 3))
            await ReportAsync($"Fault {number}");
        var shown = await ChooseAsync(await ReadAsync(("deck", "small")), "1", "2");
        var after = await ChooseAsync(shown, "1");
        Assert.Equal("Undo", CardSchool.LabelsOf(after));
        var back = await school.PressAsync(after, "Undo");
        Assert.Equal("One is open again.", CardSchool.ContentOf(back).Text);
        Assert.Equal(["> Fault 1"], Quoted(back));
        Assert.StartsWith("2 are open again.", CardSchool.ContentOf(await school.PressAsync(shown, "Undo")).Text, StringComparison.Ordinal);
        Assert.Equal("", CardSchool.ContentOf(await school.PressAsync(shown, "Undo")).Text);
        Assert.Equal(3, Quoted(await ReadAsync()).Count());
    }

    [Fact]
    public async Task ReportsOfADeckThatIsGoneCanStillBeRead()
    {
        await ReportAsync("Fault");
        school.Edit(null);
        var read = await ReadAsync();
        Assert.Contains("something that the deck no longer has", CardSchool.TextOf(read), StringComparison.Ordinal);
        Assert.Equal("small · card:war", CardSchool.ContentOf(read).Embeds[0].Footer);
    }

    [Fact]
    public async Task OnlyTeachersReadAndMarkReports()
    {
        await ReportAsync("Fault");
        var shown = await ReadAsync();
        school.Permissions = Permissions.SendMessages;
        Assert.Equal(ReportMessages.MayNot, Given.TextOf(await school.RunAsync(Use())));
        Assert.Equal(ReportMessages.MayNot, Given.TextOf(await ChooseAsync(shown, "1")));
        var reopen = new ComponentId.ReopenReports(null, 1).ToString();
        Assert.Equal(ReportMessages.MayNot, Given.TextOf(await school.RunAsync(school.Mine(Given.Press(reopen)))));
        school.Guild = null;
        Assert.Equal(CommonMessages.OnlyInServers, Given.TextOf(await school.RunAsync(Use())));
        school.Guild = Given.Guild;
        Assert.Single(Quoted(await ReadAsync()));
    }

    [Fact]
    public async Task WhatIsReportedInAnotherServerOrInADirectMessageIsNotShown()
    {
        school.Guild = new Snowflake(77);
        await ReportAsync("Elsewhere");
        school.Guild = null;
        await ReportAsync("In private");
        school.Guild = Given.Guild;
        Assert.Contains("No report is open.", CardSchool.TextOf(await ReadAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfOneDeckOnlyItsOwnAreShown()
    {
        await ReportAsync("Fault");
        await school.BringAsync("many", DeckText.Many(3));
        Assert.Single(Quoted(await ReadAsync(("deck", "small"))));
        Assert.Contains("No report is open.", CardSchool.TextOf(await ReadAsync(("deck", "many"))), StringComparison.Ordinal);
        Assert.Contains("I have no deck called", CardSchool.TextOf(await ReadAsync(("deck", "none"))), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Quoted(InteractionResponse shown) =>
        CardSchool.ContentOf(shown).Embeds.Select(embed => embed.Description!.Split('\n')[0]);

    private SlashCommandUsed Use(params (string Name, object Value)[] options) => school.Mine(Given.Use("class reports", 1, options));

    private async Task<InteractionResponse> ReportAsync(string text)
    {
        (school.Member, school.Permissions) = (CardSchool.Ann, Permissions.SendMessages);
        return await school.SendAsync(await school.PressAsync(await school.CardAsync(("deck", "small")), "Report"), text);
    }

    private Task<InteractionResponse> ReadAsync(params (string Name, object Value)[] options)
    {
        (school.Member, school.Permissions) = (Teacher, Permissions.ManageMessages);
        return school.RunAsync(Use(options));
    }

    private Task<InteractionResponse> ChooseAsync(InteractionResponse on, params string[] labels)
    {
        var menu = CardSchool.ContentOf(on).Rows.SelectMany(row => row.Components).OfType<StringSelect>().Single();
        return school.RunAsync(school.Mine(Given.Choice(
            menu.CustomId, [.. labels.Select(label => menu.Options.Single(option => option.Label.StartsWith(label, StringComparison.Ordinal)).Value)])));
    }
}
