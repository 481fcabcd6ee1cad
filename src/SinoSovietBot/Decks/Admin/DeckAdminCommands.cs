using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;

namespace SinoSovietBot.Decks.Admin;

/// <summary><c>/deck-admin</c>, and its buttons and form. Who may use it is checked here, whatever Discord let through.</summary>
internal sealed class DeckAdminCommands(
    DeckCatalogue decks, OwnDecks own, DeckImporter importer, DeckEditor editor, DeckKeeper keeper) : ICommand, IButtons, IForms
{
    public static CommandDeclaration Command { get; } = new("deck-admin", "Bring, edit and remove this server's own decks")
    {
        DefaultMemberPermissions = Permissions.ManageServer,
        Subcommands =
        [
            new SubcommandDeclaration("import", "Bring a deck from a file; you see what it does before it counts")
            {
                Options =
                [
                    new OptionDeclaration("file", "A deck of mine (YAML), CSV, Anki (.txt, .apkg) or Quizlet's text", OptionKind.File) { Required = true },
                    new OptionDeclaration("deck", "Which deck it updates, or the name of a new one (as the file says)", OptionKind.Text)
                    {
                        Suggested = true,
                        MaxLength = 100,
                    },
                    new OptionDeclaration("mode", "What becomes of what the file does not hold (it stays)", OptionKind.Text)
                    {
                        Choices = [new Suggestion("update: it stays", "update"), new Suggestion("replace: it goes", "replace")],
                    },
                ],
            },
            new SubcommandDeclaration("export", "A deck as a file, to edit, to copy, or for Anki and spreadsheets")
            {
                Options =
                [
                    Deck("Which deck"),
                    new OptionDeclaration("format", "For what (my own format, which can be imported again)", OptionKind.Text)
                    {
                        Choices =
                        [
                            new Suggestion("native: my own format", "native"), new Suggestion("csv: a table", "csv"),
                            new Suggestion("anki: text for Anki's import", "anki"), new Suggestion("json: for programs", "json"),
                        ],
                    },
                ],
            },
            new SubcommandDeclaration("check", "What is wrong with a deck") { Options = [Deck("Which deck")] },
            new SubcommandDeclaration("add-card", "Write a new card") { Options = [Deck("Into which of this server's decks")] },
            new SubcommandDeclaration("edit-card", "Change a card")
            {
                Options =
                [
                    Deck("Of which of this server's decks"),
                    new OptionDeclaration("card", "Which card", OptionKind.Text) { Required = true, Suggested = true, MaxLength = 100 },
                ],
            },
            new SubcommandDeclaration("undo", "Take the last change of a deck back") { Options = [Deck("Which of this server's decks")] },
            new SubcommandDeclaration("remove", "Remove one of this server's decks; for 30 days it can be restored")
            {
                Options = [Deck("Which of this server's decks")],
            },
            new SubcommandDeclaration("restore", "Bring a removed deck back") { Options = [Deck("Which removed deck")] },
        ],
    };

    public string Name => Command.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        if (use.Guild is null)
            return Reply.Privately(CommonMessages.OnlyInServers);
        if (!DeckAdmins.Include(use))
            return Reply.Privately(DeckAdminMessages.MayNot);
        return use.Command switch
        {
            "deck-admin import" => await importer.ImportAsync(use, cancellation),
            "deck-admin export" => await keeper.ExportAsync(use, cancellation),
            "deck-admin check" => await keeper.CheckAsync(use, cancellation),
            "deck-admin add-card" or "deck-admin edit-card" => await editor.OpenAsync(use, cancellation),
            "deck-admin undo" => await keeper.AskUndoAsync(use, cancellation),
            "deck-admin remove" => await keeper.AskRemovalAsync(use, cancellation),
            "deck-admin restore" => await keeper.RestoreAsync(use, cancellation),
            _ => Reply.Privately(CommonMessages.UnknownCommand),
        };
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation)
    {
        if (!DeckAdmins.Include(asked))
            return [];
        if (asked.Option == "card")
        {
            var found = await own.FindAsync(asked, asked.Options.Text("deck") ?? "", cancellation) as OwnDeck.Found;
            return DeckSuggestions.Cards(found?.Reading.Deck, asked.Typed);
        }

        if (asked.Command is "deck-admin export" or "deck-admin check")
            return DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation));
        var mine = await own.ListAsync(asked, removed: asked.Command == "deck-admin restore", cancellation);
        return DeckSuggestions.Decks(mine
            .Select(deck => new DeckListing(deck.Id, deck.Title, deck.Subject))
            .Where(deck => deck.Holds(asked.Typed.Trim())));
    }

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) => id switch
    {
        ComponentId.ConfirmImport confirm => Allowed(press, () => importer.ConfirmAsync(press, confirm.Import, cancellation)),
        ComponentId.CancelImport cancel => Allowed(press, () => importer.CancelAsync(press, cancel.Import, cancellation)),
        ComponentId.OpenCard open => Allowed(press, () => editor.ReopenAsync(press, open.Card, cancellation)),
        ComponentId.RemoveDeck remove => Allowed(press, () => keeper.RemoveAsync(press, remove.Deck)),
        ComponentId.UndoDeck undo => Allowed(press, () => keeper.UndoAsync(press, undo, cancellation)),
        ComponentId.KeepDeck => Task.FromResult(Reply.InPlace(new MessageContent { Text = DeckAdminMessages.NothingChanged })),
        _ => null,
    };

    public Task<InteractionResponse>? Submit(FormSubmitted form, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.CardForm card ? Allowed(form, () => editor.SubmitAsync(form, card.Card, cancellation)) : null;

    private static Task<InteractionResponse> Allowed(Interaction interaction, Func<Task<InteractionResponse>> handle) =>
        DeckAdmins.Include(interaction) ? handle() : Task.FromResult(Reply.Privately(DeckAdminMessages.MayNot));

    private static OptionDeclaration Deck(string description) =>
        new("deck", description, OptionKind.Text) { Required = true, Suggested = true, MaxLength = 100 };
}
