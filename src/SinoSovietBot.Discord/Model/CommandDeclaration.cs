using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>A slash command as data. With subcommands or groups it cannot be run by itself.</summary>
/// <param name="Name">1 to 32 lower-case letters, digits, hyphens.</param>
/// <param name="Description">1 to 100 characters.</param>
public sealed record CommandDeclaration(string Name, string Description)
{
    public ImmutableArray<OptionDeclaration> Options { get; init; } = [];

    public ImmutableArray<SubcommandDeclaration> Subcommands { get; init; } = [];

    public ImmutableArray<SubcommandGroupDeclaration> Groups { get; init; } = [];

    /// <summary>Who sees it until a server's owner decides otherwise; null is everyone.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Where it can be used.</summary>
    public CommandContexts Contexts { get; init; } = CommandContexts.Guild;
}

/// <summary>A part of a command that can be run.</summary>
public sealed record SubcommandDeclaration(string Name, string Description)
{
    public ImmutableArray<OptionDeclaration> Options { get; init; } = [];
}

/// <summary>Subcommands under a common word.</summary>
public sealed record SubcommandGroupDeclaration(string Name, string Description, ImmutableArray<SubcommandDeclaration> Subcommands);

/// <summary>One option of a command.</summary>
public sealed record OptionDeclaration(string Name, string Description, OptionKind Kind)
{
    public bool Required { get; init; }

    /// <summary>Ask the bot for suggestions while it is typed (<see cref="SuggestionsAsked"/>).</summary>
    public bool Suggested { get; init; }

    /// <summary>Fixed choices; not together with <see cref="Suggested"/>.</summary>
    public ImmutableArray<Suggestion> Choices { get; init; } = [];

    /// <summary>Smallest number, inclusive.</summary>
    public int? Min { get; init; }

    /// <summary>Largest number, inclusive.</summary>
    public int? Max { get; init; }

    /// <summary>Longest text, in characters.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>What an option holds; the values are Discord's.</summary>
public enum OptionKind
{
    Text = 3,
    Number = 4,
    Flag = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    File = 11,
}

/// <summary>Where a command can be used.</summary>
[Flags]
public enum CommandContexts
{
    None = 0,
    Guild = 1,
    BotDirectMessage = 2,
    PrivateChannel = 4,
}
