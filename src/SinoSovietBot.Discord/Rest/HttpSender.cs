using System.Net;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Rest.RateLimits;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Sends one request once and reads the whole reply.</summary>
internal sealed class HttpSender(HttpMessageInvoker http, DiscordConnectionOptions options, TimeProvider time, SignOfLife life, ILogger log)
{
    // Addresses are built from digits and escaped tokens: nothing is left to canonicalise.
    private static readonly UriCreationOptions _asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _base = options.ApiBase.AbsoluteUri.TrimEnd('/');
    private readonly string _authorization = $"Bot {options.Token}";
    private readonly bool _tls = options.ApiBase.Scheme == Uri.UriSchemeHttps;

    /// <exception cref="HttpRequestException">No complete reply came within <paramref name="patience"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<RestReply> SendAsync(Route route, RequestBody? body, TimeSpan patience, CancellationToken cancellation)
    {
        long begun = time.GetTimestamp();
        using HttpRequestMessage request = Build(route, body);
        using var timeout = new CancellationTokenSource(patience, time);
        using CancellationTokenRegistration link = cancellation.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, timeout.Token).ConfigureAwait(false);
            RestReply reply = response.StatusCode == HttpStatusCode.NoContent && route.Endpoint.Limits == LimitedBy.Nothing
                ? RestReply.NoContent
                : await ReadAsync(route, response, timeout.Token).ConfigureAwait(false);
            if (reply.IsStumble) life.Failed();
            else life.Answered();
            // A refusal may come before the body has been taken in.
            if (!reply.IsSuccess) body?.MayBeInUse();
            if (log.IsEnabled(LogLevel.Trace)) Log.Answered(log, route.ToString(), (int)reply.Status, time.GetElapsedTime(begun).TotalMilliseconds);
            return reply;
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException && !cancellation.IsCancellationRequested)
        {
            body?.MayBeInUse();
            life.Failed();
            throw new HttpRequestException($"{route} was not answered within {patience.TotalSeconds:0.##} s", e);
        }
        catch (IOException e)
        {
            body?.MayBeInUse();
            life.Failed();
            throw new HttpRequestException($"The reply to {route} broke off", e);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            body?.MayBeInUse();
            if (e is HttpRequestException) life.Failed();
            throw;
        }
    }

    private HttpRequestMessage Build(Route route, RequestBody? body)
    {
        var request = new HttpRequestMessage(route.Endpoint.Method, new Uri(_base + route.Path, _asWritten));
        SetVersion(request);
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        if (body is null) return request;
        request.Content = new ReadOnlyMemoryContent(body.Bytes);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        return request;
    }

    private void SetVersion(HttpRequestMessage request)
    {
        if (_tls)
        {
            // "Or lower": a proxy that only speaks HTTP/1.1 makes it slower, not impossible.
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        }
        else
        {
            request.Version = options.Http2WithoutTls ? HttpVersion.Version20 : HttpVersion.Version11;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }
    }

    private static async Task<RestReply> ReadAsync(Route route, HttpResponseMessage response, CancellationToken cancellation)
    {
        int most = route.Endpoint.LongestReply;
        ReadOnlyMemory<byte> body = await CappedBody.ReadAsync(response.Content, most, cancellation).ConfigureAwait(false)
            ?? throw new HttpRequestException(
                HttpRequestError.InvalidResponse, $"The reply to {route} is longer than {most / 1024} KB, so it was not read");
        RateHeaders? told = route.Endpoint.Limits == LimitedBy.Nothing ? null : RateHeaders.Read(response.Headers);
        if (response.StatusCode != HttpStatusCode.TooManyRequests) return new RestReply(response.StatusCode, body, told, null, "");
        return new RestReply(
            response.StatusCode, body, told, RefusalReader.Read(response.Headers, body.Span), RateHeaders.Scope(response.Headers.NonValidated));
    }
}
