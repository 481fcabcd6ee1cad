using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SinoSovietBot.Playground.Driving;

/// <summary>Acts for members without their sockets and requests; for measurements and for tests in this process. Thread-safe.</summary>
internal sealed class Driver(PlaygroundParts parts)
{
    /// <summary>
    /// On: everything is recorded, kept and shown. Off: requests are not recorded, and a press by <see cref="PressAsync"/> leaves no trace at
    /// all: no message, no event to members, no check of the response; unless a fault is active, which only the ordinary way honours.
    /// </summary>
    public bool Recording
    {
        get => parts.Recorder.Enabled;
        set => parts.Recorder.Enabled = value;
    }

    /// <summary>When the bot last got READY or RESUMED, in ticks of <see cref="Stopwatch"/>; null before.</summary>
    public long? BotReadyAt => parts.House.BotReadyAt;

    /// <summary>How often the bot resumed a session.</summary>
    public int BotResumes => parts.House.BotResumes;

    /// <summary>Presses a button; completes with the bot's first response, or unaccepted after 3 s without one.</summary>
    /// <exception cref="Refusal">Discord would not let the member press that.</exception>
    public Task<PressResult> PressAsync(ulong member, ulong channel, ulong message, string customId)
    {
        if (!Recording && parts.Presses.Press(member, channel, message, customId) is { } fast) return fast;
        return StartAsync(member, channel, new JsonObject
        {
            ["type"] = InteractionKind.Component,
            ["message_id"] = message.Text(),
            ["data"] = new JsonObject { ["component_type"] = 2, ["custom_id"] = customId },
        });
    }

    /// <summary>Runs a slash command.</summary>
    /// <param name="member">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="path">The command's words, as "quiz start".</param>
    /// <param name="options">Names and values: texts, numbers, flags.</param>
    /// <exception cref="Refusal">Discord would not let the member run that.</exception>
    public Task<PressResult> RunCommandAsync(ulong member, ulong channel, string path, params IReadOnlyList<(string Name, JsonNode Value)> options)
    {
        string[] words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        JsonObject data;
        lock (parts.World.Gate)
        {
            JsonObject command = parts.World.Commands.Find(candidate => candidate.Text("name") == words[0]) ?? throw Refusal.UnknownCommand();
            data = new JsonObject { ["id"] = command.Text("id"), ["name"] = words[0], ["type"] = 1, ["version"] = command.Text("version") };
            JsonObject declared = command;
            JsonObject target = data;
            foreach (string word in words.Skip(1))
            {
                declared = declared.Objects("options").FirstOrDefault(option => option.Text("name") == word) ?? throw Refusal.UnknownCommand();
                var next = new JsonObject { ["name"] = word, ["type"] = declared.Integer("type") };
                target["options"] = new JsonArray(next);
                target = next;
            }

            target["options"] = Json.Array(options.Select(option => new JsonObject { ["name"] = option.Name, ["value"] = option.Value.DeepClone() }));
        }

        return StartAsync(member, channel, new JsonObject { ["type"] = InteractionKind.Command, ["data"] = data });
    }

    /// <summary>Adds a member to the school.</summary>
    public ulong AddMember(string name, bool teacher)
    {
        lock (parts.World.Gate) return parts.World.AddMember(name, teacher).Id;
    }

    /// <summary>The custom ids of a message's buttons that can be pressed, in their order; empty when the message is gone.</summary>
    public IReadOnlyList<string> Buttons(ulong channel, ulong message)
    {
        lock (parts.World.Gate)
        {
            if (parts.World.FindMessage(channel, message) is not { } found) return [];
            return [.. InteractionStarter.Components(found)
                .Where(component => component.Integer("type") == 2 && component.Flag("disabled") != true)
                .Select(component => component.Text("custom_id")).OfType<string>()];
        }
    }

    /// <summary>All events to members from now on, in order: messages made, changed and deleted, interactions, forms. Ends with the token.</summary>
    public async IAsyncEnumerable<SeenEvent> WatchAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        ChannelReader<SeenEvent> events = Subscribe(out IDisposable subscription);
        using (subscription)
        {
            await foreach (SeenEvent seen in events.ReadAllAsync(cancellation).ConfigureAwait(false)) yield return seen;
        }
    }

    /// <summary>Like <see cref="WatchAsync"/>, but begins at once and ends when the subscription is disposed.</summary>
    public ChannelReader<SeenEvent> Subscribe(out IDisposable subscription)
    {
        var queue = Channel.CreateBounded<SeenEvent>(new BoundedChannelOptions(100_000) { FullMode = BoundedChannelFullMode.DropOldest });
        subscription = new Subscription(parts.Hub, queue.Writer);
        return queue.Reader;
    }

    /// <summary>Cuts the bot's socket.</summary>
    /// <returns>How long it took until the bot had resumed (or logged in anew).</returns>
    public async Task<TimeSpan> DropSocketAsync(CancellationToken cancellation)
    {
        Task login = parts.House.NextBotLogin;
        long start = Stopwatch.GetTimestamp();
        foreach (GatewaySession session in parts.Hub.BotSessions) session.Connection?.Abort();
        await login.WaitAsync(cancellation).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Completes once the bot is logged in.</summary>
    public async Task WaitForBotAsync(CancellationToken cancellation)
    {
        Task login = parts.House.NextBotLogin;
        if (BotReadyAt is null) await login.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<PressResult> StartAsync(ulong memberId, ulong channel, JsonObject form)
    {
        Interaction interaction;
        long sentAt;
        lock (parts.World.Gate)
        {
            Member member = parts.World.FindMember(memberId) ?? throw Refusal.UnknownMember();
            form["application_id"] = parts.World.ApplicationId.Text();
            form["channel_id"] = channel.Text();
            form["nonce"] = parts.World.Snowflakes.Mint().Text();
            // Through text, so that numbers are the kind that arrives in requests.
            JsonObject sent = JsonNode.Parse(Json.Bytes(form))!.AsObject();
            interaction = parts.Starter.Start(member, sent, []);
            sentAt = Stopwatch.GetTimestamp();
        }

        FirstResponse? response = await interaction.Answered.Task.ConfigureAwait(false);
        long acknowledgedAt = Stopwatch.GetTimestamp();
        if (response is null) return new PressResult(false) { Interaction = interaction.Id, SentAt = sentAt };
        lock (parts.World.Gate)
        {
            return new PressResult(true)
            {
                Interaction = interaction.Id,
                Callback = response.Callback,
                Text = response.Data?.Text("content"),
                Ephemeral = response.Message?.Reader is not null,
                Body = response.Data is null ? default(ReadOnlyMemory<byte>) : Json.Bytes(response.Data),
                Message = response.Message?.Id,
                SentAt = sentAt,
                AcknowledgedAt = acknowledgedAt,
            };
        }
    }

    private sealed class Subscription : IDisposable
    {
        private readonly GatewayHub _hub;
        private readonly ChannelWriter<SeenEvent> _events;

        public Subscription(GatewayHub hub, ChannelWriter<SeenEvent> events)
        {
            _hub = hub;
            _events = events;
            hub.Announced += Note;
        }

        public void Dispose()
        {
            _hub.Announced -= Note;
            _events.TryComplete();
        }

        private void Note(string name, byte[] data) => _events.TryWrite(new SeenEvent(name, data));
    }
}
