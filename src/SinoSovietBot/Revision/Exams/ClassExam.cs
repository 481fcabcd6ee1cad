using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision.Exams;

namespace SinoSovietBot.Revision.Exams;

/// <summary><c>/class exam</c>. Thread-safe.</summary>
internal sealed class ClassExam(Learners learners, IExamStore exams, StudyDecks choice)
{
    public static SubcommandDeclaration Declaration { get; } =
        new("exam", "When the class has its exam: everyone's cards come back in time for it") { Options = ExamOptions.All };

    /// <summary>Handles the subcommand, for a teacher.</summary>
    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        var (deck, refusal) = await choice.FindAsync(use, use.Options.Text("deck"), cancellation);
        if (deck is null)
            return Reply.Privately(refusal!);
        var server = use.Server()!.Value;
        var teacher = use.Member();
        var today = (await learners.Store.SettingsAsync(teacher, cancellation)).Calendar(learners.OperatorZone).DayOf(use.Id.CreatedAt);
        var (_, current) = await exams.ExamsAsync(teacher, deck.Address, server, cancellation);
        string title = deck.Deck.Title;
        switch (ExamOptions.Read(use.Options, current is not null && current.Day > today ? current : null, today))
        {
            case ExamWish.Refused refused:
                return Reply.Privately(refused.Why);
            case ExamWish.Clear:
                await exams.SetClassAsync(server, deck.Address, null, teacher, use.Id.CreatedAt);
                return Reply.Privately(ExamMessages.ClassCleared(title));
            case ExamWish.Set set:
                await exams.SetClassAsync(server, deck.Address, set.Exam, teacher, use.Id.CreatedAt);
                return Reply.Privately(ExamMessages.ClassSet(title, set.Exam, set.Exam.Day.DayNumber - today.DayNumber));
            default:
                return Reply.Privately(current is null ? ExamMessages.ClassNone(title) : ExamMessages.ClassShown(title, current, today));
        }
    }
}
