using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Tests.Support;

/// <summary>Discord as far as the bot calls it: keeps nonces, refuses what breaks a limit, fails or waits on request. Thread-safe.</summary>
internal sealed class FakeDiscordApi(Journal journal, TimeProvider time) : IDiscordApi
{
    public static readonly Snowflake DirectMessages = new(777);

    private readonly ConcurrentDictionary<string, Message> byNonce = new();
    private int minted;

    /// <summary>What people have uploaded.</summary>
    public ConcurrentDictionary<Snowflake, byte[]> Uploads { get; } = new();

    /// <summary>How far its clock is ahead of the bot's.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>What a call fails with; null lets it succeed.</summary>
    public Func<ApiCall, Exception?> Fault { get; set; } = _ => null;

    /// <summary>What a call waits for, after it was noted.</summary>
    public Func<ApiCall, Task> Hold { get; set; } = _ => Task.CompletedTask;

    public static DiscordRestException Refusal(HttpStatusCode status, int code, string message = "Refused") =>
        new("POST /somewhere", new RestError(status, code, message, []));

    public async Task<bool> RegisterCommandsAsync(
        Snowflake application, ImmutableArray<CommandDeclaration> commands, CancellationToken cancellation)
    {
        await DoAsync(new ApiCall.Register(time.GetUtcNow()), cancellation);
        return true;
    }

    public Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellation)
    {
        var content = response switch
        {
            InteractionResponse.Reply reply => reply.Content,
            InteractionResponse.UpdateMessage update => update.Content,
            _ => null,
        };
        return DoAsync(new ApiCall.Respond(time.GetUtcNow(), interaction, response), cancellation, content);
    }

    public async Task<Message> EditResponseAsync(Interaction interaction, MessageContent content, CancellationToken cancellation)
    {
        await DoAsync(new ApiCall.EditResponse(time.GetUtcNow(), interaction, content), cancellation, content);
        return new Message(Mint(), interaction.Channel ?? default);
    }

    public async Task<Message> PostMessageAsync(Snowflake channel, MessageContent content, string nonce, CancellationToken cancellation)
    {
        await DoAsync(new ApiCall.Post(time.GetUtcNow(), channel, content, nonce), cancellation, content);
        if (nonce.Length > DiscordLimits.Nonce)
            throw Refusal(HttpStatusCode.BadRequest, DiscordErrorCode.InvalidForm, "nonce too long");
        var message = byNonce.GetOrAdd(nonce, _ => new Message(Mint(), channel));
        journal.Add(new Appeared(message.Id, nonce));
        return message;
    }

    public async Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageContent content, CancellationToken cancellation)
    {
        await DoAsync(new ApiCall.Edit(time.GetUtcNow(), channel, message, content), cancellation, content);
        return new Message(message, channel);
    }

    public async Task<Snowflake> OpenDirectMessageAsync(Snowflake user, CancellationToken cancellation)
    {
        await DoAsync(new ApiCall.OpenDirectMessage(time.GetUtcNow(), user), cancellation);
        return DirectMessages;
    }

    public async Task<Message> FollowUpAsync(Interaction interaction, MessageContent content, CancellationToken cancellation)
    {
        await DoAsync(new ApiCall.FollowUp(time.GetUtcNow(), interaction, content), cancellation, content);
        return new Message(Mint(), interaction.Channel ?? DirectMessages);
    }

    public Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation) => throw new NotSupportedException();

    public async Task<ReadOnlyMemory<byte>> DownloadAttachmentAsync(Attachment attachment, int maxBytes, CancellationToken cancellation)
    {
        await DoAsync(new ApiCall.Download(time.GetUtcNow(), attachment.Id), cancellation);
        byte[] content = Uploads[attachment.Id];
        return content.Length <= maxBytes ? content : throw new AttachmentRefusedException($"More than {maxBytes} bytes.");
    }

    private async Task DoAsync(ApiCall call, CancellationToken cancellation, MessageContent? content = null)
    {
        cancellation.ThrowIfCancellationRequested();
        journal.Add(call);
        await Hold(call).WaitAsync(cancellation);
        if (Fault(call) is { } fault)
            throw fault;
        if (content is not null && MessageLimits.Faults(content) is { Count: > 0 } faults)
            throw Refusal(HttpStatusCode.BadRequest, DiscordErrorCode.InvalidForm, string.Join("; ", faults));
    }

    private Snowflake Mint() => Given.IdAt(time.GetUtcNow() + Ahead, Interlocked.Increment(ref minted));
}
