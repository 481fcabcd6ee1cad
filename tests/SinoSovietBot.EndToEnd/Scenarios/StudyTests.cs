using System.Text.Json;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary><c>/study settings · history · suspended · remind · export · import</c> over the sockets.</summary>
public class StudyTests(RevisionSchool school) : Scenario<RevisionSchool>(school)
{
    private string Channel => Classroom.Channel(0);

    [Fact]
    public async Task SettingsAreSuggestedStoredAndKeptThroughAKill()
    {
        var student = await StudentAsync();
        Assert.Contains(await student.SuggestAsync("study settings", Channel, "timezone", "tokyo"), zone => zone.Value == "Asia/Tokyo");
        var stored = await RunAsync(student, "settings", ("new-per-day", 3), ("timezone", "Asia/Tokyo"), ("day-start", "5am"), ("buttons", "four"));
        Assert.True(stored.IsEphemeral && stored.Says("Stored.") && stored.Says("day-start is 05:00"), stored.Text);
        Assert.True((await RunAsync(student, "settings", ("new-per-day", 4), ("timezone", "/etc/passwd"))).Says("Nothing was changed."));
        await Classroom.Bot.KillAsync();
        await Classroom.StartBotAsync();
        var shown = await RunAsync(student, "settings");
        Assert.True(shown.Says("new-per-day 3") && shown.Says("Asia/Tokyo") && shown.Says("four: Again"), shown.Text);
        var front = await CardAsync(student, ("count", 50));
        Assert.True(front.Says("Card 1 of 3"), front.Text);
        Assert.Contains((await student.TurnAsync(front, "Show answer")).Buttons, button => button.Label.StartsWith("Hard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HistoryLeadsToWhatWasMissed()
    {
        var student = await StudentAsync();
        Assert.True((await RunAsync(student, "history")).Says("no sessions yet"));
        var card = await GradeAsync(student, await CardAsync(student, ("count", 2), ("topic", "Split")), "Again");
        await student.TurnAsync(await GradeAsync(student, card, "Good"), "Stop");
        var history = await RunAsync(student, "history");
        Assert.True(history.Says("The deck for revision · Split · due · 1 of 2 remembered"), history.Text);

        var chosen = await student.ChooseAsync(history, Assert.Single(history.MenuValues));
        var missed = await chosen.Expected().ReplyAsync();
        Assert.True(missed.IsEphemeral && missed.Says("event of number 6") && missed.Says("Card 1 of 1"), missed.Text);
        missed = await GradeAsync(student, missed, "Good");
        Assert.True(missed.Says("1 card: 1 remembered"), missed.Text);
    }

    [Fact]
    public async Task WhatWasPutAsideIsBroughtBack()
    {
        var student = await StudentAsync();
        var card = await CardAsync(student, ("count", 2));
        await student.TurnAsync(await student.TurnAsync(await student.TurnAsync(card, "Show answer"), "Suspend"), "Stop");
        var suspended = await RunAsync(student, "suspended");
        Assert.True(suspended.Says("The event of number 1 · by yourself"), suspended.Text);
        var sent = await student.ChooseAsync(suspended, Assert.Single(suspended.MenuValues));
        var after = await sent.Expected().ChangeAsync(suspended);
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
        await Classroom.Bot.KillAsync();
        await Classroom.StartBotAsync();
        Assert.True((await RunAsync(student, "remind")).Says("at 18:00"));
        Assert.True((await RunAsync(student, "remind", ("off", true))).Says("Reminders are stopped"));
        using var database = Classroom.OpenDatabase();
        Assert.Equal(0, database.Count("SELECT count(*) FROM reminders"));
    }

    private async Task<ScriptedMember> StudentAsync() => (await Classroom.StudentsAsync(1))[0];

    private Task<ChatMessage> RunAsync(ScriptedMember member, string words, params (string Name, object Value)[] options) =>
        RunInAsync(member, Channel, words, options);

    private static Task<ChatMessage> RunInAsync(
        ScriptedMember member, string channel, string words, params (string Name, object Value)[] options) =>
        member.AskAsync($"study {words}", channel, options);

    private Task<ChatMessage> CardAsync(ScriptedMember member, params (string Name, object Value)[] options) =>
        member.AskAsync("card", Channel, options);

    private async Task<ChatMessage> ImportAsync(ScriptedMember member, UploadedFile file)
    {
        var sent = await member.RunCommandAsync("study import", Channel, file, ("deck", RevisionSchool.Deck));
        return await sent.Expected().ReplyAsync();
    }

    private static async Task<ChatMessage> GradeAsync(ScriptedMember member, ChatMessage card, string grade) =>
        await member.TurnAsync(await member.TurnAsync(card, "Show answer"), grade);
}
