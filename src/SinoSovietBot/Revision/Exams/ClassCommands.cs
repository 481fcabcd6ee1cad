using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Exams;

namespace SinoSovietBot.Revision.Exams;

/// <summary><c>/class exam</c>. Who may use it is checked here, whatever Discord let through.</summary>
internal sealed class ClassCommands(Learners learners, IExamStore exams, StudyDecks choice, DeckCatalogue decks) : ICommand
{
    public static CommandDeclaration Command { get; } = new("class", "What counts for the whole class")
    {
        DefaultMemberPermissions = Permissions.ManageMessages,
        Subcommands =
        [
            new SubcommandDeclaration("exam", "When the class has its exam: everyone's cards come back in time for it") { Options = ExamOptions.All },
        ],
    };

    public string Name => Command.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        if (use.Guild is not { } guild)
            return Reply.Privately(CommonMessages.OnlyInServers);
        if (!Teachers.Includes(use))
            return Reply.Privately(ExamMessages.MayNot);
        var (deck, refusal) = await choice.FindAsync(use, use.Options.Text("deck"), cancellation);
        if (deck is null)
            return Reply.Privately(refusal!);
        var server = new ServerId(guild.Value);
        var teacher = new MemberId(use.User.Id.Value);
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

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        asked.Option == "deck" ? DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation)) : [];
}
