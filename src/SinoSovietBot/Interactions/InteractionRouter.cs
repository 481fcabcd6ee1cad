using System.Collections.Frozen;
using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>Finds who handles an interaction. Thread-safe.</summary>
internal sealed class InteractionRouter(
    IEnumerable<ICommand> commands, IEnumerable<IButtons> buttons, IEnumerable<IMenus> menus, IEnumerable<IForms> forms)
{
    private readonly FrozenDictionary<string, ICommand> commands = commands.ToFrozenDictionary(command => command.Name);
    private readonly ImmutableArray<IButtons> buttons = [.. buttons];
    private readonly ImmutableArray<IMenus> menus = [.. menus];
    private readonly ImmutableArray<IForms> forms = [.. forms];

    /// <summary>The response to an interaction.</summary>
    public Task<InteractionResponse> RouteAsync(Interaction interaction, CancellationToken cancellation) =>
        RouteAsync(interaction, InteractionMeaning.Of(interaction), cancellation);

    /// <summary>The response to an interaction whose meaning has been read (see <see cref="InteractionMeaning"/>).</summary>
    public Task<InteractionResponse> RouteAsync(Interaction interaction, ComponentId? id, CancellationToken cancellation) => interaction switch
    {
        SlashCommandUsed use => Find(use.Command)?.RunAsync(use, cancellation) ?? Say(CommonMessages.UnknownCommand),
        SuggestionsAsked asked => Task.FromResult<InteractionResponse>(new InteractionResponse.Suggest(Find(asked.Command)?.Suggest(asked) ?? [])),
        ButtonPressed press when id is not null => First(buttons, handler => handler.Press(press, id, cancellation)) ?? Say(CommonMessages.OldButton),
        MenuChosen choice when id is not null => First(menus, handler => handler.Choose(choice, id, cancellation)) ?? Say(CommonMessages.OldButton),
        FormSubmitted form when id is not null => First(forms, handler => handler.Submit(form, id, cancellation)) ?? Say(CommonMessages.OldForm),
        FormSubmitted => Say(CommonMessages.OldForm),
        _ => Say(CommonMessages.OldButton),
    };

    private static Task<InteractionResponse>? First<T>(ImmutableArray<T> handlers, Func<T, Task<InteractionResponse>?> handle)
    {
        foreach (var handler in handlers)
        {
            if (handle(handler) is { } handling)
                return handling;
        }

        return null;
    }

    private ICommand? Find(string path)
    {
        int space = path.IndexOf(' ', StringComparison.Ordinal);
        return commands.GetValueOrDefault(space < 0 ? path : path[..space]);
    }

    private static Task<InteractionResponse> Say(string text) => Task.FromResult(Reply.Privately(text));
}
