using System.Text.Json;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary><c>/study settings · history · suspended · remind · export · import</c> over the sockets.</summary>
public class StudyTests(RevisionSchool school) : IClassFixture<RevisionSchool>, IAsyncLifetime
{
    private string Channel => school.Channel(0);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            TestContext.Current.TestOutputHelper?.WriteLine($"{school.Bot.Story}\n{school.Playground.Story}");
        await school.ClearChannelsAsync();
        await school.CheckTrafficAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task SettingsAreSuggestedStoredAndKeptThroughAKill()
    {
        var student = await StudentAsync();
        Assert.Contains(await student.SuggestAsync("study settings", Channel, "timezone", "tokyo"), zone => zone.Value == "Asia/Tokyo");
        var stored = await RunAsync(student, "settings", ("new-per-day", 3), ("timezone", "Asia/Tokyo"), ("day-start", "5am"), ("buttons", "four"));
        Assert.True(stored.IsEphemeral && stored.Says("Stored.") && stored.Says("day-start is 05:00"), stored.Text);
        Assert.True((await RunAsync(student, "settings", ("new-per-day", 4), ("timezone", "/etc/passwd"))).Says("Nothing was changed."));
        await school.Bot.KillAsync();
        await school.StartBotAsync();
        var shown = await RunAsync(student, "settings");
        Assert.True(shown.Says("new-per-day 3") && shown.Says("Asia/Tokyo") && shown.Says("four: Again"), shown.Text);
        var front = await CardAsync(student, ("count", 50));
        Assert.True(front.Says("Card 1 of 3"), front.Text);
        Assert.Contains((await PressAsync(student, front, "Show answer")).Buttons, button => button.Label.StartsWith("Hard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HistoryLeadsToWhatWasMissed()
    {
        var student = await StudentAsync();
        Assert.True((await RunAsync(student, "history")).Says("no sessions yet"));
        var card = await GradeAsync(student, await CardAsync(student, ("count", 2), ("topic", "Split")), "Again");
        await PressAsync(student, await GradeAsync(student, card, "Good"), "Stop");
        var history = await RunAsync(student, "history");
        Assert.True(history.Says("The deck for revision · Split · due · 1 of 2 remembered"), history.Text);

        var chosen = await student.ChooseAsync(history, Assert.Single(history.MenuValues));
        Assert.True(chosen.Succeeded, chosen.Failure);
        var missed = await chosen.ReplyAsync();
        Assert.True(missed.IsEphemeral && missed.Says("event of number 6") && missed.Says("Card 1 of 1"), missed.Text);
        missed = await GradeAsync(student, missed, "Good");
        Assert.True(missed.Says("1 card: 1 remembered"), missed.Text);
    }

    [Fact]
    public async Task WhatWasPutAsideIsBroughtBack()
    {
        var student = await StudentAsync();
        var card = await CardAsync(student, ("count", 2));
        await PressAsync(student, await PressAsync(student, await PressAsync(student, card, "Show answer"), "Suspend"), "Stop");
        var suspended = await RunAsync(student, "suspended");
        Assert.True(suspended.Says("The event of number 1 · by yourself"), suspended.Text);
        var sent = await student.ChooseAsync(suspended, Assert.Single(suspended.MenuValues));
        var after = await student.WaitForMessageAsync(changed => changed.Id == suspended.Id && !changed.IsLoading, "the list without it", sent.Mark);
        Assert.True(after.Says("One is back") && after.Says("Nothing of"), after.Text);
        Assert.True((await CardAsync(student)).Says("The event of number 1"));
    }

    [Fact]
    public async Task ReviewsComeFromAnkiOnceAndLeaveAsAFile()
    {
        var student = await StudentAsync();
        var now = TimeProvider.System.GetUtcNow();
        var package = new UploadedFile("deck.apkg", AnkiPackage.Of(
            ["The event of number 1", "the  EVENT of number 2", "Something else"],
            (0, now.AddDays(-40), 3), (0, now.AddDays(-35), 3), (1, now.AddDays(-30), 1), (2, now.AddDays(-29), 3)));
        var imported = await ImportAsync(student, package);
        Assert.True(imported.Says("2 cards of The deck for revision") && imported.Says("Added: 3 reviews"), imported.Text);
        Assert.True((await ImportAsync(student, package)).Says("All 3 reviews are in your log already, so nothing was changed."));
        Assert.True((await CardAsync(student)).Says("Last seen"));

        var exported = await RunAsync(student, "export");
        Assert.True(exported.IsEphemeral && exported.Says("Your log: 3 reviews"), exported.Text);
        string table = await student.ReadFileAsync(exported);
        Assert.Equal(3, table.Split(",imported,").Length - 1);
        Assert.Contains("The event of number 2", table, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await student.ReadFileAsync(await RunAsync(student, "export", ("format", "json"))));
        Assert.Equal(3, json.RootElement.GetProperty("decks")[0].GetProperty("reviews").GetArrayLength());
        Assert.True((await ImportAsync(student, UploadedFile.Of("deck.apkg", "no package"))).Says("is no Anki package. Export"));
    }

    [Fact]
    public async Task AReminderIsSetInADirectMessageAndTurnedOff()
    {
        var student = await StudentAsync();
        string direct = await student.DirectChannelAsync();
        Assert.True((await RunInAsync(student, direct, "remind")).Says("You have no reminder"));
        Assert.True((await RunInAsync(student, direct, "remind", ("time", "6 pm"), ("days", "school"))).Says("on school days (Monday to Friday) at 18:00"));
        await school.Bot.KillAsync();
        await school.StartBotAsync();
        Assert.True((await RunAsync(student, "remind")).Says("at 18:00"));
        Assert.True((await RunAsync(student, "remind", ("off", true))).Says("Reminders are stopped"));
        using var database = school.OpenDatabase();
        Assert.Equal(0, database.Count("SELECT count(*) FROM reminders"));
    }

    private async Task<ScriptedMember> StudentAsync() => (await school.StudentsAsync(1))[0];

    private Task<ChatMessage> RunAsync(ScriptedMember member, string words, params (string Name, object Value)[] options) =>
        RunInAsync(member, Channel, words, options);

    private static async Task<ChatMessage> RunInAsync(
        ScriptedMember member, string channel, string words, params (string Name, object Value)[] options)
    {
        var sent = await member.RunCommandAsync($"study {words}", channel, options);
        Assert.True(sent.Succeeded, sent.Failure);
        return await sent.ReplyAsync();
    }

    private async Task<ChatMessage> CardAsync(ScriptedMember member, params (string Name, object Value)[] options)
    {
        var sent = await member.RunCommandAsync("card", Channel, options);
        Assert.True(sent.Succeeded, sent.Failure);
        return await sent.ReplyAsync();
    }

    private async Task<ChatMessage> ImportAsync(ScriptedMember member, UploadedFile file)
    {
        var sent = await member.RunCommandAsync("study import", Channel, file, ("deck", RevisionSchool.Deck));
        Assert.True(sent.Succeeded, sent.Failure);
        return await sent.ReplyAsync();
    }

    private static async Task<ChatMessage> GradeAsync(ScriptedMember member, ChatMessage card, string grade) =>
        await PressAsync(member, await PressAsync(member, card, "Show answer"), grade);

    /// <summary>Presses a button whose answer takes the place of its message.</summary>
    private static async Task<ChatMessage> PressAsync(ScriptedMember member, ChatMessage message, string label)
    {
        var sent = await member.PressAsync(message, label);
        Assert.True(sent.Succeeded, sent.Failure);
        return await member.WaitForMessageAsync(changed => changed.Id == message.Id && !changed.IsLoading, $"what {label} changes", sent.Mark);
    }
}
