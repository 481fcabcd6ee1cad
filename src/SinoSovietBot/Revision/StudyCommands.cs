using System.Collections.Frozen;
using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Revision.Exchange;
using SinoSovietBot.Revision.History;
using SinoSovietBot.Revision.Reminders;
using SinoSovietBot.Revision.Settings;
using SinoSovietBot.Revision.Statistics;

namespace SinoSovietBot.Revision;

/// <summary><c>/study</c>: each of its subcommands is a part of its own.</summary>
internal sealed class StudyCommands(IEnumerable<IStudyPart> parts) : ICommand
{
    private readonly FrozenDictionary<string, IStudyPart> parts = parts.ToFrozenDictionary(part => part.Name);

    public static CommandDeclaration Command { get; } = new("study", "Your own revision: how it goes, and how you want it")
    {
        Contexts = CommandContexts.Guild | CommandContexts.BotDirectMessage | CommandContexts.PrivateChannel,
        Subcommands =
        [
            StudyExam.Declaration, StudyExport.Declaration, StudyHistory.Declaration, StudyImport.Declaration, StudyRemind.Declaration,
            StudySettings.Declaration, StudyStats.Declaration, StudySuspended.Declaration,
        ],
    };

    public string Name => Command.Name;

    public Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation) =>
        Find(use.Command)?.RunAsync(use, cancellation) ?? Task.FromResult(Reply.Privately(CommonMessages.UnknownCommand));

    public Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        Find(asked.Command)?.SuggestAsync(asked, cancellation) ?? Task.FromResult(ImmutableArray<Suggestion>.Empty);

    private IStudyPart? Find(string path) => parts.GetValueOrDefault(path[(path.LastIndexOf(' ') + 1)..]);
}

/// <summary>One subcommand of <c>/study</c>.</summary>
internal interface IStudyPart
{
    /// <summary>Its word.</summary>
    string Name { get; }

    /// <summary>Handles the subcommand.</summary>
    Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation);

    /// <summary>Suggests values for an option that is being typed.</summary>
    Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<Suggestion>.Empty);
}
