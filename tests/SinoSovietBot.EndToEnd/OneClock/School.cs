using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SinoSovietBot.EndToEnd.Harness;
using SinoSovietBot.Hosting;
using SinoSovietBot.Playground;
using SinoSovietBot.Playground.Driving;
using SinoSovietBot.Playground.Recording;
using SinoSovietBot.Playground.Worlds;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>
/// A playground and the bot in this process, joined by real sockets and living by one clock, which stands still unless the pump moves it. Members
/// act from inside, without sockets of their own.
/// </summary>
internal sealed class School : IAsyncDisposable
{
    public const int Students = 50;

    /// <summary>The most real time that a wait takes, however much of the common clock's passes.</summary>
    public static readonly TimeSpan RealTime = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _data = new("one-clock");
    private readonly HttpClient _control = new();
    private readonly Fence _fence = new();
    private readonly SideClock _discordClock;
    private readonly MemberEvents _events = new("the class");
    private IDisposable? _subscription;
    private Task _watching = Task.CompletedTask;
    private PlaygroundServer? _server;
    private IHost? _bot;
    private WatchedStore? _store;

    private School(DateTimeOffset at)
    {
        Clock = new FakeTimeProvider(at);
        _discordClock = new SideClock(Clock);
        BotClock = new SideClock(Clock);
        Pump = new Pump(Clock, [_discordClock, BotClock], _fence, Work);
    }

    /// <summary>Wednesday, in the middle of a lesson, unless a test wants another time.</summary>
    public static DateTimeOffset Lesson { get; } = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; }

    public SideClock BotClock { get; }

    public Pump Pump { get; }

    public LogBook Log { get; } = new();

    /// <summary>What members were shown and told, in order.</summary>
    public MemberEvents Events => _events;

    public HeldBoards Boards { get; private set; } = null!;

    public PlaygroundServer Server => _server!;

    public Driver Driver => Server.Driver;

    public Pupil Teacher { get; private set; } = null!;

    public IReadOnlyList<Pupil> Class { get; private set; } = [];

    public string DatabasePath => _data.File("bot.db");

    /// <summary>Where quizzes are played.</summary>
    public ulong Channel { get; private set; }

    public string Guild { get; private set; } = "";

    public static async Task<School> OpenAsync(SchoolSettings? settings = null)
    {
        var school = new School(settings?.At ?? Lesson);
        try
        {
            await school.StartAsync(settings ?? new SchoolSettings());
            return school;
        }
        catch
        {
            await school.DisposeAsync();
            throw;
        }
    }

    /// <summary>Orders a fault, as <c>POST /playground/faults</c> takes it.</summary>
    public async Task OrderAsync(JsonObject fault)
    {
        using var content = new StringContent(fault.ToJsonString(), null, "application/json");
        using var response = await _control.PostAsync($"{Server.Addresses.Page}/playground/faults", content, Patience.TestCancellation);
        response.EnsureSuccessStatusCode();
        await Pump.SettleAsync();
    }

    /// <summary>Nothing of Discord's side answers for so long.</summary>
    public Task GoOfflineAsync(TimeSpan span) => OrderAsync(new JsonObject { ["kind"] = "offline", ["ms"] = (long)span.TotalMilliseconds });

    /// <summary>From now on Discord's clock is so far ahead of the bot's.</summary>
    public Task SkewAsync(TimeSpan ahead) => OrderAsync(new JsonObject { ["kind"] = "clock_skew", ["ms"] = (long)ahead.TotalMilliseconds });

    /// <summary>What Discord's clock says.</summary>
    public DateTimeOffset DiscordNow => Server.World.Snowflakes.Now;

    /// <summary>Lets a member press a button, while the clock stands still.</summary>
    public Task<PressResult> PressAsync(Pupil who, ChatMessage message, string labelOrCustomId) =>
        AnsweredAsync(BeginPress(who, message, labelOrCustomId), $"an answer to {who.Name} pressing {labelOrCustomId}");

    /// <summary>Lets a member press a button; without Discord nothing comes of it before time passes.</summary>
    public Task<PressResult> BeginPress(Pupil who, ChatMessage message, string labelOrCustomId) =>
        Driver.PressAsync(who.Id, Channel, Number(message.Id), message.Button(labelOrCustomId).CustomId);

    /// <summary>Lets a member run a command, while the clock stands still.</summary>
    public Task<PressResult> CommandAsync(Pupil who, string path, params IReadOnlyList<(string Name, JsonNode Value)> options) =>
        AnsweredAsync(Driver.RunCommandAsync(who.Id, Channel, path, options), $"an answer to /{path}");

    /// <summary>Lets time pass until a message appears or changes so that a predicate holds.</summary>
    public Task<ChatMessage> SeeAsync(Func<ChatMessage, bool> isMeant, string what, int mark, TimeSpan limit) =>
        Pump.UntilAsync(
            _events.WaitAsync(mark, what, happened => happened.Message is { } message && isMeant(message) ? message : null, RealTime),
            what,
            limit);

    /// <summary>The messages that everyone in the channel sees, as they stand now, oldest first.</summary>
    public IReadOnlyList<ChatMessage> OnScreen()
    {
        lock (Server.World.Gate)
            return [.. Server.World.FindRoom(Channel)!.Messages.Where(message => message.Reader is null).Select(Shown)];
    }

    /// <summary>A message as it stands now, one for a single reader too.</summary>
    public ChatMessage Look(ulong message)
    {
        lock (Server.World.Gate)
            return Shown(Server.World.FindMessage(Channel, message)!);
    }

    /// <summary>What crossed the line, by direction: <c>request</c>, <c>response</c>, <c>event</c> or <c>command</c>.</summary>
    public IReadOnlyList<RecordEntry> Recorded(string direction, long since = 0) =>
        [.. Server.Record.Since(since).Where(entry => entry.Direction == direction)];

    /// <summary>Waits, with the clock standing still, until the bot has logged in or resumed after an entry of the record.</summary>
    public async Task UntilTheBotIsBackAsync(long since)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!Recorded("event", since).Any(entry => entry.Route is "READY" or "RESUMED"))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience.ForAnEvent, "The bot did not come back while the clock stood still.");
            await Pump.SettleAsync();
        }

        await Pump.SettleAsync();
    }

    public SqliteProbe OpenDatabase() => new(DatabasePath);

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
            await StopAsync(_bot);

        _subscription?.Dispose();
        await _watching;
        if (_server is not null)
            await _server.DisposeAsync();
        _fence.Dispose();
        _control.Dispose();
        Log.Dispose();
        _data.Dispose();
    }

    private async Task StopAsync(IHost bot)
    {
        // Its goodbye waits for a second of the common clock at most.
        var stopping = bot.StopAsync(CancellationToken.None);
        while (!stopping.IsCompleted)
            await Pump.PassAsync(TimeSpan.FromMilliseconds(100));

        await stopping;
        await ((IAsyncDisposable)bot).DisposeAsync();
    }

    private static ulong Number(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);

    private static ChatMessage Shown(Message message) => new(JsonSerializer.Deserialize<JsonElement>(message.Body.ToJsonString()));

    private static Task<PressResult> AnsweredAsync(Task<PressResult> press, string what) =>
        Patience.For(press, Patience.ForAnEvent, () => $"It was waited for {what}, with the clock standing still.");

    private async Task StartAsync(SchoolSettings settings)
    {
        var options = new PlaygroundOptions { Time = _discordClock, HeartbeatInterval = settings.Heartbeat };
        _server = await PlaygroundServer.StartAsync(options, Patience.TestCancellation);
        var seen = Driver.Subscribe(out _subscription);
        _watching = WatchAsync(seen);
        string token;
        lock (Server.World.Gate)
        {
            Channel = Server.World.Rooms[0].Id;
            Guild = Server.World.GuildId.ToString(CultureInfo.InvariantCulture);
            token = Server.World.BotToken;
            var teacher = Server.World.Members.First(member => member.Teacher);
            Teacher = new Pupil(teacher.Id, teacher.Name);
        }

        Class = [.. Enumerable.Range(1, Students)
            .Select(number => $"Pupil {number:D2}")
            .Select(name => new Pupil(Driver.AddMember(name, teacher: false), name))];
        var ofTheBot = new Dictionary<string, string?>
        {
            ["Discord:ApiBase"] = Server.Addresses.Api,
            ["Discord:Token"] = token,
            ["Storage:Path"] = DatabasePath,
            ["Quiz:RevealSeconds"] = "8",
            ["Quiz:LobbySeconds"] = settings.LobbySeconds.ToString(CultureInfo.InvariantCulture),
        };
        _bot = BotHost.Build(ofTheBot, Replace);
        await _bot.StartAsync(Patience.TestCancellation);
        await BotHost.WaitUntilReadyAsync(_bot, Patience.TestCancellation).WaitAsync(Patience.ForAProcess, TimeProvider.System);
        await Pump.SettleAsync();
    }

    private void Replace(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(BotClock));
        services.RemoveAll<ILoggerProvider>();
        services.AddSingleton<ILoggerProvider>(Log);
        Decorate<IQuizStore>(services, inner => _store = new WatchedStore(inner));
        Decorate<ILeaderboardStore>(services, inner => Boards = new HeldBoards(inner));
    }

    private static void Decorate<T>(IServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        var make = services.Single(service => service.ServiceType == typeof(T)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton(provider => decorate((T)make(provider))));
    }

    private (bool Busy, long Movements) Work() =>
        (BotClock.Requests > 0 || _store is { IsWriting: true },
            BotClock.Movements + _discordClock.Movements + (_store?.Written ?? 0) + Log.Count + Events.Now + Server.Record.Last);

    private async Task WatchAsync(System.Threading.Channels.ChannelReader<SeenEvent> seen)
    {
        await foreach (var happened in seen.ReadAllAsync())
            _events.Add(new MemberEvent(happened.Name, JsonSerializer.Deserialize<JsonElement>(happened.Data)));
    }
}

/// <summary>What a test may want otherwise.</summary>
internal sealed record SchoolSettings
{
    public DateTimeOffset At { get; init; } = School.Lesson;

    public int LobbySeconds { get; init; } = 30;

    /// <summary>How often Discord asks for a heartbeat; long ones make weeks cheap.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromMilliseconds(41_250);
}

/// <summary>Somebody in the class.</summary>
internal sealed record Pupil(ulong Id, string Name);
