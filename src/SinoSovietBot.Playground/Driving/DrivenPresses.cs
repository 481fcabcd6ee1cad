using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;

namespace SinoSovietBot.Playground.Driving;

/// <summary>
/// Presses for load measurements: a few microseconds each, because nothing is kept, checked or shown. Their responses are taken before
/// routing. Thread-safe.
/// </summary>
internal sealed class DrivenPresses(World world, GatewayHub hub, FaultDesk faults) : IDisposable
{
    private const string Prefix = "/api/v10/interactions/";
    private const string Suffix = "/callback";

    /// <summary>So many answered presses are remembered, to refuse a second answer as Discord does.</summary>
    private const int Remembered = 20_000;

    private static readonly TimeSpan SweepInterval = TimeSpan.FromMilliseconds(100);
    private readonly PressParts _parts = new(world);
    private readonly ConcurrentDictionary<ulong, DrivenPress> _presses = new();
    private readonly ConcurrentQueue<DrivenPress> _order = new();
    private readonly Lock _timerGate = new();
    private ITimer? _timer;
    private volatile bool _used;

    /// <summary>Presses a button; null when there is no such button, or a fault is active (which only the ordinary way honours).</summary>
    public Task<PressResult>? Press(ulong member, ulong room, ulong message, string customId)
    {
        if (faults.Any || _parts.Find(member, room, message, customId) is not { } parts) return null;
        TimeProvider time = world.Snowflakes.Time;
        var press = new DrivenPress(world.Snowflakes.Mint(), parts.Person, parts.Button, parts.Message) { StartedAt = time.GetTimestamp() };
        if (hub.BotSessions.Count == 0)
        {
            press.Fail();
            return press.Done;
        }

        if (!_used) StartSweeping();
        _presses[press.Id] = press;
        _order.Enqueue(press);
        foreach (GatewaySession session in hub.BotSessions) session.Dispatch("INTERACTION_CREATE", press);
        return press.Done;
    }

    /// <summary>Answers the request if it is the response to a driven press; else null.</summary>
    public Task? TryAnswer(HttpContext http)
    {
        if (!_used || http.Request.Path.Value is not { } path) return null;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal) || !path.EndsWith(Suffix, StringComparison.Ordinal)) return null;
        ReadOnlySpan<char> middle = path.AsSpan(Prefix.Length, path.Length - Prefix.Length - Suffix.Length);
        int slash = middle.IndexOf('/');
        if (slash < 0 || !ulong.TryParse(middle[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out ulong id)) return null;
        bool known = _presses.TryGetValue(id, out DrivenPress? press) && middle[(slash + 1)..].SequenceEqual(press.Token);
        return known ? AnswerAsync(http, press!) : null;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        foreach (DrivenPress press in _order) press.Fail();
    }

    private static async Task AnswerAsync(HttpContext http, DrivenPress press)
    {
        PipeReader reader = http.Request.BodyReader;
        ReadResult read = await reader.ReadAsync(http.RequestAborted).ConfigureAwait(false);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(http.RequestAborted).ConfigureAwait(false);
        }

        byte[] body = read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        long now = Stopwatch.GetTimestamp();
        Answer answer = Answer.NoContent;
        if (!TryRead(body, out PressResult? result))
            answer = Answer.From(Refusal.InvalidJson());
        else if (!press.TryAnswer(result with { AcknowledgedAt = now }))
            answer = Answer.From(press.WasAnswered ? Refusal.AlreadyAcknowledged() : Refusal.UnknownInteraction());
        else if (http.Request.QueryString.HasValue && http.Request.Query["with_response"] == "true")
            answer = new Answer(200, System.Text.Encoding.UTF8.GetBytes($"{{\"interaction\":{{\"id\":\"{press.Id.Text()}\",\"type\":3}}}}"));
        await ApiDispatcher.WriteAsync(http.Response, answer).ConfigureAwait(false);
    }

    /// <summary>Reads type, data.content and data.flags, and skips the rest.</summary>
    private static bool TryRead(byte[] body, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PressResult? result)
    {
        result = null;
        int callback = 0;
        int flags = 0;
        string? text = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth > 2) continue;
                if (reader.CurrentDepth == 1 && reader.ValueTextEquals("type"u8))
                    callback = reader.Read() && reader.TryGetInt32(out int value) ? value : 0;
                else if (reader.CurrentDepth == 2 && reader.ValueTextEquals("content"u8)) text = reader.Read() ? reader.GetString() : null;
                else if (reader.CurrentDepth == 2 && reader.ValueTextEquals("flags"u8))
                    flags = reader.Read() && reader.TryGetInt32(out int value) ? value : 0;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }

        result = new PressResult(true) { Callback = callback, Text = text, Ephemeral = (flags & Message.EphemeralFlag) != 0, Body = body };
        return callback != 0;
    }

    private void StartSweeping()
    {
        lock (_timerGate)
        {
            _timer ??= world.Snowflakes.Time.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
            _used = true;
        }
    }

    /// <summary>Fails what is overdue, and forgets what was answered long ago.</summary>
    private void Sweep()
    {
        TimeProvider time = world.Snowflakes.Time;
        lock (_timerGate)
        {
            while (_order.TryPeek(out DrivenPress? oldest))
            {
                bool overdue = time.GetElapsedTime(oldest.StartedAt) >= Interaction.AnswerWindow;
                if (!overdue && (oldest.IsWaiting || _order.Count <= Remembered)) return;
                oldest.Fail();
                _order.TryDequeue(out _);
                _presses.TryRemove(oldest.Id, out _);
            }
        }
    }
}
