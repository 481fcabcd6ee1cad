using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SinoSovietBot.Discord.Rest;

/// <summary>
/// A request's bytes, kept for as many attempts as it takes. JSON is written into a pooled buffer, which goes back on <see cref="Dispose"/> unless
/// an attempt failed: its connection might still be reading.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    private const int Pooled = 128;

    /// <summary>A larger buffer is not kept: one long report would hold its memory for ever.</summary>
    private const int LargestPooled = 16 * 1024;

    // Relaxed: Discord reads UTF-8, and "—" as six characters would only be longer. Nothing of this is ever put into HTML.
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly ConcurrentQueue<RequestBody> _pool = new();

    private readonly ArrayBufferWriter<byte>? _buffer;
    private readonly Utf8JsonWriter? _writer;
    private bool _mayBeInUse;

    private RequestBody()
    {
        _buffer = new ArrayBufferWriter<byte>(1024);
        _writer = new Utf8JsonWriter(_buffer, _writing);
        ContentType = "application/json";
    }

    private RequestBody(ReadOnlyMemory<byte> bytes, string contentType)
    {
        Bytes = bytes;
        ContentType = contentType;
        HasFiles = true;
    }

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public string ContentType { get; }

    /// <summary>It may be large: sending takes its time.</summary>
    public bool HasFiles { get; }

    public static RequestBody Json<T>(T content, Action<Utf8JsonWriter, T> write)
    {
        RequestBody body = _pool.TryDequeue(out RequestBody? pooled) ? pooled : new RequestBody();
        write(body._writer!, content);
        body._writer!.Flush();
        body.Bytes = body._buffer!.WrittenMemory;
        return body;
    }

    public static RequestBody Multipart(ReadOnlyMemory<byte> bytes, string contentType) => new(bytes, contentType);

    /// <summary>An attempt to send it ended without a success.</summary>
    public void MayBeInUse() => _mayBeInUse = true;

    public void Dispose()
    {
        if (_buffer is null || _mayBeInUse || _buffer.Capacity > LargestPooled || _pool.Count >= Pooled)
        {
            _writer?.Dispose();
            return;
        }

        _buffer.ResetWrittenCount();
        _writer!.Reset(_buffer);
        _pool.Enqueue(this);
    }
}
