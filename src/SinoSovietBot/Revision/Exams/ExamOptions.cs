using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Revision.Exams;

namespace SinoSovietBot.Revision.Exams;

/// <summary>The options that <c>/study exam</c> and <c>/class exam</c> have in common. Pure.</summary>
internal static class ExamOptions
{
    public static ImmutableArray<OptionDeclaration> All { get; } =
    [
        new OptionDeclaration("date", "When it is, such as 4 June 2027", OptionKind.Text) { MaxLength = 100 },
        new OptionDeclaration("deck", "On which deck (the one you revised last)", OptionKind.Text) { Suggested = true, MaxLength = 100 },
        new OptionDeclaration("recall", "How many percent are to be remembered on the day (90)", OptionKind.Number)
        {
            Min = (int)(Exam.MinRecall * 100),
            Max = (int)(Exam.MaxRecall * 100),
        },
        new OptionDeclaration("clear", "Remove the exam", OptionKind.Flag),
    ];

    /// <summary>What somebody wants.</summary>
    /// <param name="options">As filled in.</param>
    /// <param name="current">The exam that counts now; null for none.</param>
    /// <param name="today">The learner's day.</param>
    public static ExamWish Read(CommandOptions options, Exam? current, DateOnly today)
    {
        string? typed = options.Text("date");
        if (options.Flag("clear") == true)
            return typed is null ? new ExamWish.Clear() : new ExamWish.Refused(ExamMessages.EitherOr);
        // Discord keeps to the range of the declaration; whoever sends something else gets the nearest.
        double? recall = options.Number("recall") is { } percent ? Math.Clamp(percent / 100.0, Exam.MinRecall, Exam.MaxRecall) : null;
        if (typed is null)
            return recall is { } wanted && current is not null ? new ExamWish.Set(current with { WantedRecall = wanted }) : new ExamWish.Show();
        var date = ExamDate.Read(typed, today);
        return date is ExamDate.On on
            ? new ExamWish.Set(new Exam(on.Day, recall ?? current?.WantedRecall ?? Exam.DefaultRecall))
            : new ExamWish.Refused(ExamMessages.Refusal(date, typed));
    }
}

/// <summary>What is to be done with an exam; a closed family.</summary>
internal abstract record ExamWish
{
    private ExamWish()
    {
    }

    public sealed record Show : ExamWish;

    public sealed record Set(Exam Exam) : ExamWish;

    public sealed record Clear : ExamWish;

    public sealed record Refused(string Why) : ExamWish;
}
