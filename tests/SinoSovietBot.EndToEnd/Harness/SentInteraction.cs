using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>An interaction that a member made and Discord has settled.</summary>
/// <param name="Member">Who made it.</param>
/// <param name="Id">Its id; null when Discord refused it before it became one.</param>
/// <param name="Nonce">The client's own mark.</param>
/// <param name="Mark">Where the member's events stood just before.</param>
/// <param name="Failure">Why it failed ("This interaction failed", or a refusal by Discord), or null.</param>
internal sealed record SentInteraction(ScriptedMember Member, string? Id, string Nonce, int Mark, string? Failure)
{
    public bool Succeeded => Failure is null;

    /// <summary>When it was made, on Discord's clock.</summary>
    public DateTimeOffset At => Snowflakes.TimeOf(Id!);

    /// <summary>This one, which was to succeed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message says why.</exception>
    public SentInteraction Expected() => Succeeded ? this : throw new InvalidOperationException($"The interaction {Nonce} failed: {Failure}");

    /// <summary>The message on which it was made, once its answer has taken that one's place.</summary>
    public Task<ChatMessage> ChangeAsync(ChatMessage message) =>
        Member.WaitForMessageAsync(changed => changed.Id == message.Id && !changed.IsLoading, $"what {Nonce} makes of message {message.Id}", Mark);

    /// <summary>The message that answers it, once the bot has stopped thinking.</summary>
    public Task<ChatMessage> ReplyAsync() =>
        Member.Events.WaitAsync(
            Mark,
            $"the reply to {Nonce}",
            happened => happened.Message is { IsLoading: false } message && message.InteractionId == Id ? message : null);

    /// <summary>An ephemeral message that says something, new or changed since the interaction was made.</summary>
    public Task<ChatMessage> IsToldAsync(string part) =>
        Member.WaitForMessageAsync(message => message.IsEphemeral && message.Says(part), $"an ephemeral '{part}'", Mark);

    /// <summary>The form that the bot opened.</summary>
    public async Task<JsonElement> FormAsync()
    {
        var opened = await Member.Events.WaitAsync(
            Mark,
            $"the form for {Nonce}",
            happened => happened.Type == "INTERACTION_MODAL_CREATE" && happened.Data.GetProperty("nonce").GetString() == Nonce ? happened : null);
        return opened.Data;
    }
}
