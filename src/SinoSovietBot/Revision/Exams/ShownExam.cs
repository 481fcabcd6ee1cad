using SinoSovietBot.Study.Revision.Exams;

namespace SinoSovietBot.Revision.Exams;

/// <summary>The exam that counts for a member.</summary>
/// <param name="Exam">After the learner's day.</param>
/// <param name="IsOfClass">The teacher has set it; the member has none of their own.</param>
/// <param name="DaysLeft">1 for tomorrow.</param>
internal sealed record ShownExam(Exam Exam, bool IsOfClass, int DaysLeft)
{
    /// <summary>The member's own, else that of the class; null where there is none to come.</summary>
    public static ShownExam? Of(Exam? own, Exam? ofClass, DateOnly today)
    {
        if (own is not null && own.Day > today)
            return new ShownExam(own, false, own.Day.DayNumber - today.DayNumber);
        return ofClass is not null && ofClass.Day > today ? new ShownExam(ofClass, true, ofClass.Day.DayNumber - today.DayNumber) : null;
    }
}
