using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord;

/// <summary>
/// The calls that the bot makes. Thread-safe. Rate limits, and repeating where repeating is safe, happen inside.
/// Every call throws <see cref="DiscordRestException"/> when Discord refuses; <see cref="HttpRequestException"/> when Discord could not be reached or
/// did not answer in time after the retries, or could not be understood (a page of some proxy, say); <see cref="OperationCanceledException"/> when
/// the caller cancelled, and only then. Nothing else, but what a method names itself. After an <see cref="HttpRequestException"/> the call may have
/// taken effect all the same.
/// </summary>
public interface IDiscordApi
{
    /// <summary>Makes Discord's global commands equal to <paramref name="commands"/>.</summary>
    /// <returns>True when they differed and were overwritten; false when Discord already held them.</returns>
    Task<bool> RegisterCommandsAsync(Snowflake application, ImmutableArray<CommandDeclaration> commands, CancellationToken cancellation);

    /// <summary>
    /// The first response to an interaction, due 3 s after it happened. Passes every rate limiter.
    /// Discord saying that it was answered before (40060) counts as success: the response to a lost request had arrived.
    /// </summary>
    Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellation);

    /// <summary>Replaces the first response (or fills in a deferred one). Works for 15 minutes after the interaction.</summary>
    Task<Message> EditResponseAsync(Interaction interaction, MessageContent content, CancellationToken cancellation);

    /// <summary>A further message in answer to an interaction. Works for 15 minutes after it.</summary>
    Task<Message> FollowUpAsync(Interaction interaction, MessageContent content, CancellationToken cancellation);

    /// <summary>
    /// Posts a message. Gives up about 30 s after the first attempt; a line of earlier requests under the same rate limit is waited in before that.
    /// </summary>
    /// <param name="channel">Where.</param>
    /// <param name="content">What.</param>
    /// <param name="nonce">
    /// At most 25 characters. Posting the same nonce again within some minutes returns the first message instead of a second one.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    Task<Message> PostMessageAsync(Snowflake channel, MessageContent content, string nonce, CancellationToken cancellation);

    /// <summary>
    /// Replaces the content, embeds and components of a message of the bot. Gives up about 10 s after the first attempt (and does not sit out a 429
    /// that lasts longer): an edit that must succeed is repeated by the caller, with what is true by then.
    /// </summary>
    Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageContent content, CancellationToken cancellation);

    /// <summary>Deletes a message; one that is already gone counts as success.</summary>
    Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation);

    /// <summary>
    /// The channel in which the bot can write to <paramref name="user"/> privately. Writing may still be refused (50007) when they have closed it.
    /// </summary>
    Task<Snowflake> OpenDirectMessageAsync(Snowflake user, CancellationToken cancellation);

    /// <summary>Reads an uploaded file.</summary>
    /// <exception cref="AttachmentRefusedException">
    /// It is larger than <paramref name="maxBytes"/>, its address is not one of Discord's, or Discord no longer holds it.
    /// </exception>
    Task<ReadOnlyMemory<byte>> DownloadAttachmentAsync(Attachment attachment, int maxBytes, CancellationToken cancellation);
}
