using SinoSovietBot.Discord.Gateway;
using IWebSocketClient = global::Discord.Net.WebSockets.IWebSocketClient;

namespace SinoSovietBot.DiscordNet.Gateway;

/// <summary>
/// Discord.Net's own socket with four differences. The token goes only to Discord's gateway or the configured one, whatever address was named. Frames
/// come uncompressed, so that they can be looked at. A session that Discord calls invalid but
/// resumable is resumed: Discord.Net would begin another one, on a connection that has one already, and lose what happened in between. And a text can
/// be put in as if Discord had sent it.
/// </summary>
internal sealed class OpenSocket : IWebSocketClient
{
    private const int LongestInvalidSession = 100;

    /// <summary>Discord ends the session of whoever says goodbye with this one.</summary>
    private const int Goodbye = 1000;

    private const int BackSoon = 4000;

    private readonly IWebSocketClient _inner;
    private readonly Uri _apiBase;
    private volatile bool _leaving;

    public OpenSocket(IWebSocketClient inner, Uri apiBase)
    {
        _inner = inner;
        _apiBase = apiBase;
        inner.TextMessage += TakeAsync;
        inner.Closed += exception => Closed?.Invoke(exception) ?? Task.CompletedTask;
    }

    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add => _inner.BinaryMessage += value;
        remove => _inner.BinaryMessage -= value;
    }

    public event Func<string, Task>? TextMessage;

    public event Func<Exception, Task>? Closed;

    /// <summary>Takes a text as if Discord had sent it.</summary>
    public Task PretendAsync(string text) => TextMessage?.Invoke(text) ?? Task.CompletedTask;

    /// <summary>The next goodbye is meant.</summary>
    public void Leave() => _leaving = true;

    public void SetHeader(string key, string value) => _inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => _inner.SetCancelToken(cancelToken);

    public Task ConnectAsync(string host)
    {
        // The address itself is not repeated: whoever made it up would choose what stands in the log.
        Uri address = GatewayAddress.TryRead(host, _apiBase) ?? throw new HttpRequestException(
            HttpRequestError.InvalidResponse, "A gateway was named that belongs neither to Discord nor to the configured API, so the token was not sent there.");
        return _inner.ConnectAsync(address.AbsoluteUri);
    }

    public Task DisconnectAsync(int closeCode) => _inner.DisconnectAsync(closeCode == Goodbye && !_leaving ? BackSoon : closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText) => _inner.SendAsync(data, index, count, isText);

    public void Dispose() => _inner.Dispose();

    private Task TakeAsync(string text)
    {
        if (!IsResumable(text)) return PretendAsync(text);
        // Not from here: closing waits for the loop in which we are.
        _ = Task.Run(() => Closed?.Invoke(new IOException("Discord declared the session invalid, but resumable")));
        return Task.CompletedTask;
    }

    private static bool IsResumable(string text) =>
        text.Length <= LongestInvalidSession
        && text.Contains("\"op\":9", StringComparison.Ordinal)
        && text.Contains("\"d\":true", StringComparison.Ordinal);
}
