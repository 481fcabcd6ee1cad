using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.DiscordNet.Mapping;
using DiscordSocketClient = global::Discord.WebSocket.DiscordSocketClient;
using SocketGuild = global::Discord.WebSocket.SocketGuild;
using SocketInteraction = global::Discord.WebSocket.SocketInteraction;

namespace SinoSovietBot.DiscordNet.Gateway;

/// <summary>
/// Discord.Net's gateway client as one stream of events. Its handlers only translate and queue: nothing the bot does holds up its loop.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly DiscordSocketClient _client;
    private readonly OpenSocket _socket;
    private readonly DiscordConnectionOptions _options;
    private readonly InteractionBook _book;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly EventQueue _events;
    private readonly Reconnector _reconnector;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private object? _announced;
    private bool _isNew;
    private bool _stopping;
    private int _reading;

    public Session(
        DiscordSocketClient client, OpenSocket socket, DiscordConnectionOptions options, InteractionBook book, TimeProvider time, Dice dice,
        ILogger log)
    {
        _client = client;
        _socket = socket;
        _options = options;
        _book = book;
        _time = time;
        _log = log;
        _events = new EventQueue(log);
        _reconnector = new Reconnector(client, new ReconnectPolicy(time, dice), time, log);
    }

    /// <inheritdoc cref="IDiscordEvents.ReadAllAsync"/>
    public async IAsyncEnumerable<DiscordEvent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _reading, 1) != 0) throw new InvalidOperationException("The events of a connection can be read once.");
        Subscribe();
        await _client.LoginAsync(DNet.TokenType.Bot, _options.Token, validateToken: false).ConfigureAwait(false);
        await _client.StartAsync().ConfigureAwait(false);
        using CancellationTokenRegistration stop = cancellation.Register(() => _ = StopAsync());
        try
        {
            await foreach (DiscordEvent next in _events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false)) yield return next;
        }
        finally
        {
            await StopAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _reconnector.Dispose();

    private void Subscribe()
    {
        _client.Connected += OnConnectedAsync;
        _client.Ready += OnReadyAsync;
        _client.Disconnected += OnDisconnectedAsync;
        _client.InteractionCreated += OnInteractionAsync;
        _client.GuildAvailable += OnGuildAsync;
        _client.LeftGuild += OnLeftGuildAsync;
    }

    private async Task StopAsync()
    {
        lock (_gate)
        {
            if (_stopping) return;
            _stopping = true;
        }

        _reconnector.Dispose();
        _socket.Leave();
        await _client.StopAsync().ConfigureAwait(false);
        if (_client.ConnectionState != DNet.ConnectionState.Disconnected)
            await _left.Task.WaitAsync(GatewayTimes.Goodbye, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Log.Stopped(_log);
        _events.Complete(null);
    }

    private Task OnConnectedAsync()
    {
        _reconnector.Establish();
        Announce();
        lock (_gate)
        {
            // The user is still the one of before: no READY came, but what was missed.
            if (!_isNew)
            {
                Log.Resumed(_log);
                _events.Add(new Resumed());
            }
        }

        return Task.CompletedTask;
    }

    private Task OnReadyAsync()
    {
        Announce();
        return Task.CompletedTask;
    }

    // Discord.Net says Ready half a second late or, while a server is down, ten seconds: by then presses have expired. Its user changes with READY
    // itself, before anything that follows is looked at.
    private void Announce()
    {
        lock (_gate)
        {
            if (_client.CurrentUser is not { } user || ReferenceEquals(user, _announced)) return;
            if (_announced is null) _ = Task.Run(() => MadeUp.RunAsync(_socket));
            _announced = user;
            _isNew = true;
            var bot = new Snowflake(user.Id);
            // Discord.Net keeps the application's id to itself and uses it in its requests. A bot's user has the same, but for bots of before 2016.
            _events.Add(new Ready(bot, bot, [.. _client.Guilds.Select(static guild => new Snowflake(guild.Id))]));
            Log.Connected(_log, user.Id, _client.Guilds.Count, DNet.DiscordConfig.Version);
        }
    }

    private Task OnInteractionAsync(SocketInteraction interaction)
    {
        if (interaction is not null && MadeUp.Has(interaction)) return MadeUp.AnswerAsync(interaction);
        Announce();
        if (interaction is not null && InteractionMapping.Read(interaction, new Arrival(_time.GetTimestamp())) is { } read)
        {
            _book.Keep(read, interaction);
            Add(read);
        }

        return Task.CompletedTask;
    }

    private Task OnGuildAsync(SocketGuild guild)
    {
        Announce();
        Add(new GuildJoined(new Snowflake(guild.Id), guild.Name));
        return Task.CompletedTask;
    }

    private Task OnLeftGuildAsync(SocketGuild guild)
    {
        Add(new GuildLeft(new Snowflake(guild.Id)));
        return Task.CompletedTask;
    }

    private async Task OnDisconnectedAsync(Exception exception)
    {
        lock (_gate)
        {
            if (_stopping)
            {
                _left.TrySetResult();
                return;
            }
        }

        GatewayEnding ending = Endings.Of(exception, _options.TokenSetting);
        if (ending is not GatewayEnding.Refused refused)
        {
            lock (_gate)
            {
                _isNew = false;
                if (_reconnector.IsEstablished) _events.Add(new ConnectionLost());
            }

            _reconnector.Reconnect(ending);
            return;
        }

        await _client.StopAsync().ConfigureAwait(false);
        _events.Complete(new DiscordConnectionException(refused.Sentence));
    }

    private void Add(DiscordEvent added)
    {
        lock (_gate) _events.Add(added);
    }
}
