using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Rest.Commands;

namespace SinoSovietBot.Discord;

/// <summary>
/// The built-in connection to Discord: one gateway session and the REST calls of a bot. Thread-safe. Create one, read
/// <see cref="ReadAllAsync"/> in one place, call the rest from anywhere.
/// </summary>
public sealed class DiscordConnection : IDiscordEvents, IDiscordApi, IAsyncDisposable
{
    private readonly DiscordTransport _transport;
    private readonly HttpMessageInvoker _http;
    private readonly RestClient _rest;
    private readonly CallbackSender _callbacks;
    private readonly AttachmentDownloader _downloads;
    private readonly EventQueue _events;
    private readonly GatewayClient _gateway;
    private readonly Task _introduced;
    private readonly Dice _dice;
    private readonly Uri _apiBase;
    private int _reading;

    /// <param name="options">How to reach Discord.</param>
    /// <param name="logs">Neither the bot's token nor an interaction's is ever written to them.</param>
    /// <param name="time">The clock that every wait goes by.</param>
    /// <param name="random">Spreads waits; need not be thread-safe, and must not be used elsewhere afterwards.</param>
    /// <exception cref="DiscordConnectionException">An option cannot work; the sentence names its setting.</exception>
    public DiscordConnection(DiscordConnectionOptions options, ILoggerFactory logs, TimeProvider time, Random random)
        : this(options, logs, time, random, DiscordTransport.Real(options))
    {
    }

    internal DiscordConnection(
        DiscordConnectionOptions options, ILoggerFactory logs, TimeProvider time, Random random, DiscordTransport transport)
    {
        ConnectionSettings.Check(options);
        _transport = transport;
        _dice = new Dice(random);
        _apiBase = options.ApiBase;
        ILogger restLog = logs.CreateLogger("SinoSovietBot.Discord.Rest");
        ILogger gatewayLog = logs.CreateLogger("SinoSovietBot.Discord.Gateway");
        _http = new HttpMessageInvoker(transport.Http);
        var life = new SignOfLife(time);
        var sender = new HttpSender(_http, options, time, life, restLog);
        _rest = new RestClient(sender, options, time, _dice, restLog);
        _callbacks = new CallbackSender(sender, options, time, _dice, restLog);
        _downloads = new AttachmentDownloader(_http, options, time, _dice);
        _events = new EventQueue(gatewayLog);
        var kit = new GatewayKit(options, time, _dice, life, gatewayLog);
        _introduced = kit.Introduced;
        _gateway = new GatewayClient(kit, transport.Sockets, AskGatewayStartAsync, _events);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// When <paramref name="cancellation"/> asks to stop, the gateway is left properly, what had already arrived is still yielded, and the stream
    /// ends without an exception.
    /// </remarks>
    public async IAsyncEnumerable<DiscordEvent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _reading, 1) != 0) throw new InvalidOperationException("The events of a connection can be read once.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task running = RunGatewayAsync(stop.Token);
        Task warming = WarmUpAsync(stop.Token);
        try
        {
            await foreach (DiscordEvent next in _events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false)) yield return next;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
            await warming.ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> RegisterCommandsAsync(Snowflake application, ImmutableArray<CommandDeclaration> commands, CancellationToken cancellation)
    {
        using RequestBody declared = RequestBody.Json(commands, CommandWriter.Write);
        bool areEqual = await _rest.AskAsync(
            new RestRequest(Routes.ReadCommands(application)), held => CommandComparison.AreEqual(declared.Bytes, held), cancellation).ConfigureAwait(false);
        if (areEqual) return false;
        await _rest.SendAsync(new RestRequest(Routes.WriteCommands(application), declared), cancellation).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public async Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellation)
    {
        using RequestBody body = WithFiles(
            RequestBody.Json((interaction, response), static (json, state) => ResponseJson.Write(json, state.interaction, state.response)),
            ResponseJson.Files(response));
        await _callbacks.SendAsync(interaction, body, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Message> EditResponseAsync(Interaction interaction, MessageContent content, CancellationToken cancellation)
    {
        using RequestBody body = Replacement(content);
        var request = new RestRequest(Routes.EditOriginal(interaction), body, Secret: interaction.Token.Secret);
        return await _rest.AskAsync(request, MessageReader.Message, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Message> FollowUpAsync(Interaction interaction, MessageContent content, CancellationToken cancellation)
    {
        using RequestBody body = WithFiles(RequestBody.Json(content, static (json, message) => WriteNew(json, message, null)), content.Files);
        var request = new RestRequest(Routes.FollowUp(interaction), body, Repeat.OnlyIfItNeverArrived, interaction.Token.Secret);
        return await _rest.AskAsync(request, MessageReader.Message, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Message> PostMessageAsync(Snowflake channel, MessageContent content, string nonce, CancellationToken cancellation)
    {
        using RequestBody body = WithFiles(
            RequestBody.Json((content, nonce), static (json, state) => WriteNew(json, state.content, state.nonce)), content.Files);
        var request = new RestRequest(Routes.PostMessage(channel), body) { Budget = RestTimes.Posting };
        return await _rest.AskAsync(request, MessageReader.Message, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageContent content, CancellationToken cancellation)
    {
        using RequestBody body = Replacement(content);
        var request = new RestRequest(Routes.EditMessage(channel, message), body) { Budget = RestTimes.Editing };
        return await _rest.AskAsync(request, MessageReader.Message, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation)
    {
        try
        {
            await _rest.SendAsync(new RestRequest(Routes.DeleteMessage(channel, message)), cancellation).ConfigureAwait(false);
        }
        catch (DiscordRestException e) when (e.Error.Code == DiscordErrorCode.UnknownMessage)
        {
            // Gone is what was asked for: somebody else was quicker, or the reply to our first attempt was lost.
            return;
        }
    }

    /// <inheritdoc/>
    public async Task<Snowflake> OpenDirectMessageAsync(Snowflake user, CancellationToken cancellation)
    {
        using RequestBody body = RequestBody.Json(user, static (json, recipient) =>
        {
            json.WriteStartObject();
            json.WriteString("recipient_id"u8, recipient.ToString());
            json.WriteEndObject();
        });
        return await _rest.AskAsync(new RestRequest(Routes.OpenDirectMessage, body), MessageReader.Channel, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>> DownloadAttachmentAsync(Attachment attachment, int maxBytes, CancellationToken cancellation) =>
        _downloads.DownloadAsync(attachment, maxBytes, cancellation);

    /// <summary>Closes every connection. Stop reading events first.</summary>
    public ValueTask DisposeAsync()
    {
        _rest.Dispose();
        _http.Dispose();
        _transport.GatewayHttp?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunGatewayAsync(CancellationToken cancellation)
    {
        try
        {
            await _gateway.RunAsync(cancellation).ConfigureAwait(false);
            _events.Complete(null);
        }
        catch (Exception e)
        {
            // Whatever it is, the reader of the events gets it.
            _events.Complete(e);
        }
    }

    // Not before Discord has been told who we are: until then the processor is needed for that.
    private async Task WarmUpAsync(CancellationToken cancellation)
    {
        await _introduced.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellation.IsCancellationRequested) await WarmUp.RunAsync().ConfigureAwait(false);
    }

    private Task<GatewayStart> AskGatewayStartAsync(CancellationToken cancellation) =>
        _rest.AskAsync(
            new RestRequest(Routes.GatewayBot, Repeat: Repeat.Never), body => GatewayStartReader.Read(body.Span, _apiBase), cancellation);

    private RequestBody Replacement(MessageContent content) => WithFiles(
        RequestBody.Json(content, static (json, message) =>
        {
            json.WriteStartObject();
            MessageJson.WriteReplacement(json, message);
            json.WriteEndObject();
        }),
        content.Files);

    private RequestBody WithFiles(RequestBody json, IReadOnlyList<FileUpload> files)
    {
        if (files is ImmutableArray<FileUpload> { IsDefaultOrEmpty: true } || files.Count == 0) return json;
        using (json) return Multipart.Build(json, files, _dice);
    }

    private static void WriteNew(Utf8JsonWriter json, MessageContent content, string? nonce)
    {
        json.WriteStartObject();
        MessageJson.WriteNew(json, content, mayBeEphemeral: nonce is null);
        if (nonce is not null)
        {
            json.WriteString("nonce"u8, nonce);
            json.WriteBoolean("enforce_nonce"u8, true);
        }

        json.WriteEndObject();
    }
}
