using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace SinoSovietBot.Discord.Tests.Support;

/// <summary>Discord's REST side, played by the test: each request is recorded and answered by <see cref="Answer"/>.</summary>
public sealed class FakeDiscordHttp : HttpMessageHandler
{
    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    /// <summary>Answers the request of the given number, from 1.</summary>
    public Func<RecordedRequest, int, HttpResponseMessage> Answer { get; set; } = (_, _) => Json("{}");

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    public static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);

    public static HttpResponseMessage Message(int id = 1) => Json($$"""{"id":"{{id}}","channel_id":"2"}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(" ", header.Value));
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        string type = request.Content?.Headers.NonValidated["Content-Type"].ToString() ?? "";
        var recorded = new RecordedRequest(request.Method.Method, request.RequestUri!.AbsolutePath, headers, body, type);
        Requests.Enqueue(recorded);
        return Answer(recorded, Requests.Count);
    }
}

public sealed record RecordedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body, string ContentType);
