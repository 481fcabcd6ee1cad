using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision;
using SinoSovietBot.Revision.Statistics;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Tests.Pictures;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

public class StudyStatsTests
{
    [Fact]
    public async Task ANewLearnerIsToldHowToBegin()
    {
        await using var school = new ExamSchool();
        var reply = await school.RunAsync(ExamSchool.Student, "study stats", ("deck", "small"));

        Assert.Contains("`/card` shows you the first of its 2 items", Given.TextOf(reply), StringComparison.Ordinal);
        Assert.Empty(Content(reply).Files);
    }

    [Fact]
    public async Task WithoutADeckItIsTheOneRevisedLast()
    {
        await using var school = new ExamSchool();
        Assert.Equal(StudyMessages.NoDeckYet, Given.TextOf(await school.RunAsync(ExamSchool.Student, "study stats")));

        await school.ReviseAsync(ExamSchool.Student, days: 1);

        Assert.Contains("A small deck", Content(await school.RunAsync(ExamSchool.Student, "study stats")).Embeds[0].Title, StringComparison.Ordinal);
        Assert.Equal(StudyMessages.NoDeckYet, Given.TextOf(await school.RunAsync(ExamSchool.Teacher, "study stats")));
    }

    [Fact]
    public async Task AnUnknownDeckIsNamed()
    {
        await using var school = new ExamSchool();
        Assert.Contains("none-such", Given.TextOf(await school.RunAsync(ExamSchool.Student, "study stats", ("deck", "none-such"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasRevisedIsCountedInWordsAndDrawn()
    {
        await using var school = new ExamSchool();
        await school.ReviseAsync(ExamSchool.Student, days: 14, day => day % 4 == 3 ? Grade.Again : Grade.Good);
        var content = Content(await school.RunAsync(ExamSchool.Student, "study stats", ("deck", "small"), ("period", "all")));

        string words = content.Embeds[0].Description!;
        Assert.Contains("**Learned:** 2 of 2 · 0 new", words, StringComparison.Ordinal);
        Assert.Contains("**All time:**", words, StringComparison.Ordinal);
        Assert.Contains("not enough reviews yet", words, StringComparison.Ordinal);
        Assert.Contains("War: ", words, StringComparison.Ordinal);
        Assert.Equal("attachment://stats.png", content.Embeds[0].ImageUrl);
        var file = Assert.Single(content.Files);
        Assert.InRange(file.Description!.Length, 100, DiscordLimits.FileDescription);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], file.Content[..4].ToArray());
        Assert.Empty(MessageLimits.Faults(content));
    }

    [Fact]
    public async Task TheStreakLivesUntilADayIsMissed()
    {
        await using var school = new ExamSchool();
        await school.ReviseAsync(ExamSchool.Student, days: 1);
        Assert.Contains("**Streak:** 1 day, longest 1 · revise today to keep it", await WordsAsync(school), StringComparison.Ordinal);

        school.Now += TimeSpan.FromDays(1);

        Assert.Contains("**Streak:** 0 days, longest 1", await WordsAsync(school), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClassesExamIsNamedAsTheClasses()
    {
        await using var school = new ExamSchool();
        await school.ReviseAsync(ExamSchool.Student, days: 1);
        await school.RunAsync(ExamSchool.Teacher, "class exam", ("deck", "small"), ("date", "4 June 2026"));

        Assert.Contains("**Exam:** 4 June 2026, in 93 days (your class's)", await WordsAsync(school), StringComparison.Ordinal);
    }

    [Fact]
    public void TheWordsOfALargeDeckFit()
    {
        var stats = Sample.Of(topics: 60, scale: 10_000, topic: Nasty.Longest(100));
        var content = StatsMessages.Stats(Nasty.Longest(200), stats, null, new byte[1]);

        Assert.Empty(MessageLimits.Faults(content));
        Assert.Contains("more topics", content.Embeds[0].Description, StringComparison.Ordinal);
        Assert.InRange(StatsMessages.AltText(Nasty.Longest(2000), stats).Length, 1, DiscordLimits.FileDescription);
    }

    [Fact]
    public void ThePictureIsSentWithoutADeferral() => Assert.InRange(Sample.Picture(Sample.Of()).Length, 1, Responder.HeavyBytes);

    private static async Task<string> WordsAsync(ExamSchool school) =>
        Content(await school.RunAsync(ExamSchool.Student, "study stats", ("deck", "small"))).Embeds[0].Description!;

    private static MessageContent Content(InteractionResponse response)
    {
        var content = Assert.IsType<InteractionResponse.Reply>(response).Content;
        Assert.True(content.Ephemeral);
        return content;
    }
}
