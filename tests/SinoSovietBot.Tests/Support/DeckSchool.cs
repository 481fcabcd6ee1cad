using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Decks.Admin;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Storage;
using SinoSovietBot.Storage.Decks;

namespace SinoSovietBot.Tests.Support;

/// <summary>The commands for decks on a real database; Discord is a fake. The bot has one deck of its own, <c>small</c>.</summary>
internal sealed class DeckSchool : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly Classroom room = new();
    private SqliteStorage storage;
    private InteractionRouter router;
    private DeckImporter importer;
    private ulong interactions = 1;

    public DeckSchool()
    {
        folder.File("decks/small.yaml", DeckText.Small());
        (storage, router, importer, Catalogue) = Start();
    }

    public Classroom Room => room;

    public DeckCatalogue Catalogue { get; private set; }

    public ServerDeckCache Cache { get; private set; } = new();

    public FakeDiscordApi Discord => room.Discord;

    public SqliteStorage Storage => storage;

    /// <summary>What time interactions happen at.</summary>
    public DateTimeOffset Now { get; set; } = Given.Morning;

    /// <summary>A new process on the same database.</summary>
    public void Restart()
    {
        storage.Dispose();
        importer.Dispose();
        Cache = new ServerDeckCache();
        (storage, router, importer, Catalogue) = Start();
    }

    public Task<InteractionResponse> RunAsync(string command, params (string Name, object Value)[] options) => RunAsync(Use(command, options));

    public Task<InteractionResponse> RunAsync(Interaction interaction) =>
        router.RouteAsync(interaction, TestContext.Current.CancellationToken);

    public SlashCommandUsed Use(string command, params (string Name, object Value)[] options) =>
        Given.Use(command, NextId(), options) with { UserPermissions = Permissions.ManageServer | Permissions.ManageMessages };

    /// <summary>Presses a button by its label.</summary>
    public Task<InteractionResponse> PressAsync(InteractionResponse on, string label) => RunAsync(Press(on, label));

    public ButtonPressed Press(InteractionResponse on, string label)
    {
        var button = ContentOf(on).Rows.SelectMany(row => row.Components).OfType<Button>().First(candidate => candidate.Label == label);
        Assert.False(button.Disabled);
        return Given.Press(button.CustomId, Given.Host.Value, NextId()) with { UserPermissions = Permissions.ManageServer };
    }

    /// <summary>Sends a form in, with what stands in it unless a field is given.</summary>
    public Task<InteractionResponse> SendAsync(InteractionResponse opened, params (string Field, string Value)[] typed) =>
        RunAsync(Sent(opened, typed));

    public FormSubmitted Sent(InteractionResponse opened, params (string Field, string Value)[] typed)
    {
        var form = Assert.IsType<InteractionResponse.OpenForm>(opened).Form;
        var fields = form.Fields.Cast<TextField>().ToDictionary(field => field.CustomId, field => field.Value ?? "");
        foreach (var (field, value) in typed)
            fields[field] = value;
        return Given.Sent(form.CustomId, [.. fields.Select(field => (field.Key, field.Value))]) with
        {
            Id = new Snowflake(NextId()), UserPermissions = Permissions.ManageServer,
        };
    }

    public Attachment Upload(string text, string name = "deck.yaml") => Upload(Encoding.UTF8.GetBytes(text), name);

    public Attachment Upload(byte[] content, string name)
    {
        var id = new Snowflake(NextId());
        Discord.Uploads[id] = content;
        return new Attachment(id, name, content.Length, new Uri($"https://cdn.discordapp.com/{id}/{name}"));
    }

    /// <summary>Imports a file and confirms it.</summary>
    public async Task BringAsync(string yaml, params (string Name, object Value)[] options)
    {
        var preview = await RunAsync("deck-admin import", [("file", Upload(yaml)), .. options]);
        Assert.Contains("is stored", TextOf(await PressAsync(preview, "Confirm")), StringComparison.Ordinal);
    }

    public static MessageContent ContentOf(InteractionResponse response)
    {
        var content = response switch
        {
            InteractionResponse.Reply reply => reply.Content,
            InteractionResponse.UpdateMessage update => update.Content,
            _ => throw new InvalidOperationException($"No message: {response}"),
        };
        Assert.Empty(MessageLimits.Faults(content));
        return content;
    }

    /// <summary>All there is to read in a response.</summary>
    public static string TextOf(InteractionResponse response)
    {
        var content = ContentOf(response);
        return string.Join('\n', content.Embeds.Select(embed => $"{embed.Title}\n{embed.Description}\n{embed.Footer}").Prepend(content.Text));
    }

    public static string FileOf(InteractionResponse response) => Encoding.UTF8.GetString(Assert.Single(ContentOf(response).Files).Content.Span);

    public async ValueTask DisposeAsync()
    {
        storage.Dispose();
        importer.Dispose();
        await room.DisposeAsync();
        folder.Dispose();
    }

    private ulong NextId() => Given.IdAt(Now, (int)Interlocked.Increment(ref interactions)).Value;

    private (SqliteStorage, InteractionRouter, DeckImporter, DeckCatalogue) Start()
    {
        var opened = SqliteStorage.Open(Path.Combine(folder.Path, "bot.db"), TimeZoneInfo.Utc, NullLogger.Instance);
        var library = new DeckLibrary(
            Options.Create(new DecksOptions { Path = Path.Combine(folder.Path, "decks") }), new JournalLogger<DeckLibrary>(room.Journal));
        var catalogue = new DeckCatalogue(library, opened.ServerDecks, Cache, new JournalLogger<DeckCatalogue>(room.Journal));
        var own = new OwnDecks(catalogue, opened.ServerDecks);
        var importing = new DeckImporter(room.Discord, own, opened.Waiting, new AnkiPackages());
        var admin = new DeckAdminCommands(
            catalogue, own, importing, new DeckEditor(own, opened.Waiting), new DeckKeeper(catalogue, own, opened.ServerDecks));
        var reading = new DeckCommands(catalogue, room.Hall);
        var quizzes = new QuizCommands(room.Hall, new QuizOpener(room.Hall, room.Store, catalogue, room.Time), new TypedAnswers(room.Hall), catalogue);
        return (opened, new InteractionRouter([admin, reading, quizzes], [admin, reading], [reading], [admin]), importing, catalogue);
    }
}
