using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>What happens when a top-level command is used.</summary>
internal interface ICommand
{
    /// <summary>Its first word.</summary>
    string Name { get; }

    /// <summary>Handles the command or one of its subcommands.</summary>
    Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation);

    /// <summary>Suggests values for an option that is being typed.</summary>
    ImmutableArray<Suggestion> Suggest(SuggestionsAsked asked) => [];
}

/// <summary>Handles some of the buttons.</summary>
internal interface IButtons
{
    /// <summary>The response, or null when the button belongs to somebody else.</summary>
    Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation);
}

/// <summary>Handles some of the menus.</summary>
internal interface IMenus
{
    /// <summary>The response, or null when the menu belongs to somebody else.</summary>
    Task<InteractionResponse>? Choose(MenuChosen choice, ComponentId id, CancellationToken cancellation);
}

/// <summary>Handles some of the forms.</summary>
internal interface IForms
{
    /// <summary>The response, or null when the form belongs to somebody else.</summary>
    Task<InteractionResponse>? Submit(FormSubmitted form, ComponentId id, CancellationToken cancellation);
}
