using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Revision.Reports;

namespace SinoSovietBot.Revision;

/// <summary><c>/class</c>. Who may use it is checked here, whatever Discord let through.</summary>
internal sealed class ClassCommands(ClassExam exam, ClassReports reports, DeckCatalogue decks) : ICommand
{
    public static CommandDeclaration Command { get; } = new("class", "What counts for the whole class")
    {
        DefaultMemberPermissions = Permissions.ManageMessages,
        Subcommands = [ClassExam.Declaration, ClassReports.Declaration],
    };

    public string Name => Command.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        if (use.Guild is null)
            return Reply.Privately(CommonMessages.OnlyInServers);
        return use.Command switch
        {
            "class exam" => Teachers.Includes(use) ? await exam.RunAsync(use, cancellation) : Reply.Privately(ExamMessages.MayNot),
            "class reports" => Teachers.Includes(use) ? await reports.RunAsync(use, cancellation) : Reply.Privately(ReportMessages.MayNot),
            _ => Reply.Privately(CommonMessages.UnknownCommand),
        };
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        asked.Option == "deck" ? DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation)) : [];
}
