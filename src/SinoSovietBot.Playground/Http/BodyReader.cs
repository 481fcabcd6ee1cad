using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Http;

/// <summary>Reads request bodies: JSON, or Discord's multipart form with payload_json and files[n].</summary>
internal static class BodyReader
{
    private const int MaxRequest = 25 * 1024 * 1024;
    private const int MaxFile = 10 * 1024 * 1024;
    private const int MaxFiles = 10;

    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        bool hasBody = request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0
            || (request.ContentLength is null && request.Protocol == "HTTP/2" && request.Method is "POST" or "PUT" or "PATCH");
        if (!hasBody) return RequestBody.None;
        string type = request.ContentType ?? "";
        try
        {
            if (request.ContentLength > MaxRequest)
            {
                await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted).ConfigureAwait(false);
                throw Refusal.TooLarge();
            }

            if (type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return await ReadFormAsync(request).ConfigureAwait(false);
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (bytes.Length > MaxRequest) throw Refusal.TooLarge();
            if (bytes.Length == 0) return RequestBody.None;
            if (!type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
                throw Refusal.Form("", "CONTENT_TYPE_INVALID",
                    "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
            return new RequestBody(Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), []);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new RequestBody(null, [], Refusal.TooLarge());
        }
        catch (InvalidDataException)
        {
            return new RequestBody(null, [], Refusal.Form("", "CONTENT_TYPE_INVALID", "The multipart body cannot be read."));
        }
        catch (Refusal refusal)
        {
            return new RequestBody(null, [], refusal);
        }
    }

    private static JsonNode? Parse(ReadOnlySpan<byte> utf8) => Json.TryParse(utf8, out JsonNode? body) ? body : throw Refusal.InvalidJson();

    private static async Task<RequestBody> ReadFormAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        JsonNode? body = form.TryGetValue("payload_json", out var payload) ? Parse(Encoding.UTF8.GetBytes(payload.ToString())) : new JsonObject();
        if (form.Files.Count > MaxFiles) throw Refusal.TooManyFiles();
        if (form.Files.Sum(file => file.Length) > MaxRequest) throw Refusal.TooLarge();
        var files = new List<Upload>();
        foreach (IFormFile file in form.Files)
        {
            if (file.Length > MaxFile) throw Refusal.TooLarge();
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, request.HttpContext.RequestAborted).ConfigureAwait(false);
            files.Add(new Upload(IndexOf(file.Name, files.Count), file.FileName, file.ContentType ?? "", bytes.ToArray()));
        }

        return new RequestBody(body, files);
    }

    /// <summary>The n of "files[n]"; for other names the position.</summary>
    private static int IndexOf(string name, int position) =>
        name.StartsWith("files[", StringComparison.Ordinal) && name.EndsWith(']')
        && int.TryParse(name.AsSpan(6, name.Length - 7), NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? index : position;
}
