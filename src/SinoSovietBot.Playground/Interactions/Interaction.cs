using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>One use of a command, component or form, from its start until its token dies. Guarded by the world's gate.</summary>
internal sealed class Interaction : ISentStamp
{
    public static readonly TimeSpan AnswerWindow = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private long _sentAt;

    public required ulong Id { get; init; }

    public required string Token { get; init; }

    /// <summary>See <see cref="InteractionKind"/>.</summary>
    public required int Kind { get; init; }

    public required Member Member { get; init; }

    public required Room Room { get; init; }

    /// <summary>As the member's client sent it.</summary>
    public JsonNode? Nonce { get; init; }

    /// <summary>The member's session that asked, or null.</summary>
    public string? SessionId { get; init; }

    /// <summary>The timestamp of its start.</summary>
    public required long StartedAt { get; init; }

    /// <summary>"quiz start" for a command.</summary>
    public string? CommandName { get; init; }

    /// <summary>The message that holds the component, also for a form that a component opened.</summary>
    public Message? Source { get; init; }

    /// <summary>The interaction whose response was this form, for submissions.</summary>
    public Interaction? OpenedBy { get; init; }

    public InteractionState State { get; set; }

    /// <summary>When the bot was last sent it: again, if it had not read it before its connection broke. Zero when it never was.</summary>
    public long SentAt => Volatile.Read(ref _sentAt);

    /// <summary>The timestamp of its end: the first response, or that there was none. Zero before.</summary>
    public long SettledAt { get; set; }

    /// <summary>The type of the first response, once there is one.</summary>
    public int Callback { get; set; }

    /// <summary>Later messages made with the token.</summary>
    public List<Message> FollowUps { get; } = [];

    /// <summary>The message that "@original" means.</summary>
    public Message? Original { get; set; }

    /// <summary>The form that was opened in answer.</summary>
    public JsonObject? Form { get; set; }

    public bool TokenExpired { get; set; }

    /// <summary>Completes with the first response, or with null when there was none in time.</summary>
    public TaskCompletionSource<FirstResponse?> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stamps its sending.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public void Sending() => Volatile.Write(ref _sentAt, Time.GetTimestamp());

    public JsonObject Notice() => new() { ["id"] = Id.Text(), ["nonce"] = Nonce?.DeepClone() };
}

/// <summary>Where an interaction stands.</summary>
internal enum InteractionState
{
    Waiting,
    Acknowledged,
    Failed,
}

/// <summary>What the bot answered first.</summary>
/// <param name="Callback">See <see cref="CallbackKind"/>.</param>
/// <param name="Data">The response's data, or null.</param>
/// <param name="Message">The message that it made or changed, or null.</param>
internal sealed record FirstResponse(int Callback, JsonObject? Data, Message? Message);
