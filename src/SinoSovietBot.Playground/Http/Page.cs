using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace SinoSovietBot.Playground.Http;

/// <summary>Serves the chat page and uploaded files.</summary>
internal sealed class Page : IDisposable
{
    private const string Fallback =
        "<!doctype html><html lang=\"en-GB\"><title>Playground</title>"
        + "<p>The playground runs, but its page (the folder wwwroot beside the program) is missing.";

    private readonly FileExtensionContentTypeProvider _types = new();
    private readonly PhysicalFileProvider? _files;

    public Page(string root)
    {
        if (Directory.Exists(root)) _files = new PhysicalFileProvider(root);
    }

    /// <summary>Nothing but our own files, and talk to ourselves only.</summary>
    public static string ContentSecurityPolicy(Addresses addresses) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
        + $"connect-src 'self' ws://127.0.0.1:{addresses.Port} ws://localhost:{addresses.Port}; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task ServeAsync(HttpContext http, Addresses addresses)
    {
        HttpResponse response = http.Response;
        if (http.Request.Method is not ("GET" or "HEAD"))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy(addresses);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        string path = http.Request.Path.Value is { Length: > 1 } asked ? asked : "/index.html";
        Microsoft.Extensions.FileProviders.IFileInfo? file = _files?.GetFileInfo(path);
        if (file is { Exists: true, IsDirectory: false })
        {
            response.ContentType = TypeOf(file.Name);
            response.ContentLength = file.Length;
            if (http.Request.Method == "GET") await response.SendFileAsync(file, http.RequestAborted).ConfigureAwait(false);
        }
        else if (path == "/index.html")
        {
            response.ContentType = "text/html; charset=utf-8";
            await response.WriteAsync(Fallback, http.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>An uploaded file. Whatever it holds, no browser may run it as a page of ours.</summary>
    public async Task ServeAttachmentAsync(HttpContext http, string name, byte[]? content)
    {
        if (content is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        string type = TypeOf(name);
        http.Response.ContentType = type;
        if (!type.StartsWith("image/", StringComparison.Ordinal) || type == "image/svg+xml") http.Response.Headers.ContentDisposition = "attachment";
        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content, http.RequestAborted).ConfigureAwait(false);
    }

    public void Dispose() => _files?.Dispose();

    private string TypeOf(string name)
    {
        if (!_types.TryGetContentType(name, out string? type)) return "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
    }
}
