using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Statistics;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary>It is 2 March 2026.</summary>
public class StudyExamTests
{
    [Fact]
    public async Task AnExamIsSetShownAndCleared()
    {
        await using var school = new ExamSchool();
        Assert.Contains("No exam is set", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);

        string set = await SayAsync(school, ExamSchool.Student, ("date", "4/6/2026"));
        Assert.Contains("On **4 June 2026** (in 94 days) you will remember about", set, StringComparison.Ordinal);
        Assert.Contains("2 items have still to begin, which takes 1 new a day; you have set 10.", set, StringComparison.Ordinal);
        Assert.Equal(set, await SayAsync(school, ExamSchool.Student));

        Assert.Contains("is removed", await SayAsync(school, ExamSchool.Student, ("clear", true)), StringComparison.Ordinal);
        Assert.Contains("No exam is set", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 March 2026", "is not after today")]
    [InlineData("1 May 1950", "1 May 1950 is not after today")]
    [InlineData("3 March 2029", "more than 3 years away")]
    [InlineData("June 2026", "is no single day")]
    [InlineData("when I am ready", "I cannot read")]
    [InlineData("31 June 2026", "I cannot read")]
    public async Task ADateThatCannotBeIsRefusedInASentence(string typed, string says)
    {
        await using var school = new ExamSchool();
        Assert.Contains(says, await SayAsync(school, ExamSchool.Student, ("date", typed)), StringComparison.Ordinal);
        Assert.Contains(says, await ClassAsync(school, ExamSchool.Teacher, ("date", typed)), StringComparison.Ordinal);
        Assert.Contains("No exam is set", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DateAndClearTogetherAreRefused()
    {
        await using var school = new ExamSchool();
        Assert.Equal(ExamMessages.EitherOr, await SayAsync(school, ExamSchool.Student, ("date", "4/6/2026"), ("clear", true)));
    }

    [Fact]
    public async Task TheExamOfTheClassCountsForWhoHasNoneOfTheirOwn()
    {
        await using var school = new ExamSchool();
        Assert.Contains("everyone here who has set none", await ClassAsync(school, ExamSchool.Teacher, ("date", "4 June 2026")), StringComparison.Ordinal);
        Assert.Contains("the day of your class's exam", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);

        string own = await SayAsync(school, ExamSchool.Student, ("date", "1 June 2026"));
        Assert.Contains("1 June 2026", own, StringComparison.Ordinal);
        Assert.DoesNotContain("class", own, StringComparison.Ordinal);
        Assert.Contains("your class's on 4 June 2026 counts", await SayAsync(school, ExamSchool.Student, ("clear", true)), StringComparison.Ordinal);

        Assert.Contains("has no exam", await ClassAsync(school, ExamSchool.Teacher, ("clear", true)), StringComparison.Ordinal);
        Assert.Contains("No exam is set", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExamIsOfItsServerAlone()
    {
        await using var school = new ExamSchool();
        await ClassAsync(school, ExamSchool.Teacher, ("date", "4 June 2026"));
        var elsewhere = school.Use(ExamSchool.Student, "study exam", ("deck", "small")) with { Guild = new Snowflake(77) };
        var direct = school.Use(ExamSchool.Student, "study exam", ("deck", "small")) with { Guild = null };

        Assert.Contains("No exam is set", Given.TextOf(await school.RunAsync(elsewhere)), StringComparison.Ordinal);
        Assert.Contains("No exam is set", Given.TextOf(await school.RunAsync(direct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyATeacherSetsTheExamOfTheClass()
    {
        await using var school = new ExamSchool();
        Assert.Equal(ExamMessages.MayNot, await ClassAsync(school, ExamSchool.Student, ("date", "4 June 2026")));
        Assert.Contains("No exam is set", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);
        var direct = school.Use(ExamSchool.Teacher, "class exam", ("deck", "small")) with { Guild = null };
        Assert.Equal(CommonMessages.OnlyInServers, Given.TextOf(await school.RunAsync(direct)));
        Assert.Equal(Permissions.ManageMessages, ClassCommands.Command.DefaultMemberPermissions);
        Assert.Equal(CommandContexts.Guild, ClassCommands.Command.Contexts);
    }

    [Fact]
    public async Task AnExamThatIsOverCountsNoMore()
    {
        await using var school = new ExamSchool();
        await ClassAsync(school, ExamSchool.Teacher, ("date", "4 June 2026"));
        await SayAsync(school, ExamSchool.Student, ("date", "10 March 2026"));
        school.Now += TimeSpan.FromDays(30);

        Assert.Contains("4 June 2026", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);
        school.Now += TimeSpan.FromDays(300);
        Assert.Contains("No exam is set", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);
        Assert.Contains("was on 4 June 2026", await ClassAsync(school, ExamSchool.Teacher), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecallAloneChangesTheExamThatIsSet()
    {
        await using var school = new ExamSchool();
        await SayAsync(school, ExamSchool.Student, ("date", "4 June 2026"));
        Assert.Contains("You want 60 %: you are on course.", await SayAsync(school, ExamSchool.Student, ("recall", 60)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAdviceIsTakenByAPress()
    {
        await using var school = new ExamSchool();
        var member = new MemberId(ExamSchool.Student);
        var cancellation = TestContext.Current.CancellationToken;
        await school.Storage.Revision.SaveSettingsAsync(member, LearnerSettings.Default with { NewPerDay = 0, FourButtons = true });
        var reply = await school.RunAsync(ExamSchool.Student, "study exam", ("deck", "small"), ("date", "4 June 2026"));

        Assert.Equal(ExamMessages.PlanTaken, Given.TextOf(await school.PressAsync(ExamSchool.Student, reply)));
        var settings = await school.Storage.Revision.SettingsAsync(member, cancellation);
        Assert.True(settings is { NewPerDay: > 0, FourButtons: true });
        Assert.Contains("you are on course", await SayAsync(school, ExamSchool.Student), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(101, 100, 90)]
    [InlineData(10, 501, 90)]
    [InlineData(10, 9, 90)]
    [InlineData(10, 100, 98)]
    [InlineData(10, 100, 69)]
    public async Task AForgedPlanChangesNothing(int fresh, int reviews, int percent)
    {
        await using var school = new ExamSchool();
        var press = Given.Press(new ComponentId.TakePlan(fresh, reviews, percent).ToString(), ExamSchool.Student);
        Assert.Equal(CommonMessages.OldButton, Given.TextOf(await school.RunAsync(press)));
        var settings = await school.Storage.Revision.SettingsAsync(new MemberId(ExamSchool.Student), TestContext.Current.CancellationToken);
        Assert.Equal(LearnerSettings.Default, settings);
    }

    [Fact]
    public void WhatCannotBeReachedIsSaidWithTheMost()
    {
        var forecast = Forecast(continued: 0.3, planned: 0.62, new StudyPlan(100, 500, 0.97, HasFinalPass: true));
        string text = ExamMessages.Forecast("Deck", forecast, isOfClass: false, LearnerSettings.Default).Embeds[0].Description!;

        Assert.Contains("cannot be reached any more by revising once a day. The most is about **62 %**, with 20 minutes more a day", text, StringComparison.Ordinal);
        Assert.Contains("100 new a day instead of 10, a retention of 97 % instead of 90 %", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCanBeReachedIsSaidInMinutes()
    {
        var forecast = Forecast(continued: 0.82, planned: 0.91, new StudyPlan(20, 100, 0.9));
        var content = ExamMessages.Forecast("Deck", forecast, isOfClass: true, LearnerSettings.Default);

        Assert.Contains("about **82 %** of this deck", content.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("**20 minutes more a day** give the 90 % that you want: 20 new a day instead of 10.", content.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal("Set 20 new a day, retention 90 %", Assert.IsType<Button>(content.Rows[0].Components[0]).Label);
        Assert.Empty(MessageLimits.Faults(content));
    }

    private static ExamForecast Forecast(double continued, double planned, StudyPlan plan) => new()
    {
        Exam = new Exam(new DateOnly(2026, 6, 4)),
        DaysLeft = 94,
        IfStopped = 0.2,
        IfContinued = new PlanOutcome(continued, 0, [50]),
        New = 40,
        NewPerDayNeeded = 1,
        Pace = new ReviewPace(12, false),
        Plan = plan,
        IfPlanned = new PlanOutcome(planned, 0, [150]),
    };

    private static Task<string> SayAsync(ExamSchool school, ulong member, params (string Name, object Value)[] options) =>
        SayAsync(school, member, "study exam", options);

    private static Task<string> ClassAsync(ExamSchool school, ulong member, params (string Name, object Value)[] options) =>
        SayAsync(school, member, "class exam", options);

    private static async Task<string> SayAsync(ExamSchool school, ulong member, string command, (string Name, object Value)[] options)
    {
        var content = Assert.IsType<InteractionResponse.Reply>(await school.RunAsync(member, command, [("deck", "small"), .. options])).Content;
        Assert.True(content.Ephemeral);
        Assert.Empty(MessageLimits.Faults(content));
        return content.Text + string.Concat(content.Embeds.Select(embed => embed.Description));
    }
}
