using SinoSovietBot.Discord.Model;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Revision.Statistics;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Statistics;
using SinoSovietBot.Tests.Pictures;

namespace SinoSovietBot.Tests.Security;

public partial class EveryMessageTests
{
    private static Dictionary<string, Func<string, MessageContent>> OfExamsAndStatistics() => new()
    {
        ["ExamMessages.ClassCleared"] = text => Said(ExamMessages.ClassCleared(text)),
        ["ExamMessages.ClassNone"] = text => Said(ExamMessages.ClassNone(text)),
        ["ExamMessages.ClassSet"] = text => Said(ExamMessages.ClassSet(text, AnExam, 9)),
        ["ExamMessages.ClassShown"] = text => Said(ExamMessages.ClassShown(text, AnExam, AnExam.Day.AddDays(-9))),
        ["ExamMessages.ClassShown_past"] = text => Said(ExamMessages.ClassShown(text, AnExam, AnExam.Day.AddDays(9))),
        ["ExamMessages.Cleared"] = text => Said(ExamMessages.Cleared(text, null)),
        ["ExamMessages.Cleared_class"] = text => Said(ExamMessages.Cleared(text, new ShownExam(AnExam, true, 9))),
        ["ExamMessages.Forecast"] = text => ExamMessages.Forecast(text, AForecast, isOfClass: true, LearnerSettings.Default),
        ["ExamMessages.None"] = text => Said(ExamMessages.None(text)),
        ["ExamMessages.Refusal"] = text => Said(ExamMessages.Refusal(new ExamDate.Unreadable(), text)),
        ["ExamMessages.Refusal_month"] = text => Said(ExamMessages.Refusal(new ExamDate.NoDay(), text)),
        ["StatsMessages.NothingYet"] = text => Said(StatsMessages.NothingYet(text, 3)),
        ["StatsMessages.Stats"] = text => StatsMessages.Stats("Deck", Sample.Of(topics: 3, topic: text), null, new byte[1]),
        ["StatsMessages.Stats_deck"] = text => StatsMessages.Stats(text, Sample.Of(), null, new byte[1]),
    };

    private static Exam AnExam => new(new DateOnly(2027, 6, 4));

    private static ExamForecast AForecast => new()
    {
        Exam = AnExam, DaysLeft = 90, IfStopped = 0.2, IfContinued = new PlanOutcome(0.8, 0, [50]), New = 40, NewPerDayNeeded = 1,
        Pace = new ReviewPace(12, false), Plan = new StudyPlan(20, 100, 0.9), IfPlanned = new PlanOutcome(0.95, 0, [150]),
    };
}
