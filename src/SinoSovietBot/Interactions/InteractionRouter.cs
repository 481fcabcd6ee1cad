using System.Collections.Frozen;
using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>Finds who handles an interaction. Thread-safe.</summary>
internal sealed class InteractionRouter(IEnumerable<ICommand> commands, IEnumerable<IButtons> buttons, IEnumerable<IForms> forms)
{
    private readonly FrozenDictionary<string, ICommand> commands = commands.ToFrozenDictionary(command => command.Name);
    private readonly ImmutableArray<IButtons> buttons = [.. buttons];
    private readonly ImmutableArray<IForms> forms = [.. forms];

    /// <summary>The response to an interaction.</summary>
    public Task<InteractionResponse> RouteAsync(Interaction interaction, CancellationToken cancellation) => interaction switch
    {
        ButtonPressed press => PressAsync(press, ComponentId.Parse(press.CustomId), cancellation),
        FormSubmitted form => SubmitAsync(form, ComponentId.Parse(form.CustomId), cancellation),
        SlashCommandUsed use => Find(use.Command)?.RunAsync(use, cancellation) ?? Say(CommonMessages.UnknownCommand),
        SuggestionsAsked asked => Task.FromResult<InteractionResponse>(new InteractionResponse.Suggest(Find(asked.Command)?.Suggest(asked) ?? [])),
        _ => Say(CommonMessages.OldButton),
    };

    /// <summary>The response to a button whose meaning has been read; null is one that this version does not know.</summary>
    public Task<InteractionResponse> PressAsync(ButtonPressed press, ComponentId? id, CancellationToken cancellation)
    {
        if (id is null)
            return Say(CommonMessages.OldButton);
        foreach (var handler in buttons)
        {
            if (handler.Press(press, id, cancellation) is { } handling)
                return handling;
        }

        return Say(CommonMessages.OldButton);
    }

    /// <summary>The response to a form whose meaning has been read; null is one that this version does not know.</summary>
    public Task<InteractionResponse> SubmitAsync(FormSubmitted form, ComponentId? id, CancellationToken cancellation)
    {
        if (id is null)
            return Say(CommonMessages.OldForm);
        foreach (var handler in forms)
        {
            if (handler.Submit(form, id, cancellation) is { } handling)
                return handling;
        }

        return Say(CommonMessages.OldForm);
    }

    private ICommand? Find(string path)
    {
        int space = path.IndexOf(' ', StringComparison.Ordinal);
        return commands.GetValueOrDefault(space < 0 ? path : path[..space]);
    }

    private static Task<InteractionResponse> Say(string text) => Task.FromResult(Reply.Privately(text));
}
