using System.Globalization;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>Statistics and exams. The tests share a class, so each has students and an exam day of its own.</summary>
public class StatsTests(Classroom classroom) : Scenario(classroom)
{
    private string Channel => Classroom.Channel(0);

    [Fact]
    public async Task ANewLearnerHearsHowToBegin()
    {
        var student = (await Classroom.SameStudentsAsync(3))[2];
        var reply = await RunAsync(student, "study stats", ("deck", Classroom.DeckId));

        Assert.True(reply.IsEphemeral);
        Assert.True(reply.Says("You have not revised") && reply.Says("`/card`"), reply.Text);
        Assert.False(HasPicture(reply));
    }

    [Fact]
    public async Task WhatWasRevisedIsOnThePictureAndInWords()
    {
        var student = (await Classroom.SameStudentsAsync(1))[0];
        var front = await RunAsync(student, "card", ("deck", Classroom.DeckId), ("count", 1));
        var back = await student.TurnAsync(front, "Show answer");
        await student.TurnAsync(back, "Good");

        var stats = await RunAsync(student, "study stats", ("deck", Classroom.DeckId), ("period", "7d"));

        Assert.True(stats.IsEphemeral);
        Assert.True(stats.Says("Last 7 days: 1 review") && stats.Says("Streak: 1 day") && stats.Says("Learned: 1 of 14"), stats.Text);
        Assert.True(HasPicture(stats));
        var file = stats.Json.GetProperty("attachments")[0];
        Assert.Contains("1 of 14 learned", file.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExamIsSetShownAndCleared()
    {
        var student = (await Classroom.SameStudentsAsync(2))[1];
        var set = await RunAsync(student, "study exam", ("deck", Classroom.DeckId), ("date", Typed(60)), ("recall", 80));
        Assert.True(set.IsEphemeral && set.Says("in 60 days") && set.Says("you will remember about"), set.Text);
        Assert.True((await RunAsync(student, "study exam", ("deck", Classroom.DeckId))).Says("in 60 days"));
        Assert.True((await RunAsync(student, "study exam", ("deck", Classroom.DeckId), ("date", Typed(-1)))).Says("is not after today"));
        Assert.True((await RunAsync(student, "study exam", ("deck", Classroom.DeckId), ("date", "soon"))).Says("cannot read"));
        Assert.True((await RunAsync(student, "study exam", ("deck", Classroom.DeckId), ("clear", true))).Says("is removed"));
        Assert.False((await RunAsync(student, "study exam", ("deck", Classroom.DeckId))).Says("in 60 days"));
    }

    [Fact]
    public async Task TheTeachersExamIsTheClassesAndNoStudentSetsIt()
    {
        var student = (await Classroom.SameStudentsAsync(4))[3];
        var set = await RunAsync(Teacher, "class exam", ("deck", Classroom.DeckId), ("date", Typed(90)));
        Assert.True(set.IsEphemeral && set.Says("in 90 days"), set.Text);

        var seen = await RunAsync(student, "study exam", ("deck", Classroom.DeckId));
        Assert.True(seen.Says("the day of your class's exam") && seen.Says("in 90 days"), seen.Text);
        Assert.DoesNotContain(await student.CommandsAsync(), command => command.GetProperty("name").GetString() == "class");

        var cleared = await RunAsync(Teacher, "class exam", ("deck", Classroom.DeckId), ("clear", true));
        Assert.True(cleared.Says("no exam"), cleared.Text);
        Assert.True((await RunAsync(student, "study exam", ("deck", Classroom.DeckId))).Says("No exam is set"));
    }

    [Fact]
    public async Task TheAdviceOfTheForecastIsTaken()
    {
        var student = (await Classroom.SameStudentsAsync(5))[4];
        var forecast = await RunAsync(student, "study exam", ("deck", Classroom.DeckId), ("date", Typed(20)), ("recall", 99));
        Assert.NotEmpty(forecast.Buttons);

        var sent = await student.PressAsync(forecast, forecast.Buttons[0].Label);
        Assert.True((await sent.ReplyAsync()).Says("Set."));
        await RunAsync(student, "study exam", ("deck", Classroom.DeckId), ("clear", true));
    }

    private static bool HasPicture(ChatMessage message) =>
        message.Json.TryGetProperty("attachments", out var files) && files.GetArrayLength() == 1;

    private static string Typed(int days) =>
        TimeProvider.System.GetUtcNow().AddHours(-4).AddDays(days).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private Task<ChatMessage> RunAsync(ScriptedMember member, string words, params (string Name, object Value)[] options) =>
        member.AskAsync(words, Channel, options);
}
