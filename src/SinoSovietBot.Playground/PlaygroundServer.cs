using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SinoSovietBot.Playground;

/// <summary>
/// A local Discord: REST, gateway and a chat page on loopback. Started in this process by the program, by tests and by benchmarks.
/// Everything on it is thread-safe.
/// </summary>
internal sealed class PlaygroundServer : IAsyncDisposable
{
    // Beyond Discord's limit, so that whoever passes that one reads a refusal instead of meeting a broken connection.
    private const int MaxRequestBody = 64 * 1024 * 1024;
    private readonly WebApplication _app;
    private readonly PlaygroundParts _parts;
    private readonly Page _page;
    private readonly Lazy<Driver> _driver;

    private PlaygroundServer(WebApplication app, PlaygroundParts parts, Page page)
    {
        _app = app;
        _parts = parts;
        _page = page;
        _driver = new Lazy<Driver>(() => new Driver(_parts));
    }

    /// <summary>Where everything is, without trailing slashes.</summary>
    public Addresses Addresses { get; private set; } = new(0, null);

    /// <summary>What exists. Hold <see cref="World.Gate"/> while looking.</summary>
    public World World => _parts.World;

    /// <summary>What crossed the line between the bot and the playground.</summary>
    public Recorder Record => _parts.Recorder;

    /// <summary>Every route of the API and of the controls.</summary>
    public IEnumerable<ApiRoute> Routes => _parts.Routes.All;

    /// <summary>What is to go wrong.</summary>
    public FaultDesk Faults => _parts.Faults;

    /// <summary>Acts for members without their sockets.</summary>
    public Driver Driver => _driver.Value;

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The port is in use, or the data directory cannot be used.</exception>
    /// <exception cref="InvalidDataException">The data directory holds something else.</exception>
    public static async Task<PlaygroundServer> StartAsync(PlaygroundOptions options, CancellationToken cancellation)
    {
        // Built from nothing: no environment variable or settings file can move it off loopback.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        options.Logging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        WebApplication app = builder.Build();
        var parts = new PlaygroundParts(options);
        var server = new PlaygroundServer(app, parts, new Page(options.PageFolder));
        // Before all else: measured presses are to cost this server next to nothing.
        app.Use(next => http => server.TakeAsync(http, next));
        app.UseWebSockets();
        app.Run(server.HandleAsync);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        server.Locate();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _parts.Hub.AbortAll();
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _page.Dispose();
        _parts.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, PlaygroundOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
        kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        // Without TLS there is nothing to negotiate HTTP/2 with, so it needs a port of its own.
        if (options.Http2Port is { } port) kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
    }

    private void Locate()
    {
        var bound = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        int[] ports = [.. bound.Select(address => new Uri(address).Port)];
        Addresses = new Addresses(ports[0], ports.Length > 1 ? ports[1] : null);
        _parts.Locate(Addresses);
    }

    /// <summary>Turns foreign pages away, and takes what needs no routing.</summary>
    private Task TakeAsync(HttpContext http, RequestDelegate next)
    {
        if (OriginGuard.Allows(http.Request, Addresses)) return _parts.Presses.TryAnswer(http) ?? next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task HandleAsync(HttpContext http)
    {
        string path = http.Request.Path.Value ?? "/";
        try
        {
            if (ApiPath(path) is { } api) await _parts.Dispatcher.HandleAsync(http, api).ConfigureAwait(false);
            else if (path.TrimEnd('/') == "/gateway" || (path == "/" && http.WebSockets.IsWebSocketRequest))
                await _parts.House.HandleAsync(http).ConfigureAwait(false);
            else if (path.StartsWith("/playground/", StringComparison.Ordinal)) await _parts.Dispatcher.HandleAsync(http, path).ConfigureAwait(false);
            else if (path.StartsWith("/cdn/attachments/", StringComparison.Ordinal)) await ServeAttachmentAsync(http, path).ConfigureAwait(false);
            else await _page.ServeAsync(http, Addresses).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The other side went away in the middle; there is nobody left to answer.
            http.Abort();
        }
        catch (Exception error)
        {
            _app.Logger.RequestFailed(error, http.Request.Method, path);
            if (!http.Response.HasStarted)
                await ApiDispatcher.WriteAsync(http.Response, Answer.From(new Refusal(500, 0, "500: Internal Server Error"))).ConfigureAwait(false);
        }
    }

    /// <summary>The part below the API's base, or null for other addresses.</summary>
    private static string? ApiPath(string path)
    {
        foreach (string prefix in (string[])["/api/v10/", "/api/v9/", "/api/"])
            if (path.StartsWith(prefix, StringComparison.Ordinal)) return path[(prefix.Length - 1)..];
        return null;
    }

    private async Task ServeAttachmentAsync(HttpContext http, string path)
    {
        string[] parts = path.Split('/');
        byte[]? content = null;
        if (parts.Length == 6 && ulong.TryParse(parts[4], out ulong id))
            lock (World.Gate) content = _parts.Attachments.Find(id);
        await _page.ServeAttachmentAsync(http, parts[^1], content).ConfigureAwait(false);
    }
}
