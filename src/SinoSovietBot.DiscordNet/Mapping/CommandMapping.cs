using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.DiscordNet.Mapping;

/// <summary>Our command declarations as Discord.Net's, and back again, to be compared with what Discord holds.</summary>
internal static class CommandMapping
{
    private static readonly (CommandContexts Ours, DNet.InteractionContextType Theirs)[] _contexts =
    [
        (CommandContexts.Guild, DNet.InteractionContextType.Guild),
        (CommandContexts.BotDirectMessage, DNet.InteractionContextType.BotDm),
        (CommandContexts.PrivateChannel, DNet.InteractionContextType.PrivateChannel),
    ];

    public static DNet.SlashCommandProperties Build(CommandDeclaration command)
    {
        DNet.SlashCommandProperties built = new DNet.SlashCommandBuilder { Name = command.Name, Description = command.Description }.Build();
        built.ContextTypes = new HashSet<DNet.InteractionContextType>(
            _contexts.Where(pair => command.Contexts.HasFlag(pair.Ours)).Select(static pair => pair.Theirs));
        built.IntegrationTypes = Installs(command.Contexts);
        built.Options = new List<DNet.ApplicationCommandOptionProperties>(
            [.. command.Groups.Select(Group), .. command.Subcommands.Select(Subcommand), .. command.Options.Select(Option)]);
        // What the builder says by itself; contexts have taken the place of the one, and the other has no meaning any more.
        built.IsDMEnabled = DNet.Optional<bool>.Unspecified;
        built.IsDefaultPermission = DNet.Optional<bool>.Unspecified;
        if (command.DefaultMemberPermissions is { } permissions) built.DefaultMemberPermissions = (DNet.GuildPermission)(ulong)permissions;
        return built;
    }

    /// <summary>Null for what is no slash command.</summary>
    public static CommandDeclaration? Read(DNet.IApplicationCommand command) => command.Type != DNet.ApplicationCommandType.Slash
        ? null
        : new CommandDeclaration(command.Name, command.Description)
        {
            Groups = [.. Of(command.Options, DNet.ApplicationCommandOptionType.SubCommandGroup).Select(ReadGroup)],
            Subcommands = [.. Of(command.Options, DNet.ApplicationCommandOptionType.SubCommand).Select(ReadSubcommand)],
            Options = ReadOptions(command.Options),
            // Discord.Net does not tell "everyone" from "nobody"; this bot declares neither permission 0.
            DefaultMemberPermissions = command.DefaultMemberPermissions.RawValue is var bits and not 0 ? (Permissions)bits : null,
            Contexts = _contexts.Where(pair => command.ContextTypes?.Contains(pair.Theirs) == true)
                .Aggregate(CommandContexts.None, static (all, pair) => all | pair.Ours),
        };

    private static HashSet<DNet.ApplicationIntegrationType> Installs(CommandContexts contexts) => contexts.HasFlag(CommandContexts.PrivateChannel)
        ? [DNet.ApplicationIntegrationType.GuildInstall, DNet.ApplicationIntegrationType.UserInstall]
        : [DNet.ApplicationIntegrationType.GuildInstall];

    private static DNet.ApplicationCommandOptionProperties Group(SubcommandGroupDeclaration group) => new()
    {
        Type = DNet.ApplicationCommandOptionType.SubCommandGroup,
        Name = group.Name,
        Description = group.Description,
        Options = [.. group.Subcommands.Select(Subcommand)],
    };

    private static DNet.ApplicationCommandOptionProperties Subcommand(SubcommandDeclaration subcommand) => new()
    {
        Type = DNet.ApplicationCommandOptionType.SubCommand,
        Name = subcommand.Name,
        Description = subcommand.Description,
        Options = [.. subcommand.Options.Select(Option)],
    };

    private static DNet.ApplicationCommandOptionProperties Option(OptionDeclaration option) => new()
    {
        Type = (DNet.ApplicationCommandOptionType)option.Kind,
        Name = option.Name,
        Description = option.Description,
        IsRequired = option.Required ? true : null,
        IsAutocomplete = option.Suggested,
        MinValue = option.Min,
        MaxValue = option.Max,
        MaxLength = option.MaxLength,
        Choices = option.Choices.IsDefaultOrEmpty ? null : [.. option.Choices.Select(choice => Choice(option.Kind, choice))],
    };

    private static DNet.ApplicationCommandOptionChoiceProperties Choice(OptionKind kind, Suggestion choice) => new()
    {
        Name = choice.Name,
        Value = kind == OptionKind.Number
            ? long.Parse(choice.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : choice.Value,
    };

    private static IEnumerable<DNet.IApplicationCommandOption> Of(
        IEnumerable<DNet.IApplicationCommandOption>? options, DNet.ApplicationCommandOptionType type) =>
        (options ?? []).Where(option => option.Type == type);

    private static SubcommandGroupDeclaration ReadGroup(DNet.IApplicationCommandOption group) => new(
        group.Name, group.Description, [.. Of(group.Options, DNet.ApplicationCommandOptionType.SubCommand).Select(ReadSubcommand)]);

    private static SubcommandDeclaration ReadSubcommand(DNet.IApplicationCommandOption subcommand) =>
        new(subcommand.Name, subcommand.Description) { Options = ReadOptions(subcommand.Options) };

    private static ImmutableArray<OptionDeclaration> ReadOptions(IEnumerable<DNet.IApplicationCommandOption>? options) =>
    [
        .. (options ?? [])
            .Where(static option =>
                option.Type is not (DNet.ApplicationCommandOptionType.SubCommand or DNet.ApplicationCommandOptionType.SubCommandGroup))
            .Select(ReadOption),
    ];

    private static OptionDeclaration ReadOption(DNet.IApplicationCommandOption option) =>
        new(option.Name, option.Description, (OptionKind)option.Type)
        {
            Required = option.IsRequired == true,
            Suggested = option.IsAutocomplete == true,
            Min = (int?)option.MinValue,
            Max = (int?)option.MaxValue,
            MaxLength = option.MaxLength,
            Choices = [.. (option.Choices ?? []).Select(ReadChoice)],
        };

    private static Suggestion ReadChoice(DNet.IApplicationCommandOptionChoice choice) =>
        new(choice.Name, Convert.ToString(choice.Value, CultureInfo.InvariantCulture) ?? "");
}
