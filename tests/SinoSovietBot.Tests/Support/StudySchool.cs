using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision;
using SinoSovietBot.Revision.Exchange;
using SinoSovietBot.Revision.History;
using SinoSovietBot.Revision.Reminders;
using SinoSovietBot.Revision.Settings;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Tests.Support;

/// <summary><c>/study</c> and reminders on a real database; Discord is a fake. The bot has one deck, <c>small</c>, unless it is given others.</summary>
internal sealed class StudySchool : IAsyncDisposable
{
    public static readonly MemberId Ann = new(2);

    private readonly TempFolder folder = new();
    private readonly Classroom room = new();
    private readonly ReminderBell bell = new();
    private SqliteStorage storage = null!;
    private InteractionRouter router = null!;
    private StudyImport importing = null!;
    private DueDecks due = null!;
    private int interactions = 1;

    public StudySchool(params string[] decks)
    {
        foreach (var (index, deck) in (decks.Length == 0 ? [DeckText.Small()] : decks).Index())
            folder.File($"decks/deck{index}.yaml", deck);
        Start();
    }

    public Journal Journal => room.Journal;

    public WatchedTime Time => room.Time;

    public FakeDiscordApi Discord => room.Discord;

    public SqliteStorage Storage => storage;

    public DeckCatalogue Catalogue { get; private set; } = null!;

    public Learners Learners { get; private set; } = null!;

    /// <summary>Where the member is; null is a direct message.</summary>
    public Snowflake? Guild { get; set; } = Given.Guild;

    public MemberId Member { get; set; } = Ann;

    /// <summary>What a package holds, whatever is uploaded.</summary>
    public AnkiLogReading Anki { get; set; } = new(null, "The file is no Anki package.");

    public SessionsThatWereOpened Opened { get; } = new();

    /// <summary>A new process on the same database.</summary>
    public void Restart()
    {
        storage.Dispose();
        importing.Dispose();
        Start();
    }

    /// <summary>The service that reminds; not started.</summary>
    public ReminderService Reminders() => new(
        storage.Reminders, bell, due, Learners, Discord, new DiscordClock(Time), Time, new JournalLogger<ReminderService>(Journal));

    public Task<InteractionResponse> RunAsync(string command, params (string Name, object Value)[] options) =>
        RunAsync(Mine(Given.Use($"study {command}", 1, options)));

    public async Task<string> SayAsync(string command, params (string Name, object Value)[] options) =>
        DeckSchool.TextOf(await RunAsync(command, options));

    public Task<InteractionResponse> PressAsync(MessageContent on, string label)
    {
        var button = on.Rows.SelectMany(row => row.Components).OfType<Button>().First(candidate => candidate.Label == label);
        Assert.False(button.Disabled);
        return RunAsync(Mine(Given.Press(button.CustomId)));
    }

    /// <summary>Chooses from the menu of a message by the beginnings of its lines.</summary>
    public Task<InteractionResponse> ChooseAsync(MessageContent on, params string[] labels)
    {
        var menu = on.Rows.SelectMany(row => row.Components).OfType<StringSelect>().Single();
        var values = labels.Select(label => menu.Options.First(option => option.Label.StartsWith(label, StringComparison.Ordinal)).Value);
        return RunAsync(Mine(Given.Choice(menu.CustomId, [.. values])));
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(string command, string option, string typed) =>
        ((InteractionResponse.Suggest)await RunAsync(Mine(Given.Typing($"study {command}", option, typed)))).Choices;

    public Task<InteractionResponse> RunAsync(Interaction interaction) => router.RouteAsync(interaction, TestContext.Current.CancellationToken);

    /// <summary>Revises a deck as <c>/card</c> does, five seconds a card, and gives one grade after the other.</summary>
    public async Task ReviseAsync(string deck = "small", RevisionStyle style = RevisionStyle.Cards, string? topic = null, params Grade[] grades)
    {
        var known = (await Catalogue.FindAsync(Guild, deck, TestContext.Current.CancellationToken))!;
        var command = Mine(Given.Use("card"));
        var learner = await Learners.ReadAsync(command, known, style, TestContext.Current.CancellationToken);
        var (session, _) = RevisionRules.Open(learner, new RevisionSession
        {
            Id = new SessionId(command.Id.Value),
            Member = Member,
            Deck = known.Address,
            Topic = topic,
            Mode = RevisionMode.Due,
            Style = style,
            Count = RevisionLimits.MaxCount,
            ShownAt = learner.Now,
            StartedAt = learner.Now,
        });
        await storage.Revision.OpenAsync(session);
        foreach (var grade in grades)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            learner = await Learners.ReadAsync(Mine(Given.Use("card")), known, style, TestContext.Current.CancellationToken);
            var step = RevisionRules.Grade(learner, session, grade, marked: null);
            Assert.True(await storage.Revision.StepAsync(step));
            session = step.After;
        }
    }

    /// <summary>Stores what is remembered, whatever happened before.</summary>
    public Task RememberAsync(DeckAddress deck, params ItemMemory[] memories) => storage.ReviewLog.ImportAsync(Member, deck, [], [.. memories]);

    public Attachment Upload(byte[] content, string name)
    {
        var id = Given.IdAt(Time.GetUtcNow(), Interlocked.Increment(ref interactions));
        Discord.Uploads[id] = content;
        return new Attachment(id, name, content.Length, new Uri($"https://cdn.discordapp.com/{id}/{name}"));
    }

    /// <summary>What the member does, at this moment.</summary>
    public T Mine<T>(T interaction)
        where T : Interaction =>
        interaction with
        {
            Id = Given.IdAt(Time.GetUtcNow(), Interlocked.Increment(ref interactions)),
            User = new Person(new Snowflake(Member.Value), string.Create(CultureInfo.InvariantCulture, $"Member {Member.Value}"), Guild is not null),
            Guild = Guild,
        };

    public async ValueTask DisposeAsync()
    {
        storage.Dispose();
        importing.Dispose();
        await room.DisposeAsync();
        folder.Dispose();
    }

    private sealed class UploadedPackages(StudySchool school) : IAnkiPackages
    {
        public AnkiPackageReading Read(ReadOnlyMemory<byte> content, string fileName) => throw new NotSupportedException();

        public AnkiLogReading ReadLog(ReadOnlyMemory<byte> content, string fileName) => school.Anki;
    }

    private void Start()
    {
        storage = SqliteStorage.Open(Path.Combine(folder.Path, "bot.db"), TimeZoneInfo.Utc, NullLogger.Instance);
        var library = new DeckLibrary(
            Options.Create(new DecksOptions { Path = Path.Combine(folder.Path, "decks") }), new JournalLogger<DeckLibrary>(Journal));
        Catalogue = new DeckCatalogue(library, storage.ServerDecks, new ServerDeckCache(), new JournalLogger<DeckCatalogue>(Journal));
        var items = new DeckItemsCache();
        Learners = new Learners(storage.Revision, items, Options.Create(new RevisionOptions()));
        due = new DueDecks(Catalogue, Learners, storage.ReviewLog);
        var decks = new StudyDecks(Catalogue, storage.Revision);
        var history = new StudyHistory(decks, storage.Revision, storage.ReviewLog, Opened);
        var suspended = new StudySuspended(decks, storage.Revision, items);
        var remind = new StudyRemind(Learners, storage.Reminders, bell);
        importing = new StudyImport(Discord, decks, Learners, storage.ReviewLog, new UploadedPackages(this));
        var study = new StudyCommands(
        [
            new StudySettings(Learners, storage.Reminders, bell), new StudyExport(decks, storage.ReviewLog, items), history, suspended, remind, importing,
        ]);
        router = new InteractionRouter([study], [history, suspended, remind], [history, suspended], []);
    }
}

/// <summary>Notes which sessions were asked for.</summary>
internal sealed class SessionsThatWereOpened : ISessionOpener
{
    public List<(DeckAddress Deck, string? Topic, RevisionMode Mode, RevisionStyle? Style)> All { get; } = [];

    public Task<InteractionResponse> OpenAsync(
        Interaction interaction, KnownDeck deck, string? topic, RevisionMode mode, RevisionStyle? style, CancellationToken cancellation)
    {
        All.Add((deck.Address, topic, mode, style));
        return Task.FromResult(Reply.Privately("A card."));
    }
}
