using System.Net;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Reads uploads. The bot's token is not sent along, redirects are not followed, and no more than the cap is ever held.</summary>
internal sealed class AttachmentDownloader(HttpMessageInvoker http, DiscordConnectionOptions options, TimeProvider time, Dice dice)
{
    private const int Attempts = 3;

    private static readonly string[] _hosts = ["cdn.discordapp.com", "media.discordapp.net"];

    private readonly Backoff _backoff = new(RestTimes.FirstBackoff, RestTimes.LongestBackoff, dice);

    public async Task<ReadOnlyMemory<byte>> DownloadAsync(Attachment attachment, int maxBytes, CancellationToken cancellation)
    {
        if (!IsDiscords(attachment.Url)) throw new AttachmentRefusedException("That file does not lie with Discord, so it was not read.");
        if (attachment.Size > maxBytes) throw TooLarge(maxBytes);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await TryOnceAsync(attachment, maxBytes, cancellation).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
                await Task.Delay(_backoff.After(attempt), time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<ReadOnlyMemory<byte>> TryOnceAsync(Attachment attachment, int maxBytes, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(RestTimes.AttemptWithFiles, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using HttpRequestMessage request = Build(attachment.Url);
            using HttpResponseMessage response = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            if ((int)response.StatusCode >= 500) throw new HttpRequestException($"The upload could not be read: HTTP {(int)response.StatusCode}");
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new AttachmentRefusedException("Discord no longer holds that file. Please upload it again.");
            }

            // As it is: no compression was asked for, so what the bytes would unpack to is nobody's business here.
            return await CappedBody.ReadAsync(response.Content, maxBytes, either.Token).ConfigureAwait(false) ?? throw TooLarge(maxBytes);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException && !cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException("The upload could not be read in time", e);
        }
        catch (IOException e)
        {
            throw new HttpRequestException("The upload broke off while it was read", e);
        }
    }

    private HttpRequestMessage Build(Uri url)
    {
        bool tls = url.Scheme == Uri.UriSchemeHttps;
        var request = new HttpRequestMessage(HttpMethod.Get, url)
        {
            Version = tls || options.Http2WithoutTls ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = tls ? HttpVersionPolicy.RequestVersionOrLower : HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        return request;
    }

    private bool IsDiscords(Uri url)
    {
        if (!url.IsAbsoluteUri || url.UserInfo.Length > 0) return false;
        if (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && _hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase)) return true;
        return url.Scheme == options.ApiBase.Scheme && url.IdnHost == options.ApiBase.IdnHost && url.Port == options.ApiBase.Port;
    }

    private static AttachmentRefusedException TooLarge(int maxBytes)
    {
        string most = maxBytes >= 1024 ? $"{maxBytes / 1024} KB" : $"{maxBytes} bytes";
        return new AttachmentRefusedException($"That file is too large: at most {most} are read.");
    }
}
