using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>
/// The life of interactions: three seconds for the first response, fifteen minutes for the token. Called under the world's gate.
/// </summary>
internal sealed class InteractionDesk : IDisposable
{
    private readonly World _world;
    private readonly GatewayHub _hub;
    private readonly TimeProvider _time;
    private readonly Dictionary<ulong, Interaction> _byId = [];
    private readonly Dictionary<string, Interaction> _byToken = new(StringComparer.Ordinal);

    // Both windows have one length, so the oldest is always at the head.
    private readonly Queue<Interaction> _waiting = new();
    private readonly Queue<Interaction> _living = new();
    private readonly ITimer _timer;

    public InteractionDesk(World world, GatewayHub hub)
    {
        _world = world;
        _hub = hub;
        _time = world.Snowflakes.Time;
        _timer = _time.CreateTimer(_ => FailOverdue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Tells the member's client and the bot, and begins to wait.</summary>
    public void Start(Interaction interaction, JsonObject data)
    {
        Forget();
        _byId[interaction.Id] = interaction;
        _byToken[interaction.Token] = interaction;
        _living.Enqueue(interaction);
        Tell(interaction, "INTERACTION_CREATE", interaction.Notice());
        if (!_hub.BotIsReachable)
        {
            Fail(interaction);
            return;
        }

        _waiting.Enqueue(interaction);
        if (_waiting.Count == 1) _timer.Change(Interaction.AnswerWindow, Timeout.InfiniteTimeSpan);
        _hub.ToBot("INTERACTION_CREATE", InteractionJson.Payload(_world, interaction, data), Intents.None, interaction);
    }

    /// <summary>The interaction that waits for a first response; refused when there is none (any more).</summary>
    public Interaction FindWaiting(ulong id, string token)
    {
        if (!_byId.TryGetValue(id, out Interaction? interaction) || interaction.Token != token) throw Refusal.UnknownInteraction();
        return interaction.State switch
        {
            InteractionState.Waiting when !IsOverdue(interaction) => interaction,
            InteractionState.Acknowledged => throw Refusal.AlreadyAcknowledged(),
            _ => throw Refusal.UnknownInteraction(),
        };
    }

    /// <summary>The answered interaction whose webhook a token opens.</summary>
    public Interaction FindAnswered(string token)
    {
        if (!_byToken.TryGetValue(token, out Interaction? interaction)) throw Refusal.UnknownWebhook();
        if (interaction.TokenExpired || _time.GetElapsedTime(interaction.StartedAt) > Interaction.TokenLife) throw Refusal.InvalidWebhookToken();
        return interaction.State == InteractionState.Acknowledged ? interaction : throw Refusal.UnknownWebhook();
    }

    /// <summary>A form that a member has open, by the id of the interaction that opened it.</summary>
    public Interaction? FindForm(ulong id, Member member) =>
        _byId.TryGetValue(id, out Interaction? interaction) && interaction.Form is not null && interaction.Member == member ? interaction : null;

    /// <summary>Notes the first response. The member's client hears of it, except of what has an event of its own.</summary>
    public void Acknowledge(Interaction interaction, int callback, JsonObject? data, Message? message)
    {
        interaction.State = InteractionState.Acknowledged;
        interaction.SettledAt = _time.GetTimestamp();
        interaction.Callback = callback;
        interaction.Original = message;
        // A form is open until its submission has been answered.
        if (interaction is { Kind: InteractionKind.ModalSubmit, OpenedBy: { } opener }) opener.Form = null;
        if (interaction.Kind != InteractionKind.Autocomplete) Tell(interaction, "INTERACTION_SUCCESS", interaction.Notice());
        interaction.Answered.TrySetResult(new FirstResponse(callback, data, message));
    }

    /// <summary>Kills the token.</summary>
    public void Expire(Interaction interaction)
    {
        interaction.TokenExpired = true;
        if (interaction.State == InteractionState.Waiting) Fail(interaction);
    }

    /// <summary>What became of every interaction that is remembered, oldest first.</summary>
    public JsonArray Fates() => Json.Array(_living.Select(Fate));

    public void Tell(Interaction interaction, string name, JsonObject data) =>
        _hub.ToMember(interaction.Member.Id, name, data, interaction.SessionId);

    public void Dispose() => _timer.Dispose();

    private JsonObject Fate(Interaction interaction) => new()
    {
        ["id"] = interaction.Id.Text(),
        ["type"] = interaction.Kind,
        ["member_id"] = interaction.Member.Id.Text(),
        ["state"] = interaction.State switch
        {
            InteractionState.Waiting => "waiting",
            InteractionState.Acknowledged => "answered",
            _ => "failed",
        },
        ["sent_ms"] = SinceStart(interaction, interaction.SentAt),
        ["settled_ms"] = SinceStart(interaction, interaction.SettledAt),
    };

    private long? SinceStart(Interaction interaction, long at) =>
        at == 0 ? null : (long)_time.GetElapsedTime(interaction.StartedAt, at).TotalMilliseconds;

    private bool IsOverdue(Interaction interaction) => _time.GetElapsedTime(interaction.StartedAt) >= Interaction.AnswerWindow;

    private void FailOverdue()
    {
        lock (_world.Gate)
        {
            while (_waiting.TryPeek(out Interaction? oldest) && (oldest.State != InteractionState.Waiting || IsOverdue(oldest)))
            {
                _waiting.Dequeue();
                if (oldest.State == InteractionState.Waiting) Fail(oldest);
            }

            if (!_waiting.TryPeek(out Interaction? next)) return;
            TimeSpan left = Interaction.AnswerWindow - _time.GetElapsedTime(next.StartedAt);
            _timer.Change(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left, Timeout.InfiniteTimeSpan);
        }
    }

    private void Fail(Interaction interaction)
    {
        interaction.State = InteractionState.Failed;
        interaction.SettledAt = _time.GetTimestamp();
        Tell(interaction, "INTERACTION_FAILURE", interaction.Notice());
        interaction.Answered.TrySetResult(null);
    }

    /// <summary>Lets go of interactions some time after their tokens died; until then the answer is "expired" rather than "unknown".</summary>
    private void Forget()
    {
        while (_living.TryPeek(out Interaction? oldest) && _time.GetElapsedTime(oldest.StartedAt) > 2 * Interaction.TokenLife)
        {
            _living.Dequeue();
            _byId.Remove(oldest.Id);
            _byToken.Remove(oldest.Token);
        }
    }
}
