using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Revision.Reports;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Tests.Support;

/// <summary><c>/card</c> and <c>/class</c> on a real database; Discord is a fake. The bot has the decks that it is given, else one, <c>small</c>.</summary>
internal sealed class CardSchool : IAsyncDisposable
{
    public static readonly MemberId Ann = new(2);

    private readonly TempFolder folder = new();
    private readonly Classroom room = new();
    private SqliteStorage storage;
    private InteractionRouter router;
    private DeckLibrary library;
    private int interactions = 1;

    public CardSchool(params string[] decks)
    {
        foreach (var (index, deck) in (decks.Length == 0 ? [DeckText.Small()] : decks).Index())
            Write(index, deck);
        (storage, router, library) = Start();
    }

    public Classroom Room => room;

    public IRevisionStore Store => storage.Revision;

    /// <summary>What time interactions happen at.</summary>
    public DateTimeOffset Now { get; set; } = Given.Morning;

    /// <summary>Who acts.</summary>
    public MemberId Member { get; set; } = Ann;

    /// <summary>Where; null is a direct message.</summary>
    public Snowflake? Guild { get; set; } = Given.Guild;

    /// <summary>What the member may do.</summary>
    public Permissions Permissions { get; set; } = Permissions.SendMessages;

    /// <summary>A new process on the same database.</summary>
    public void Restart()
    {
        storage.Dispose();
        (storage, router, library) = Start();
    }

    /// <summary>Puts another text in the place of a deck, or removes it.</summary>
    public void Edit(string? deck, int index = 0)
    {
        if (deck is null)
            File.Delete(PathOf(index));
        else
            Write(index, deck);
        library.Refresh();
    }

    /// <summary>The server brings a deck of its own.</summary>
    public Task BringAsync(string id, string yaml) => storage.ServerDecks.SaveAsync(
        new NewDeckVersion(new DeckAddress(new DeckId(id), new ServerId(Given.Guild.Value)), 0, id, "History", yaml, DeckChangeKind.Import),
        new DeckActor(Given.Host, Now));

    public Task<InteractionResponse> CardAsync(params (string Name, object Value)[] options) => RunAsync(Mine(Given.Use("card", 1, options)));

    public Task<InteractionResponse> PressAsync(InteractionResponse on, string label) => RunAsync(Press(on, label));

    /// <summary>A press of the first button whose label begins like this.</summary>
    public ButtonPressed Press(InteractionResponse on, string label)
    {
        var button = ButtonsOf(on).First(candidate => candidate.Label.StartsWith(label, StringComparison.Ordinal));
        Assert.False(button.Disabled);
        return Mine(Given.Press(button.CustomId));
    }

    public Task<InteractionResponse> SendAsync(InteractionResponse opened, string text) => RunAsync(Sent(opened, text));

    /// <summary>A form with a text in its only field.</summary>
    public FormSubmitted Sent(InteractionResponse opened, string text)
    {
        var form = Assert.IsType<InteractionResponse.OpenForm>(opened).Form;
        return Mine(Given.Sent(form.CustomId, (Assert.Single(form.Fields).CustomId, text))) with { Message = new Snowflake(50_000) };
    }

    /// <summary>Opens the form of the card and types into it.</summary>
    public async Task<InteractionResponse> TypeAsync(InteractionResponse on, string text) => await SendAsync(await PressAsync(on, "Type it"), text);

    /// <summary>Shows the answer and grades it.</summary>
    public async Task<InteractionResponse> GradeAsync(InteractionResponse front, string grade) =>
        await PressAsync(await PressAsync(front, "Show answer"), grade);

    public Task<InteractionResponse> RunAsync(Interaction interaction) => router.RouteAsync(interaction, TestContext.Current.CancellationToken);

    /// <summary>The reviews of the member that count.</summary>
    public async Task<IReadOnlyList<Review>> ReviewsAsync(string deck = "small") =>
        (await Store.RecordAsync(Member, new DeckId(deck), null, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken)).Recent;

    public Task SetAsync(Func<LearnerSettings, LearnerSettings> change) => Store.SaveSettingsAsync(Member, change(LearnerSettings.Default));

    /// <summary>What the member does next.</summary>
    public T Mine<T>(T interaction)
        where T : Interaction
    {
        // A second later each time, as with people.
        Now = Now.AddSeconds(1);
        return interaction with
        {
            Id = Given.IdAt(Now, interactions++),
            User = new Person(new Snowflake(Member.Value), string.Create(CultureInfo.InvariantCulture, $"Member {Member.Value}"), Guild is not null),
            Guild = Guild,
            UserPermissions = Permissions,
        };
    }

    public static MessageContent ContentOf(InteractionResponse response) => DeckSchool.ContentOf(response);

    public static string TextOf(InteractionResponse response) => DeckSchool.TextOf(response);

    public static IEnumerable<Button> ButtonsOf(InteractionResponse response) =>
        ContentOf(response).Rows.SelectMany(row => row.Components).OfType<Button>();

    public static string LabelsOf(InteractionResponse response) => string.Join(" | ", ButtonsOf(response).Select(button => button.Label));

    public async ValueTask DisposeAsync()
    {
        storage.Dispose();
        await room.DisposeAsync();
        folder.Dispose();
    }

    private void Write(int index, string deck) => folder.File($"decks/deck{index}.yaml", deck);

    private string PathOf(int index) => Path.Combine(folder.Path, "decks", $"deck{index}.yaml");

    private (SqliteStorage, InteractionRouter, DeckLibrary) Start()
    {
        var opened = SqliteStorage.Open(Path.Combine(folder.Path, "bot.db"), TimeZoneInfo.Utc, NullLogger.Instance);
        var known = new DeckLibrary(
            Options.Create(new DecksOptions { Path = Path.Combine(folder.Path, "decks") }), new JournalLogger<DeckLibrary>(room.Journal));
        var catalogue = new DeckCatalogue(known, opened.ServerDecks, new ServerDeckCache(), new JournalLogger<DeckCatalogue>(room.Journal));
        var items = new DeckItemsCache();
        var learners = new Learners(opened.Revision, items, Options.Create(new RevisionOptions()));
        var table = new CardTable(learners, catalogue, items, room.Hall);
        var card = new CardCommands(new CardOpener(table, catalogue), new CardDesk(table, opened.Reports), catalogue);
        var choice = new StudyDecks(catalogue, opened.Revision);
        var reports = new ClassReports(choice, opened.Reports, items);
        var ofClass = new ClassCommands(new ClassExam(learners, opened.Exams, choice), reports, catalogue);
        return (opened, new InteractionRouter([card, ofClass], [card, reports], [card, reports], [card]), known);
    }
}
