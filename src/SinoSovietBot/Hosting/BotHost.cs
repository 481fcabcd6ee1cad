using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Decks.Admin;
using SinoSovietBot.Discord;
using SinoSovietBot.Interactions;
using SinoSovietBot.Leaderboard;
using SinoSovietBot.Quiz;
using SinoSovietBot.Revision;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Revision.Exams;
using SinoSovietBot.Revision.Exchange;
using SinoSovietBot.Revision.History;
using SinoSovietBot.Revision.Reminders;
using SinoSovietBot.Revision.Reports;
using SinoSovietBot.Revision.Settings;
using SinoSovietBot.Revision.Statistics;
using SinoSovietBot.Storage;
using SinoSovietBot.Storage.Decks;
using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.Hosting;

/// <summary>Puts the bot together.</summary>
public static class BotHost
{
    /// <summary>Builds the bot; nothing runs yet.</summary>
    /// <param name="overrides">Settings that win over those of files and the environment.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; an <see cref="AggregateException"/> of these when several are.</exception>
    public static IHost Build(IReadOnlyDictionary<string, string?> overrides) => Build(Settings.Load(overrides), BuiltInConnection.Add);

    /// <inheritdoc cref="Build(IReadOnlyDictionary{string, string})"/>
    /// <param name="overrides">Settings that win over those of files and the environment.</param>
    /// <param name="replacing">Puts other services in the place of some: a clock of its own, say.</param>
    public static IHost Build(IReadOnlyDictionary<string, string?> overrides, Action<IServiceCollection> replacing) =>
        Build(Settings.Load(overrides), BuiltInConnection.Add, replacing);

    /// <inheritdoc cref="Build(IReadOnlyDictionary{string, string}, Action{IServiceCollection})"/>
    /// <param name="configuration">All settings.</param>
    /// <param name="addConnection">How Discord is reached.</param>
    /// <param name="replacing">Puts other services in the place of some; nothing by default.</param>
    public static IHost Build(IConfiguration configuration, AddConnection addConnection, Action<IServiceCollection>? replacing = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        AddLogging(builder);
        AddOptions(builder);
        AddServices(builder.Services);
        builder.Services.AddSingleton(ConnectionOptions);
        addConnection(builder.Services);
        builder.Services.AddSystemd();
        replacing?.Invoke(builder.Services);
        var host = builder.Build();
        // Before anything is opened, and all faults at once.
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        return host;
    }

    /// <summary>Completes once the bot is connected with its commands registered; fails with the reason when it cannot be.</summary>
    public static Task WaitUntilReadyAsync(IHost host, CancellationToken cancellation) =>
        host.Services.GetRequiredService<BotReadiness>().Reached.WaitAsync(cancellation);

    /// <summary>Why the bot stopped by itself; null while it runs, and when it was asked to stop.</summary>
    public static Exception? StopReason(IHost host) => host.Services.GetRequiredService<BotReadiness>().StopReason;

    private static void AddLogging(HostApplicationBuilder builder)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
        });
        // A start that fails is told in one line by whoever started the host, instead of in a stack trace by the host.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Standard output belongs to the verbs.
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddOptions(HostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DiscordOptions>().Bind(builder.Configuration.GetSection(DiscordOptions.Section)).ValidateOnStart();
        services.AddOptions<StorageOptions>().Bind(builder.Configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddOptions<DecksOptions>().Bind(builder.Configuration.GetSection(DecksOptions.Section));
        services.AddOptions<QuizOptions>().Bind(builder.Configuration.GetSection(QuizOptions.Section)).ValidateOnStart();
        services.AddOptions<LeaderboardOptions>().Bind(builder.Configuration.GetSection(LeaderboardOptions.Section)).ValidateOnStart();
        services.AddOptions<RevisionOptions>().Bind(builder.Configuration.GetSection(RevisionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IValidateOptions<QuizOptions>, QuizOptionsValidator>();
        services.AddSingleton<IValidateOptions<LeaderboardOptions>, LeaderboardOptionsValidator>();
        services.AddSingleton<IValidateOptions<RevisionOptions>, RevisionOptionsValidator>();
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => SqliteStorage.Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path,
            TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<LeaderboardOptions>>().Value.TimeZone),
            provider.GetRequiredService<ILogger<SqliteStorage>>()));
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Quizzes);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Leaderboard);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().ServerDecks);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Waiting);

        AddDecks(services);
        AddRevision(services);
        services.AddSingleton<Hearing>();
        services.AddSingleton<QuizHall>();
        services.AddSingleton<QuizOpener>();
        services.AddSingleton<QuizPoster>();
        services.AddTransient<QuizAnnouncer>();
        services.AddSingleton<Func<QuizAnnouncer>>(provider => provider.GetRequiredService<QuizAnnouncer>);
        services.AddSingleton<LeaderboardCommands>();
        services.AddSingleton<TypedAnswers>();
        services.AddSingleton<ICommand, QuizCommands>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<LeaderboardCommands>());
        services.AddSingleton<IButtons, QuizButtons>();
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<TypedAnswers>());
        services.AddSingleton<IForms>(provider => provider.GetRequiredService<TypedAnswers>());
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<LeaderboardCommands>());
        services.AddSingleton<DiscordClock>();
        services.AddSingleton<InteractionRouter>();
        services.AddSingleton<Responder>();
        services.AddSingleton<InteractionDesk>();
        services.AddSingleton<BotReadiness>();
        services.AddSingleton<CommandRegistrar>();
        services.AddHostedService<DeckWatcher>();
        services.AddHostedService<BinEmptier>();
        services.AddHostedService<ReminderService>();
        services.AddHostedService<BotService>();
    }

    private static void AddDecks(IServiceCollection services)
    {
        services.AddSingleton<DeckLibrary>();
        services.AddSingleton(new ServerDeckCache());
        services.AddSingleton<DeckCatalogue>();
        services.AddSingleton<IAnkiPackages, AnkiPackages>();
        services.AddSingleton<OwnDecks>();
        services.AddSingleton<DeckImporter>();
        services.AddSingleton<DeckEditor>();
        services.AddSingleton<DeckKeeper>();
        services.AddSingleton<DeckCommands>();
        services.AddSingleton<DeckAdminCommands>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<DeckCommands>());
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<DeckCommands>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<DeckCommands>());
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<DeckAdminCommands>());
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<DeckAdminCommands>());
        services.AddSingleton<IForms>(provider => provider.GetRequiredService<DeckAdminCommands>());
    }

    private static void AddRevision(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Revision);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().ReviewLog);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Exams);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Reminders);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Reports);
        services.AddSingleton<DeckItemsCache>();
        services.AddSingleton<Learners>();
        services.AddSingleton<StudyDecks>();
        services.AddSingleton<DueDecks>();
        services.AddSingleton<ReminderBell>();
        AddCards(services);
        AddStudy(services);
        services.AddSingleton<ClassExam>();
        services.AddSingleton<ClassReports>();
        services.AddSingleton<ICommand, ClassCommands>();
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<ClassReports>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<ClassReports>());
    }

    private static void AddCards(IServiceCollection services)
    {
        services.AddSingleton<CardTable>();
        services.AddSingleton<CardOpener>();
        services.AddSingleton<ISessionOpener>(provider => provider.GetRequiredService<CardOpener>());
        services.AddSingleton<CardDesk>();
        services.AddSingleton<CardCommands>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<CardCommands>());
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<CardCommands>());
        services.AddSingleton<IForms>(provider => provider.GetRequiredService<CardCommands>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<CardCommands>());
    }

    private static void AddStudy(IServiceCollection services)
    {
        services.AddSingleton<ICommand, StudyCommands>();
        services.AddSingleton<StudyExam>();
        services.AddSingleton<StudyHistory>();
        services.AddSingleton<StudyRemind>();
        services.AddSingleton<StudySuspended>();
        services.AddSingleton<IStudyPart>(provider => provider.GetRequiredService<StudyExam>());
        services.AddSingleton<IStudyPart>(provider => provider.GetRequiredService<StudyHistory>());
        services.AddSingleton<IStudyPart>(provider => provider.GetRequiredService<StudyRemind>());
        services.AddSingleton<IStudyPart>(provider => provider.GetRequiredService<StudySuspended>());
        services.AddSingleton<IStudyPart, StudyExport>();
        services.AddSingleton<IStudyPart, StudyImport>();
        services.AddSingleton<IStudyPart, StudySettings>();
        services.AddSingleton<IStudyPart, StudyStats>();
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<StudyExam>());
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<StudyHistory>());
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<StudyRemind>());
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<StudySuspended>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<StudyHistory>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<StudySuspended>());
    }

    private static DiscordConnectionOptions ConnectionOptions(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<DiscordOptions>>().Value;
        return new DiscordConnectionOptions
        {
            Token = BotToken.Of(options) ?? throw new InvalidOperationException(BotToken.Missing),
            ApiBase = new Uri(options.ApiBase),
            TokenSetting = string.IsNullOrWhiteSpace(options.Token) ? "Discord:TokenFile" : "Discord:Token",
            Http2WithoutTls = options.Http2WithoutTls,
        };
    }
}
