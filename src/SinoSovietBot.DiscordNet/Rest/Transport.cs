using System.Net;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Rest.RateLimits;
using SinoSovietBot.DiscordNet.Gateway;
using IRestClient = global::Discord.Net.Rest.IRestClient;
using RestResponse = global::Discord.Net.Rest.RestResponse;

namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>
/// Carries Discord.Net's requests, in the place of the client that it brings. That one knows HTTP/1.1 only, opens a connection for every request in
/// flight, forgets them all after a quiet minute, and reads whatever it is sent; this one sends over the built-in connection's stack. It also keeps
/// Discord's limit for the whole bot, which Discord.Net does not (and pauses for milliseconds where Discord says seconds). Only uploads go through
/// Discord.Net's own client: it shows their parts to nobody else.
/// </summary>
internal sealed class Transport : IRestClient
{
    private readonly DiscordConnectionOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly IRestClient _uploads;
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();
    private readonly GlobalLimit _global;
    private readonly string _base;
    private CancellationToken _login;

    public Transport(DiscordConnectionOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _base = options.ApiBase.AbsoluteUri.TrimEnd('/') + "/";
        _http = new HttpMessageInvoker(HttpFactory.ForRest(options.ApiBase));
        _uploads = DNet.Net.Rest.DefaultRestClientProvider.Instance(_base);
        _global = new GlobalLimit(time, _gate);
    }

    public void SetHeader(string key, string value)
    {
        _headers[key] = value;
        _uploads.SetHeader(key, value);
    }

    public void SetCancelToken(CancellationToken cancelToken)
    {
        _login = cancelToken;
        _uploads.SetCancelToken(cancelToken);
    }

    public Task<RestResponse> SendAsync(
        string method, string endpoint, CancellationToken cancelToken, bool headerOnly, string? reason,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders) =>
        SendAsync(method, endpoint, content: null, headerOnly, cancelToken);

    /// <param name="method">The verb.</param>
    /// <param name="endpoint">The path under the base, with its query.</param>
    /// <param name="json">The body.</param>
    /// <param name="cancelToken">Gives up.</param>
    /// <param name="headerOnly">Whether the body of a success is of no use.</param>
    /// <param name="reason">Meant for the audit log; a <see cref="Nonce"/> travels here.</param>
    /// <param name="requestHeaders">Not used by the calls of this bot.</param>
    public Task<RestResponse> SendAsync(
        string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly, string? reason,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders) => MadeUp.Has(endpoint)
        ? Task.FromResult(new RestResponse(HttpStatusCode.NoContent, [], null))
        : SendAsync(method, endpoint, new StringContent(Nonce.AddTo(json, reason), Encoding.UTF8, "application/json"), headerOnly, cancelToken);

    public async Task<RestResponse> SendAsync(
        string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken, bool headerOnly,
        string? reason, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders)
    {
        await WaitForGlobalAsync(endpoint, cancelToken).ConfigureAwait(false);
        using var timeout = new CancellationTokenSource(RestTimes.AttemptWithFiles, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancelToken);
        return await _uploads.SendAsync(
            method, endpoint, Nonce.AddTo(multipartParams, reason), either.Token, headerOnly, reason: null, requestHeaders: null)
            .ConfigureAwait(false);
    }

    public void Dispose()
    {
        _http.Dispose();
        _uploads.Dispose();
        lock (_gate) _global.Dispose();
    }

    private async Task<RestResponse> SendAsync(
        string method, string endpoint, HttpContent? content, bool headerOnly, CancellationToken cancellation)
    {
        using HttpRequestMessage request = Build(method, endpoint, content);
        await WaitForGlobalAsync(endpoint, cancellation).ConfigureAwait(false);
        using var timeout = new CancellationTokenSource(RestTimes.Attempt, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation, _login);
        using HttpResponseMessage response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(PeerLimits.CommandList, either.Token).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.TooManyRequests) Heed(RefusalReader.Read(response.Headers, body));
        var headers = response.Headers.ToDictionary(
            static header => header.Key, static header => header.Value.First(), StringComparer.OrdinalIgnoreCase);
        // Discord.Net asks a refusal for its length.
        Stream? stream = headerOnly && response.IsSuccessStatusCode ? null : new MemoryStream(body, writable: false);
        return new RestResponse(response.StatusCode, headers, stream);
    }

    private HttpRequestMessage Build(string method, string endpoint, HttpContent? content)
    {
        bool tls = _options.ApiBase.Scheme == Uri.UriSchemeHttps;
        var request = new HttpRequestMessage(new HttpMethod(method), _base + endpoint)
        {
            Content = content,
            Version = tls || _options.Http2WithoutTls ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = tls ? HttpVersionPolicy.RequestVersionOrLower : HttpVersionPolicy.RequestVersionExact,
        };
        foreach ((string name, string value) in _headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private void Heed(Refusal refusal)
    {
        if (!refusal.Global) return;
        lock (_gate) _global.Block(refusal.Wait);
    }

    // Answers to interactions do not count.
    private async Task WaitForGlobalAsync(string endpoint, CancellationToken cancellation)
    {
        if (endpoint.StartsWith("interactions/", StringComparison.Ordinal) || endpoint.StartsWith("webhooks/", StringComparison.Ordinal)) return;
        Task entered;
        lock (_gate) entered = _global.EnterAsync(atHead: false, cancellation);
        await entered.ConfigureAwait(false);
    }
}
