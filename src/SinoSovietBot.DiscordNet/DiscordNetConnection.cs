using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Rest.Commands;
using SinoSovietBot.DiscordNet.Gateway;
using SinoSovietBot.DiscordNet.Mapping;
using SinoSovietBot.DiscordNet.Rest;
using DiscordSocketClient = global::Discord.WebSocket.DiscordSocketClient;
using SocketInteraction = global::Discord.WebSocket.SocketInteraction;

namespace SinoSovietBot.DiscordNet;

/// <summary>The connection to Discord on the Discord.Net package. Thread-safe.</summary>
public sealed class DiscordNetConnection : IDiscordEvents, IDiscordApi, IAsyncDisposable
{
    private readonly DiscordSocketClient _client;
    private readonly Session _session;
    private readonly InteractionBook _book = new();
    private readonly Attempts _attempts;
    private readonly Callbacks _callbacks;
    private readonly Channels _channels;
    private readonly HttpMessageInvoker _downloadHttp;
    private readonly AttachmentDownloader _downloads;

    /// <param name="options">How to reach Discord.</param>
    /// <param name="logs">Neither the bot's token nor an interaction's is ever written to them.</param>
    /// <param name="time">The clock that every wait of this project goes by; Discord.Net has its own.</param>
    /// <param name="random">Spreads waits; need not be thread-safe, and must not be used elsewhere afterwards.</param>
    /// <exception cref="DiscordConnectionException">An option cannot work; the sentence names its setting.</exception>
    public DiscordNetConnection(DiscordConnectionOptions options, ILoggerFactory logs, TimeProvider time, Random random)
    {
        ConnectionSettings.Check(options);
        ILogger log = logs.CreateLogger("SinoSovietBot.DiscordNet");
        var dice = new Dice(random);
        var lines = new ClientLog(log, options);
        var socket = new OpenSocket(DNet.Net.WebSockets.DefaultWebSocketProvider.Instance(), options.ApiBase);
        _client = new DiscordSocketClient(ClientSettings.For(options, socket, lines.Level, time));
        _client.Log += lines.WriteAsync;
        _session = new Session(_client, socket, options, _book, time, dice, log);
        _attempts = new Attempts(time, dice, log);
        _callbacks = new Callbacks(time, dice, log);
        _channels = new Channels(_client, _attempts);
        _downloadHttp = new HttpMessageInvoker(HttpFactory.ForRest(options.ApiBase));
        _downloads = new AttachmentDownloader(_downloadHttp, options, time, dice);
    }

    /// <summary>Makes it the bot's connection.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(Connect);
        services.AddSingleton<IDiscordEvents>(provider => provider.GetRequiredService<DiscordNetConnection>());
        services.AddSingleton<IDiscordApi>(provider => provider.GetRequiredService<DiscordNetConnection>());
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DiscordEvent> ReadAllAsync(CancellationToken cancellation) => _session.ReadAllAsync(cancellation);

    /// <inheritdoc/>
    public async Task<bool> RegisterCommandsAsync(Snowflake application, ImmutableArray<CommandDeclaration> commands, CancellationToken cancellation)
    {
        var read = new Call("GET /applications/{application}/commands");
        var held = await _attempts.RunAsync(
            read, options => _client.GetGlobalApplicationCommandsAsync(options: options), cancellation).ConfigureAwait(false);
        ImmutableArray<CommandDeclaration?> known = [.. held.Select(CommandMapping.Read)];
        if (!known.Contains(null) && CommandComparison.AreEqual(Json(commands), Json([.. known.OfType<CommandDeclaration>()]))) return false;
        var write = new Call("PUT /applications/{application}/commands");
        await _attempts.RunAsync(
            write,
            options => _client.BulkOverwriteGlobalApplicationCommandsAsync([.. commands.Select(CommandMapping.Build)], options),
            cancellation).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>A form with a drop-down ends in a <see cref="NotSupportedException"/>: Discord.Net 3.16 cannot send it.</remarks>
    public Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellation)
    {
        SocketInteraction to = _book.Find(interaction);
        bool asNumbers = interaction is SuggestionsAsked { IsNumber: true };
        return _callbacks.SendAsync(
            interaction, Responses.HasFiles(response), options => Responses.SendAsync(to, response, asNumbers, options), cancellation);
    }

    /// <inheritdoc/>
    public async Task<Message> EditResponseAsync(Interaction interaction, MessageContent content, CancellationToken cancellation)
    {
        var call = new Call("PATCH /webhooks/{application}/{token}/messages/@original");
        SocketInteraction to = WithLiveToken(interaction, call);
        var edited = await _attempts.RunAsync(
            call, options => to.ModifyOriginalResponseAsync(message => MessageMapping.Replace(content, message), options), cancellation)
            .ConfigureAwait(false);
        return new Message(new Snowflake(edited.Id), interaction.Channel ?? default);
    }

    /// <inheritdoc/>
    public async Task<Message> FollowUpAsync(Interaction interaction, MessageContent content, CancellationToken cancellation)
    {
        var call = new Call("POST /webhooks/{application}/{token}", Repeat.OnlyIfItNeverArrived);
        SocketInteraction to = WithLiveToken(interaction, call);
        var sent = await _attempts.RunAsync(call, options => FollowUpAsync(to, content, options), cancellation).ConfigureAwait(false);
        return new Message(new Snowflake(sent.Id), interaction.Channel ?? default);
    }

    /// <inheritdoc/>
    public async Task<Message> PostMessageAsync(Snowflake channel, MessageContent content, string nonce, CancellationToken cancellation)
    {
        DNet.IMessageChannel target = await _channels.FindAsync(channel, cancellation).ConfigureAwait(false);
        var call = new Call("POST /channels/{channel}/messages") { Budget = RestTimes.Posting, Nonce = nonce };
        DNet.IUserMessage sent = await _attempts.RunAsync(call, options => PostAsync(target, content, options), cancellation).ConfigureAwait(false);
        return new Message(new Snowflake(sent.Id), channel);
    }

    /// <inheritdoc/>
    public async Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageContent content, CancellationToken cancellation)
    {
        DNet.IMessageChannel target = await _channels.FindAsync(channel, cancellation).ConfigureAwait(false);
        var call = new Call("PATCH /channels/{channel}/messages/{message}") { Budget = RestTimes.Editing };
        await _attempts.RunAsync(
            call, options => target.ModifyMessageAsync(message.Value, edited => MessageMapping.Replace(content, edited), options), cancellation)
            .ConfigureAwait(false);
        return new Message(message, channel);
    }

    /// <inheritdoc/>
    public async Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation)
    {
        DNet.IMessageChannel target = await _channels.FindAsync(channel, cancellation).ConfigureAwait(false);
        var call = new Call("DELETE /channels/{channel}/messages/{message}");
        try
        {
            await _attempts.RunAsync(call, options => target.DeleteMessageAsync(message.Value, options), cancellation).ConfigureAwait(false);
        }
        catch (DiscordRestException e) when (e.Error.Code == DiscordErrorCode.UnknownMessage)
        {
            // Gone is what was asked for: somebody else was quicker, or the reply to our first attempt was lost.
            return;
        }
    }

    /// <inheritdoc/>
    public Task<Snowflake> OpenDirectMessageAsync(Snowflake user, CancellationToken cancellation) => _channels.OpenDirectAsync(user, cancellation);

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>> DownloadAttachmentAsync(Attachment attachment, int maxBytes, CancellationToken cancellation) =>
        _downloads.DownloadAsync(attachment, maxBytes, cancellation);

    /// <summary>Closes every connection. Stop reading events first.</summary>
    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await _client.DisposeAsync().ConfigureAwait(false);
        _downloadHttp.Dispose();
    }

    private static DiscordNetConnection Connect(IServiceProvider provider)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        // Jitter only has to differ between starts, so the clock is seed enough.
        var random = new Random(unchecked((int)time.GetTimestamp()));
        return new DiscordNetConnection(
            provider.GetRequiredService<DiscordConnectionOptions>(), provider.GetRequiredService<ILoggerFactory>(), time, random);
    }

    // Discord.Net throws where Discord would refuse: fifteen minutes after it came, a token is dead.
    private SocketInteraction WithLiveToken(Interaction interaction, Call call)
    {
        SocketInteraction found = _book.Find(interaction);
        return found.IsValidToken
            ? found
            : throw Failures.Refused(call.Name, System.Net.HttpStatusCode.Unauthorized, DiscordErrorCode.InvalidToken, "Invalid Webhook Token");
    }

    private static async Task<DNet.IUserMessage> FollowUpAsync(SocketInteraction to, MessageContent content, DNet.RequestOptions options) =>
        content.Files.IsDefaultOrEmpty
            ? await to.FollowupAsync(
                MessageMapping.Text(content), MessageMapping.Embeds(content), ephemeral: content.Ephemeral,
                allowedMentions: MessageMapping.Mentions(content), components: MessageMapping.Rows(content), options: options).ConfigureAwait(false)
            : await to.FollowupWithFilesAsync(
                MessageMapping.Files(content), MessageMapping.Text(content), MessageMapping.Embeds(content), ephemeral: content.Ephemeral,
                allowedMentions: MessageMapping.Mentions(content), components: MessageMapping.Rows(content), options: options).ConfigureAwait(false);

    private static Task<DNet.IUserMessage> PostAsync(DNet.IMessageChannel target, MessageContent content, DNet.RequestOptions options) =>
        content.Files.IsDefaultOrEmpty
            ? target.SendMessageAsync(
                MessageMapping.Text(content), embeds: MessageMapping.Embeds(content), allowedMentions: MessageMapping.Mentions(content),
                components: MessageMapping.Rows(content), options: options)
            : target.SendFilesAsync(
                MessageMapping.Files(content), MessageMapping.Text(content), embeds: MessageMapping.Embeds(content),
                allowedMentions: MessageMapping.Mentions(content), components: MessageMapping.Rows(content), options: options);

    private static byte[] Json(ImmutableArray<CommandDeclaration> commands) => Encoding.UTF8.GetBytes(CommandsJson.Write(commands));
}
