using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;

namespace SinoSovietBot.Decks;

/// <summary><c>/deck browse · info</c>, and the buttons and the menu that turn the pages.</summary>
internal sealed class DeckCommands(DeckCatalogue decks, QuizHall quizzes) : ICommand, IButtons, IMenus
{
    public static CommandDeclaration Command { get; } = new("deck", "Read the cards that quizzes ask about")
    {
        Contexts = CommandContexts.Guild | CommandContexts.BotDirectMessage,
        Subcommands =
        [
            new SubcommandDeclaration("browse", "Read a deck card by card, corrections included")
            {
                Options =
                [
                    DeckOption,
                    new OptionDeclaration("topic", "Only this topic of the deck", OptionKind.Text) { Suggested = true, MaxLength = 100 },
                ],
            },
            new SubcommandDeclaration("info", "What a deck holds, where it is from, and when it was changed") { Options = [DeckOption] },
        ],
    };

    public string Name => Command.Name;

    private static OptionDeclaration DeckOption => new("deck", "Which deck", OptionKind.Text) { Required = true, Suggested = true, MaxLength = 100 };

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        string typed = use.Options.Text("deck") ?? "";
        if (await decks.FindAsync(use.Guild, typed, cancellation) is not { } known)
            return Reply.Privately(QuizReplies.UnknownDeck(typed, (await decks.ListAsync(use.Guild, cancellation)).Select(deck => deck.Title)));
        if (use.Command == "deck info")
            return Reply.Privately(BrowseMessages.Info(known, 0, IsHidden(use, known)));
        int topic = 0;
        if (use.Options.Text("topic") is { } word)
        {
            topic = 1 + known.Deck.Topics.IndexOf(word.Trim(), 0, known.Deck.Topics.Length, StringComparer.OrdinalIgnoreCase);
            if (topic == 0)
                return Reply.Privately(QuizReplies.UnknownTopic(word, known.Deck.Topics));
        }

        return Reply.Privately(BrowseMessages.Cards(known, new ComponentId.DeckPage(known.Deck.Id.Value, topic, 0), IsHidden(use, known)));
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) => asked.Option switch
    {
        "deck" => DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation)),
        "topic" => DeckSuggestions.Topics((await decks.FindAsync(asked.Guild, asked.Options.Text("deck") ?? "", cancellation))?.Deck, asked.Typed),
        _ => [],
    };

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) => id switch
    {
        ComponentId.DeckPage page => ShowAsync(press, page, cancellation),
        ComponentId.DeckInfo info => InfoAsync(press, info, cancellation),
        _ => null,
    };

    public Task<InteractionResponse>? Choose(MenuChosen choice, ComponentId id, CancellationToken cancellation) => id switch
    {
        ComponentId.DeckTopics topics => ShowAsync(choice, new ComponentId.DeckPage(topics.Deck, Chosen(choice), 0), cancellation),
        _ => null,
    };

    private async Task<InteractionResponse> ShowAsync(Interaction interaction, ComponentId.DeckPage page, CancellationToken cancellation) =>
        await decks.FindAsync(interaction.Guild, page.Deck, cancellation) is { } known
            ? Reply.InPlace(BrowseMessages.Cards(known, page, IsHidden(interaction, known)))
            : Reply.InPlace(new MessageContent { Text = BrowseMessages.DeckGone });

    private async Task<InteractionResponse> InfoAsync(Interaction interaction, ComponentId.DeckInfo info, CancellationToken cancellation) =>
        await decks.FindAsync(interaction.Guild, info.Deck, cancellation) is { } known
            ? Reply.InPlace(BrowseMessages.Info(known, info.Page, IsHidden(interaction, known)))
            : Reply.InPlace(new MessageContent { Text = BrowseMessages.DeckGone });

    private bool IsHidden(Interaction interaction, KnownDeck known) =>
        quizzes.IsOn(known.Address, interaction.Server(), interaction.Member());

    private static int Chosen(MenuChosen choice) =>
        choice.Values is [var value, ..] && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int topic) ? topic : 0;
}
