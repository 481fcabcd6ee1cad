using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Revision;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Revision.Reports;
using SinoSovietBot.Revision.Statistics;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary>Statistics and exams on a real database. The bot has two decks of its own: <c>small</c>, of two cards, is played.</summary>
internal sealed class ExamSchool : IAsyncDisposable
{
    public const ulong Teacher = 1;
    public const ulong Student = 2;

    private readonly TempFolder folder = new();
    private readonly Journal journal = new();
    private readonly InteractionRouter router;
    private readonly Learners learners;
    private ulong interactions = 1;

    public ExamSchool()
    {
        folder.File("decks/small.yaml", DeckText.Small());
        folder.File("decks/mixed.yaml", DeckText.Mixed());
        Storage = SqliteStorage.Open(Path.Combine(folder.Path, "bot.db"), TimeZoneInfo.Utc, NullLogger.Instance);
        var library = new DeckLibrary(
            Options.Create(new DecksOptions { Path = Path.Combine(folder.Path, "decks") }), new JournalLogger<DeckLibrary>(journal));
        Catalogue = new DeckCatalogue(library, Storage.ServerDecks, new ServerDeckCache(), new JournalLogger<DeckCatalogue>(journal));
        learners = new Learners(Storage.Revision, new DeckItemsCache(), Options.Create(new RevisionOptions()));
        var choice = new StudyDecks(Catalogue, Storage.Revision);
        var exam = new StudyExam(learners, Storage.ReviewLog, Storage.Exams, choice, Catalogue);
        var stats = new StudyStats(learners, Storage.ReviewLog, Storage.Exams, choice, Catalogue);
        var study = new StudyCommands([exam, stats]);
        var ofClass = new ClassCommands(
            new ClassExam(learners, Storage.Exams, choice), new ClassReports(choice, Storage.Reports, new DeckItemsCache()), Catalogue);
        router = new InteractionRouter([study, ofClass], [exam], [], []);
    }

    public SqliteStorage Storage { get; }

    public DeckCatalogue Catalogue { get; }

    /// <summary>What time interactions happen at.</summary>
    public DateTimeOffset Now { get; set; } = Given.Morning;

    /// <summary>A member uses a command in the server.</summary>
    public Task<InteractionResponse> RunAsync(ulong member, string command, params (string Name, object Value)[] options) =>
        RunAsync(Use(member, command, options));

    public Task<InteractionResponse> RunAsync(Interaction interaction) => router.RouteAsync(interaction, TestContext.Current.CancellationToken);

    public SlashCommandUsed Use(ulong member, string command, params (string Name, object Value)[] options) => Given.Use(command, NextId(), options) with
    {
        User = new Person(new Snowflake(member), $"Member {member}", IsMember: true),
        UserPermissions = member == Teacher ? Permissions.ManageMessages : Permissions.SendMessages,
    };

    /// <summary>Presses the only button of a reply.</summary>
    public Task<InteractionResponse> PressAsync(ulong member, InteractionResponse on)
    {
        var content = Assert.IsType<InteractionResponse.Reply>(on).Content;
        var button = Assert.IsType<Button>(Assert.Single(Assert.Single(content.Rows).Components));
        return RunAsync(Given.Press(button.CustomId, member, NextId()));
    }

    /// <summary>A member revises the deck on so many days, today the first, everything that is due; then it is the day after.</summary>
    public async Task ReviseAsync(ulong member, int days, Func<int, Grade>? grade = null)
    {
        for (int day = 0; day < days; day++)
        {
            await ReviseTodayAsync(member, grade is null ? Grade.Good : grade(day));
            Now += TimeSpan.FromDays(1);
        }
    }

    private async Task ReviseTodayAsync(ulong member, Grade grade)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var deck = (await Catalogue.FindAsync(Given.Guild, "small", cancellation))!;
        var use = Use(member, "card");
        var learner = await learners.ReadAsync(use, deck, null, cancellation);
        var (session, next) = RevisionRules.Open(learner, new RevisionSession
        {
            Id = new SessionId(use.Id.Value),
            Member = new MemberId(member),
            Deck = new DeckAddress(deck.Deck.Id),
            Mode = RevisionMode.Due,
            Style = RevisionStyle.Cards,
            Count = 50,
            ShownAt = learner.Now,
            StartedAt = learner.Now,
        });
        await Storage.Revision.OpenAsync(session);
        while (next is NextItem.Show)
        {
            learner = learner with { Now = learner.Now + TimeSpan.FromSeconds(7) };
            var step = RevisionRules.Grade(learner, session, grade, null);
            Assert.True(await Storage.Revision.StepAsync(step));
            learner = learner.With(step.Memory!) with { Recent = learner.Recent.Add(step.Review!) };
            (session, next, grade) = (step.After, step.Next, Grade.Good);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Storage.Dispose();
        folder.Dispose();
        await Task.CompletedTask;
    }

    private ulong NextId() => Given.IdAt(Now, (int)Interlocked.Increment(ref interactions)).Value;
}
