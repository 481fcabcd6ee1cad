using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SinoSovietBot.EndToEnd.Conformance;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>A bare REST client with one login, written for these tests alone.</summary>
internal sealed class Rest(string page, string? authorization, Wire wire) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Sends a request. Paths begin with "/playground" or below the API's base.</summary>
    public async Task<Reply> SendAsync(string method, string path, JsonNode? body = null, HttpContent? content = null)
    {
        string address = path.StartsWith("/playground", StringComparison.Ordinal) ? page + path : $"{page}/api/v10{path}";
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (content is not null) request.Content = content;
        using HttpResponseMessage response = await _http.SendAsync(request).WaitAsync(Socket.Patience);
        string text = await response.Content.ReadAsStringAsync();
        if (!path.StartsWith("/playground", StringComparison.Ordinal)) Look(method, path, response, text);
        return new Reply(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers);
    }

    public Task<Reply> GetAsync(string path) => SendAsync("GET", path);

    public Task<Reply> PostAsync(string path, JsonNode? body = null) => SendAsync("POST", path, body);

    public Task<Reply> PatchAsync(string path, JsonNode body) => SendAsync("PATCH", path, body);

    public Task<Reply> PutAsync(string path, JsonNode body) => SendAsync("PUT", path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync("DELETE", path);

    public Task<Reply> UploadAsync(string path, JsonNode payload, string fileName, byte[] file)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(payload.ToJsonString(), Encoding.UTF8, "application/json"), "payload_json" },
        };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "files[0]", fileName);
        return SendAsync("POST", path, content: form);
    }

    public async Task<byte[]> DownloadAsync(string address) => await _http.GetByteArrayAsync(address);

    private void Look(string method, string path, HttpResponseMessage response, string body)
    {
        bool byMember = authorization?.StartsWith("Bot ", StringComparison.Ordinal) == false;
        wire.Answered(byMember, new SeenResponse(method, path.Split('?')[0], (int)response.StatusCode)
        {
            ContentType = response.Content.Headers.ContentType?.ToString(),
            Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            Body = Encoding.UTF8.GetBytes(body),
        });
    }

    public void Dispose() => _http.Dispose();
}
