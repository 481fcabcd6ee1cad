using System.Text.Json;

namespace SinoSovietBot.Playground.Recording;

/// <summary>
/// Keeps what the bot sent and was sent: the last 50,000 entries. Thread-safe.
/// <para>
/// As JSON (<c>GET /playground/record?since=N</c>, entries after N, oldest first):
/// <c>[{n, direction, method, route, path, query, body, status, user_agent?, content_type?, headers?, files?}]</c>
/// </para>
/// <list type="bullet">
/// <item><c>n</c>: counts from 1 and never repeats while the server runs.</item>
/// <item><c>direction</c>: <c>"request"</c> (the bot asked), <c>"response"</c> (what it got), <c>"event"</c> (a gateway payload to the bot)
/// or <c>"command"</c> (a gateway payload from the bot).</item>
/// <item><c>method</c>, <c>path</c>, <c>query</c> (without "?"): of the request; null for gateway payloads. <c>path</c> begins below the API's
/// base.</item>
/// <item><c>route</c>: the template, as <c>/channels/{channel}/messages</c>; for gateway payloads the event's name, as <c>INTERACTION_CREATE</c>,
/// or <c>OP 11</c> (HELLO is left out: it comes before anybody has logged in).</item>
/// <item><c>body</c>: the JSON sent, null when there was none; a whole gateway payload <c>{t, s, op, d}</c> without its token; a multipart
/// request's payload_json.</item>
/// <item><c>status</c>: of a response, else null.</item>
/// <item><c>headers</c>: <c>Retry-After</c> and <c>X-RateLimit-…</c> of a response that has them, each as text.</item>
/// </list>
/// </summary>
internal sealed class Recorder
{
    private const int Capacity = 50_000;
    private readonly Queue<RecordEntry> _entries = new();
    private readonly Lock _gate = new();
    private long _last;

    /// <summary>Off: nothing is kept, here and of driven presses.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The number of the newest entry; 0 before the first.</summary>
    public long Last => Volatile.Read(ref _last);

    public void Add(Func<long, RecordEntry> make)
    {
        if (!Enabled) return;
        lock (_gate)
        {
            _entries.Enqueue(make(++_last));
            if (_entries.Count > Capacity) _entries.Dequeue();
        }
    }

    /// <summary>The entries after <paramref name="number"/>, oldest first.</summary>
    public IReadOnlyList<RecordEntry> Since(long number)
    {
        lock (_gate) return [.. _entries.SkipWhile(entry => entry.Number <= number)];
    }

    public static byte[] Write(IEnumerable<RecordEntry> entries)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Json.WriterOptions))
        {
            writer.WriteStartArray();
            foreach (RecordEntry entry in entries) Write(writer, entry);
            writer.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, RecordEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("n", entry.Number);
        writer.WriteString("direction", entry.Direction);
        writer.WriteString("method", entry.Method);
        writer.WriteString("route", entry.Route);
        writer.WriteString("path", entry.Path);
        writer.WriteString("query", entry.Query);
        writer.WritePropertyName("body");
        writer.WriteRawValue(entry.Body ?? "null"u8.ToArray());
        if (entry.Status is { } status) writer.WriteNumber("status", status);
        else writer.WriteNull("status");
        if (entry.UserAgent is { } agent) writer.WriteString("user_agent", agent);
        if (entry.ContentType is { } type) writer.WriteString("content_type", type);
        if (entry.Headers.Count > 0)
        {
            writer.WriteStartObject("headers");
            foreach ((string name, string value) in entry.Headers) writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        if (entry.Files.Count > 0)
        {
            writer.WriteStartArray("files");
            foreach ((string name, long size) in entry.Files)
            {
                writer.WriteStartObject();
                writer.WriteString("filename", name);
                writer.WriteNumber("size", size);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
