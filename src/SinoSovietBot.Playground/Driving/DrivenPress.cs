using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SinoSovietBot.Playground.Driving;

/// <summary>A press that leaves no trace in the world: one event to the bot, one response from it.</summary>
internal sealed class DrivenPress(ulong id, byte[] person, byte[] button, byte[] message) : IEventSource
{
    private readonly TaskCompletionSource<PressResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sentAt;
    private int _state;

    public ulong Id { get; } = id;

    public string Token { get; } = Secrets.Interaction(id);

    /// <summary>When it began, on the playground's clock.</summary>
    public long StartedAt { get; init; }

    public Task<PressResult> Done => _done.Task;

    public bool IsWaiting => Volatile.Read(ref _state) == 0;

    public bool WasAnswered => Volatile.Read(ref _state) == 1;

    public void Sending() => Volatile.Write(ref _sentAt, Stopwatch.GetTimestamp());

    /// <summary>Takes the first response; false when there was one before, or time ran out.</summary>
    public bool TryAnswer(PressResult result)
    {
        if (Interlocked.CompareExchange(ref _state, 1, 0) != 0) return false;
        return _done.TrySetResult(result with { Interaction = Id, SentAt = Volatile.Read(ref _sentAt) });
    }

    public void Fail()
    {
        if (Interlocked.CompareExchange(ref _state, 2, 0) == 0)
            _done.TrySetResult(new PressResult(false) { Interaction = Id, SentAt = Volatile.Read(ref _sentAt) });
    }

    public byte[] Write(long sequence)
    {
        string head = string.Create(CultureInfo.InvariantCulture,
            $"{{\"t\":\"INTERACTION_CREATE\",\"s\":{sequence},\"op\":0,\"d\":{{\"id\":\"{Id}\",\"token\":\"{Token}\",");
        ReadOnlySpan<byte> beforeButton = ",\"data\":"u8;
        ReadOnlySpan<byte> beforeMessage = ",\"message\":"u8;
        byte[] frame = new byte[head.Length + person.Length + beforeButton.Length + button.Length + beforeMessage.Length + message.Length + 2];
        Span<byte> left = frame;
        left = left[Encoding.ASCII.GetBytes(head, left)..];
        left = Copy(person, left);
        left = Copy(beforeButton, left);
        left = Copy(button, left);
        left = Copy(beforeMessage, left);
        left = Copy(message, left);
        left.Fill((byte)'}');
        return frame;
    }

    private static Span<byte> Copy(ReadOnlySpan<byte> part, Span<byte> target)
    {
        part.CopyTo(target);
        return target[part.Length..];
    }
}
