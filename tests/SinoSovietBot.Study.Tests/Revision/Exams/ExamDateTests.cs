using SinoSovietBot.Study.Revision.Exams;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision.Exams;

public sealed class ExamDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData("2027-06-04", 2027, 6, 4)]
    [InlineData("4/6/2027", 2027, 6, 4)]
    [InlineData("04/06/27", 2027, 6, 4)]
    [InlineData("4.6.2027", 2027, 6, 4)]
    [InlineData("4-6-2027", 2027, 6, 4)]
    [InlineData("4 June 2027", 2027, 6, 4)]
    [InlineData("  4th of june, 2027 ", 2027, 6, 4)]
    [InlineData("June 4, 2027", 2027, 6, 4)]
    [InlineData("Friday 4 Jun 2027", 2027, 6, 4)]
    [InlineData("4 june", 2027, 6, 4)]
    [InlineData("27 November", 2026, 11, 27)]
    [InlineData("26 November", 2027, 11, 26)]
    [InlineData("29 February", 2028, 2, 29)]
    [InlineData("27/11/2026", 2026, 11, 27)]
    [InlineData("26/11/2029", 2029, 11, 26)]
    public void ADayToComeIsRead(string typed, int year, int month, int day) =>
        Assert.Equal(new ExamDate.On(new DateOnly(year, month, day)), ExamDate.Read(typed, Today));

    [Theory]
    [InlineData("26/11/2026")]
    [InlineData("1 May 2026")]
    [InlineData("14 February 1950")]
    public void TodayAndEarlierIsPast(string typed) => Assert.IsType<ExamDate.Past>(ExamDate.Read(typed, Today));

    [Theory]
    [InlineData("27/11/2029")]
    [InlineData("1 January 2099")]
    public void MoreThanThreeYearsAreTooFar(string typed) => Assert.IsType<ExamDate.TooFar>(ExamDate.Read(typed, Today));

    [Theory]
    [InlineData("June 2027")]
    [InlineData("2027")]
    [InlineData("from 4 to 6 June 2027")]
    [InlineData("summer 2027")]
    public void WhatIsNoSingleDayIsToldFromWhatIsNoDate(string typed) => Assert.IsType<ExamDate.NoDay>(ExamDate.Read(typed, Today));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31 June 2027")]
    [InlineData("29 February 2027")]
    [InlineData("99/99/9999")]
    [InlineData("4 June 20271")]
    public void AnythingElseIsUnreadable(string typed) => Assert.IsType<ExamDate.Unreadable>(ExamDate.Read(typed, Today));
}
