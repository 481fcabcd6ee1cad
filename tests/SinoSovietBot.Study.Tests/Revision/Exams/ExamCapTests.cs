using CsCheck;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision.Exams;

/// <summary>
/// The promise of an exam: whoever revises every day all that is due has seen everything that they have begun, and not suspended, on one of the last
/// <see cref="ExamCap.LastDays"/> days before it.
/// </summary>
public sealed class ExamCapTests
{
    private const int Cards = 8;

    private static readonly Gen<(int Exam, int SetAfter, Grade[] Grades)> Courses = Gen.Select(
        Gen.Int[1, 120],
        Gen.Int[0, 119],
        Gen.Frequency((1, Gen.Const(Grade.Again)), (1, Gen.Const(Grade.Hard)), (6, Gen.Const(Grade.Good)), (3, Gen.Const(Grade.Easy))).Array[7, 40]);

    [Fact]
    public void EverythingIsSeenInTheLastDays() => Courses.Sample(
        course =>
        {
            var learner = new ALearner(ALearner.DeckOf(Cards)).Set(deck => deck with { Settings = deck.Settings with { NewPerDay = 3, ReviewsPerDay = 500 } });
            var first = learner.Deck.Today;
            var exam = first.AddDays(course.Exam);
            int press = 0;
            for (int day = 0; day < course.Exam; day++)
            {
                // The exam may be set when much has been scheduled beyond it already.
                bool isSet = day >= course.SetAfter % course.Exam;
                learner.At(ALearner.Morning.AddDays(day)).Set(deck => deck with { Exam = isSet ? exam : null, Recent = [] });
                learner.Begin(count: 50).Play(_ => Answer(course.Grades, press++));
            }

            foreach (var memory in learner.Deck.Memories.Where(memory => memory is { IsSuspended: false, IsNew: false }))
                Assert.True(memory.ReviewedOn >= exam.AddDays(-ExamCap.LastDays), $"{memory.Item} was last seen on {memory.ReviewedOn}; exam {exam}.");
        },
        iter: 60);

    // A press may come again and again on one day: it ends.
    private static Grade Answer(Grade[] grades, int press) => press % 97 < 60 ? grades[press % grades.Length] : Grade.Good;

    [Fact]
    public void NoIntervalLeadsPastTheExamExceptInItsLastDays() => Gen.Select(Gen.Int[1, 2000], Gen.Int[0, 1000], Gen.Double[0, 0.999999]).Sample(
        (days, left, draw) =>
        {
            var today = new DateOnly(2026, 11, 26);
            int capped = ExamCap.Days(days, today, today.AddDays(left), draw);

            if (left - 1 < ExamCap.LastDays || days < left)
                Assert.Equal(days, capped);
            else
                Assert.InRange(capped, left - ExamCap.LastDays, left - 1);
        });

    [Fact]
    public void WhatWasScheduledBeyondAnExamThatIsSetNowComesInItsLastDays() => Gen.Select(
        Gen.Int[8, 400], Gen.Int[0, 900], Gen.Int[0, 900], Gen.Double[0, 0.999999]).Sample((left, ago, ahead, draw) =>
    {
        var today = new DateOnly(2026, 11, 26);
        var exam = today.AddDays(left);
        var due = ExamCap.Due(today.AddDays(ahead), today.AddDays(-ago), today, exam, draw);

        if (ahead < left)
            Assert.Equal(today.AddDays(ahead), due);
        else
            Assert.InRange(due, exam.AddDays(-ExamCap.LastDays), exam.AddDays(-1));
    });

    [Fact]
    public void AfterTheExamTheScheduleIsItsOwnAgain()
    {
        var today = new DateOnly(2026, 11, 26);
        var due = today.AddDays(300);

        Assert.Equal(due, ExamCap.Due(due, today.AddDays(-60), today, today, 0.5));
        Assert.Equal(due, ExamCap.Due(due, today.AddDays(-60), today, null, 0.5));
    }
}
