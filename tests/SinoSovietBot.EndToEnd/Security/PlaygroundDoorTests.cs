using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using SinoSovietBot.EndToEnd.Harness;
using SinoSovietBot.EndToEnd.Playground;
using Xunit;

namespace SinoSovietBot.EndToEnd.Security;

/// <summary>Who gets into a playground: programs and its own page, on this machine.</summary>
public sealed class PlaygroundDoorTests
{
    private const int MoreThanAnyBody = 27 * 1024 * 1024;

    [Theory]
    [InlineData("127.0.0.1:{0}", null, true)]
    [InlineData("localhost:{0}", null, true)]
    [InlineData("127.0.0.1:{0}", "http://127.0.0.1:{0}", true)]
    [InlineData("localhost:{0}", "http://localhost:{0}", true)]
    [InlineData("127.0.0.1:{0}", "http://localhost:{0}", true)]
    [InlineData("evil.example", null, false)]
    [InlineData("evil.example:{0}", null, false)]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("127.0.0.1:1", null, false)]
    [InlineData("127.0.0.1.nip.io:{0}", null, false)]
    [InlineData("localhost.evil.example:{0}", null, false)]
    [InlineData("localhost.:{0}", null, false)]
    [InlineData("0.0.0.0:{0}", null, false)]
    [InlineData("127.0.0.2:{0}", null, false)]
    [InlineData("2130706433:{0}", null, false)]
    [InlineData("[::1]:{0}", null, false)]
    [InlineData("", null, false)]
    [InlineData("127.0.0.1:{0}", "http://evil.example", false)]
    [InlineData("127.0.0.1:{0}", "http://evil.example:{0}", false)]
    [InlineData("127.0.0.1:{0}", "https://127.0.0.1:{0}", false)]
    [InlineData("127.0.0.1:{0}", "http://127.0.0.1", false)]
    [InlineData("127.0.0.1:{0}", "http://127.0.0.1:1", false)]
    [InlineData("127.0.0.1:{0}", "http://127.0.0.1:{0}.evil.example", false)]
    [InlineData("127.0.0.1:{0}", "http://127.0.0.1:{0}@evil.example", false)]
    [InlineData("127.0.0.1:{0}", "http://localhost.evil.example:{0}", false)]
    [InlineData("127.0.0.1:{0}", "null", false)]
    [InlineData("127.0.0.1:{0}", "file://", false)]
    [InlineData("127.0.0.1:{0}", "chrome-extension://abc", false)]
    [InlineData("127.0.0.1:{0}", "127.0.0.1:{0}", false)]
    public async Task OnlyOurOwnPageAndProgramsAreLetIn(string host, string? origin, bool allowed)
    {
        await using Ground ground = await Ground.StartAsync();
        int port = ground.Server.Addresses.Port;
        foreach (string path in (string[])["/", "/playground/world", "/api/v10/gateway", "/cdn/attachments/1/2/a"])
        {
            string status = await AskAsync(port, "GET", path, Named(host, port), Named(origin, port), upgrade: false);
            Assert.True((status != "403" && status != "400") == allowed, $"{path} gave {status}");
        }

        string socket = await AskAsync(port, "GET", "/gateway?v=10&encoding=json", Named(host, port), Named(origin, port), upgrade: true);
        Assert.True((socket == "101") == allowed, $"The gateway gave {socket}");
        string fault = await AskAsync(port, "DELETE", "/playground/faults", Named(host, port), Named(origin, port), upgrade: false);
        Assert.True((fault is "200" or "204") == allowed, $"The controls gave {fault}");
    }

    [Theory]
    [InlineData("/playground/members", true)]
    [InlineData("/playground/members", false)]
    [InlineData("/api/v10/gateway", false)]
    public async Task NoBodyIsTakenBeyondTheLimit(string path, bool saysItsLength)
    {
        await using Ground ground = await Ground.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, ground.Server.Addresses.Page + path);
        request.Content = new StreamContent(new MemoryStream(new byte[MoreThanAnyBody]));
        request.Content.Headers.ContentType = new("application/json");
        if (!saysItsLength) request.Headers.TransferEncodingChunked = true;
        HttpStatusCode? status = null;
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, Patience.TestCancellation);
            status = response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The door may be shut while we still send.
            status = HttpStatusCode.RequestEntityTooLarge;
        }

        Assert.True(status is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound, $"{status}");
        Assert.Equal(HttpStatusCode.OK, (await ground.Anyone.GetAsync("/playground/world")).Status);
    }

    [Fact]
    public async Task NoSettingMovesItOffLoopback()
    {
        using var data = new Harness.TemporaryFolder("door");
        int decoy = FreePort();
        var start = BuiltProgram.Start("SinoSovietBot.Playground", "--port", "0", "--port-h2", "0", "--data", data.Path, "--no-bot");
        start.WorkingDirectory = data.Path;
        start.Environment["ASPNETCORE_URLS"] = $"http://0.0.0.0:{decoy}";
        start.Environment["DOTNET_URLS"] = $"http://0.0.0.0:{decoy}";
        start.Environment["URLS"] = $"http://0.0.0.0:{decoy}";
        start.Environment["ASPNETCORE_HTTP_PORTS"] = $"{decoy}";
        start.Environment["HTTP_PORTS"] = $"{decoy}";
        start.Environment["Kestrel__Endpoints__Open__Url"] = $"http://0.0.0.0:{decoy}";
        start.Environment["ASPNETCORE_Kestrel__Endpoints__Open__Url"] = $"http://0.0.0.0:{decoy}";
        await File.WriteAllTextAsync(
            data.File("appsettings.json"),
            $$$"""{"urls":"http://0.0.0.0:{{{decoy}}}","Kestrel":{"Endpoints":{"Open":{"Url":"http://0.0.0.0:{{{decoy}}}"} } } }""",
            Patience.TestCancellation);
        await using var playground = ChildProcess.Start(start);
        string line = await playground.LineAsync(line => line.StartsWith("Playground: ", StringComparison.Ordinal));
        int port = new Uri(line["Playground: ".Length..].Trim()).Port;

        IPEndPoint[] listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.All(listening.Where(end => end.Port == port), end => Assert.Equal(IPAddress.Loopback, end.Address));
        Assert.Contains(listening, end => end.Port == port);
        Assert.DoesNotContain(listening, end => end.Port == decoy);
    }

    [Theory]
    [InlineData("--urls")]
    [InlineData("--host")]
    [InlineData("--bind")]
    public async Task NoOptionMovesItOffLoopback(string option)
    {
        using var data = new Harness.TemporaryFolder("door");
        await using var playground = ChildProcess.Start(
            BuiltProgram.Start("SinoSovietBot.Playground", "--port", "0", "--data", data.Path, "--no-bot", option, "http://0.0.0.0:0"));
        Assert.NotEqual(0, await playground.ExitAsync());
        Assert.Contains(option, playground.Errors, StringComparison.Ordinal);
    }

    private static string Named(string? text, int port) => text?.Replace("{0}", $"{port}", StringComparison.Ordinal) ?? "";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A request as no client library would send it.</summary>
    /// <returns>The status.</returns>
    private static async Task<string> AskAsync(int port, string method, string path, string host, string origin, bool upgrade)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Patience.TestCancellation);
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: {host}\r\n");
        if (origin.Length > 0) head.Append("Origin: ").Append(origin).Append("\r\n");
        head.Append(upgrade
            ? "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            : "Connection: close\r\n\r\n");
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), Patience.TestCancellation);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        string? status = await Patience.For(reader.ReadLineAsync(Patience.TestCancellation).AsTask(), Patience.ForAProcess, () => $"{method} {path}");
        return status is { Length: > 12 } ? status.Split(' ')[1] : "nothing";
    }
}
