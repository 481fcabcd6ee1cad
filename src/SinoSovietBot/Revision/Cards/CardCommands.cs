using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary><c>/card</c>, its buttons, its forms, and the menu of decks.</summary>
internal sealed class CardCommands(CardOpener opener, CardDesk desk, DeckCatalogue decks) : ICommand, IButtons, IForms, IMenus
{
    public static CommandDeclaration Command { get; } = new("card", "Revise by yourself: cards come back when you are about to forget them")
    {
        Contexts = CommandContexts.Guild | CommandContexts.BotDirectMessage | CommandContexts.PrivateChannel,
        Options =
        [
            new OptionDeclaration("deck", "Which deck (the one you revised last)", OptionKind.Text) { Suggested = true, MaxLength = 100 },
            new OptionDeclaration("topic", "Only this topic of the deck", OptionKind.Text) { Suggested = true, MaxLength = 100 },
            new OptionDeclaration("mode", "What to revise (what is due)", OptionKind.Text) { Choices = CardWords.Modes },
            new OptionDeclaration("count", "How many (10)", OptionKind.Number) { Min = RevisionLimits.MinCount, Max = RevisionLimits.MaxCount },
            new OptionDeclaration("by", "Whole cards or questions, from now on", OptionKind.Text) { Choices = CardWords.Styles },
        ],
    };

    public string Name => Command.Name;

    public Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation) => opener.StartAsync(use, cancellation);

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) => asked.Option switch
    {
        "deck" => DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation)),
        "topic" => DeckSuggestions.Topics(await opener.MeantAsync(asked, cancellation), asked.Typed),
        _ => [],
    };

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) => id switch
    {
        ComponentId.OnCard onCard => desk.PressAsync(press, onCard, cancellation),
        ComponentId.CardAgain again => opener.AgainAsync(press, again, cancellation),
        _ => null,
    };

    public Task<InteractionResponse>? Submit(FormSubmitted form, ComponentId id, CancellationToken cancellation) => id switch
    {
        ComponentId.CardTyped typed => desk.PressAsync(form, typed, cancellation),
        ComponentId.CardReported report => desk.ReportAsync(form, report, cancellation),
        _ => null,
    };

    public Task<InteractionResponse>? Choose(MenuChosen choice, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.CardDecks menu ? opener.ChooseAsync(choice, menu, cancellation) : null;
}
