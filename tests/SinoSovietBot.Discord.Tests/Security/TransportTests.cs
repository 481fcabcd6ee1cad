using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Security;

/// <summary>The real HTTP stacks, against servers on loopback that mean no good.</summary>
public sealed class TransportTests : IDisposable
{
    // The first handshake of a process takes a while on a busy machine.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly TcpListener _elsewhere = new(IPAddress.Loopback, 0);

    public TransportTests()
    {
        _server.Start();
        _elsewhere.Start();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task RedirectIsNotFollowedWithTheToken(int status)
    {
        Task<string> serving = RedirectAsync(status);
        using var http = new HttpMessageInvoker(HttpFactory.ForRest(BaseOf("http")));
        using var request = new HttpRequestMessage(HttpMethod.Post, BaseOf("http")) { Content = new StringContent("{}") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bot {TestBot.Token}");
        using HttpResponseMessage response = await http.SendAsync(request, Stop).WaitAsync(_limit, Stop);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(TestBot.Token, await serving, StringComparison.Ordinal);
        Assert.False(_elsewhere.Pending());
    }

    [Fact]
    public async Task GatewayRedirectIsNotFollowedAndNothingIsOfferedButTheSocket()
    {
        Task<string> serving = RedirectAsync(302);
        using var http = new HttpMessageInvoker(HttpFactory.ForGateway(BaseOf("http")));
        using var socket = new ClientWebSocketAdapter(http);
        await Assert.ThrowsAsync<SocketLostException>(() => socket.ConnectAsync(BaseOf("ws"), Stop).WaitAsync(_limit, Stop));
        string head = await serving;
        Assert.False(_elsewhere.Pending());
        // Compression of any kind would have to be asked for here.
        Assert.DoesNotContain("Extensions", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Accept-Encoding", head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task RestRefusesACertificateThatNobodyVouchesFor()
    {
        Task serving = ServeSelfSignedAsync();
        using var http = new HttpMessageInvoker(HttpFactory.ForRest(BaseOf("https")));
        using var request = new HttpRequestMessage(HttpMethod.Get, BaseOf("https"));
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, Stop).WaitAsync(_limit, Stop));
        Assert.Equal(HttpRequestError.SecureConnectionError, error.HttpRequestError);
        await serving;
    }

    [Fact]
    public async Task GatewayRefusesACertificateThatNobodyVouchesFor()
    {
        Task serving = ServeSelfSignedAsync();
        using var http = new HttpMessageInvoker(HttpFactory.ForGateway(BaseOf("https")));
        using var socket = new ClientWebSocketAdapter(http);
        await Assert.ThrowsAsync<SocketLostException>(() => socket.ConnectAsync(BaseOf("wss"), Stop).WaitAsync(_limit, Stop));
        await serving;
    }

    [Theory]
    [InlineData("https://discord.com/api/v10", true)]
    [InlineData("http://127.0.0.1:5080/api/v10", false)]
    public void BothStacksAreAsOperationsSays(string apiBase, bool asksTheProxy)
    {
        var address = new Uri(apiBase);
        foreach (SocketsHttpHandler handler in (SocketsHttpHandler[])[HttpFactory.ForRest(address), HttpFactory.ForGateway(address)])
        {
            Assert.False(handler.AllowAutoRedirect);
            Assert.False(handler.UseCookies);
            Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
            Assert.Equal(PeerLimits.ReplyHeaders, handler.MaxResponseHeadersLength);
            Assert.Equal(asksTheProxy, handler.UseProxy);
            Assert.Null(handler.Proxy);
            Assert.Null(handler.Credentials);
            handler.Dispose();
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        _elsewhere.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri BaseOf(string scheme) => new($"{scheme}://localhost:{((IPEndPoint)_server.LocalEndpoint).Port}/");

    /// <returns>The head of the one request that came.</returns>
    private async Task<string> RedirectAsync(int status)
    {
        using TcpClient client = await _server.AcceptTcpClientAsync().WaitAsync(_limit);
        NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var head = new StringBuilder();
        while (await reader.ReadLineAsync().WaitAsync(_limit) is { Length: > 0 } line) head.AppendLine(line);
        string location = $"http://localhost:{((IPEndPoint)_elsewhere.LocalEndpoint).Port}/";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"));
        return head.ToString();
    }

    private async Task ServeSelfSignedAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wanted = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        wanted.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = wanted.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using TcpClient client = await _server.AcceptTcpClientAsync().WaitAsync(_limit);
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate).WaitAsync(_limit);
            // Whoever trusts it would now speak.
            Assert.Equal(0, await tls.ReadAsync(new byte[1]).AsTask().WaitAsync(_limit));
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client hung up, as it should.
            return;
        }
    }
}
