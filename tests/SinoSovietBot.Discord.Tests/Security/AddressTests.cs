using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Security;

/// <summary>Where the token may go.</summary>
public sealed class AddressTests : IAsyncDisposable
{
    private const string Discords = "https://discord.com/api/v10";
    private const string Playgrounds = "http://127.0.0.1:5080/api/v10";
    private const string Schools = "https://api.school.example/api/v10";

    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://127.9.9.9:80/", true)]
    [InlineData("http://127.1/", true)]
    [InlineData("http://2130706433/", true)]
    [InlineData("http://0x7f.0.0.1/", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://LOCALHOST/", true)]
    [InlineData("http://loopback/", true)]
    [InlineData("http://localhost./", false)]
    [InlineData("http://127.0.0.1.nip.io/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://127.0.0.1@evil.example/", false)]
    [InlineData("http://evil.example/?127.0.0.1", false)]
    [InlineData("http://[::127.0.0.1]/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("http://[::]/", false)]
    [InlineData("http://128.0.0.1/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void OnlyThisMachineIsLoopback(string address, bool expected) => Assert.Equal(expected, Loopback.Holds(new Uri(address)));

    [Theory]
    [InlineData(Discords, "wss://gateway.discord.gg")]
    [InlineData(Discords, "wss://gateway.discord.gg/")]
    [InlineData(Discords, "wss://gateway-us-east1-b.discord.gg:443")]
    [InlineData(Discords, "wss://GATEWAY.DISCORD.GG")]
    [InlineData(Discords, "wss://discord.gg")]
    [InlineData(Discords, "wss://gateway.discord.com")]
    [InlineData(Playgrounds, "ws://127.0.0.1:5080/gateway")]
    [InlineData(Playgrounds, "ws://localhost:6000/gateway")]
    [InlineData(Playgrounds, "wss://gateway.discord.gg")]
    [InlineData(Schools, "wss://api.school.example/gateway")]
    [InlineData(Schools, "wss://gateway.api.school.example")]
    [InlineData(Schools, "wss://gateway.discord.gg")]
    public void GatewayOfDiscordOrOfTheConfiguredApiIsConnectedTo(string apiBase, string address)
    {
        Uri read = GatewayAddress.TryRead(address, new Uri(apiBase))!;
        Assert.Equal(new Uri(address).Host, read.Host);
        Assert.Equal("?v=10&encoding=json", read.Query);
    }

    [Theory]
    [InlineData(Discords, null)]
    [InlineData(Discords, "")]
    [InlineData(Discords, "gateway.discord.gg")]
    [InlineData(Discords, "ws://gateway.discord.gg")]
    [InlineData(Discords, "https://gateway.discord.gg")]
    [InlineData(Discords, "wss://gateway.discord.gg:8443")]
    [InlineData(Discords, "wss://gateway.discord.gg.evil.example")]
    [InlineData(Discords, "wss://evildiscord.gg")]
    [InlineData(Discords, "wss://evil.example/gateway.discord.gg")]
    [InlineData(Discords, "wss://gateway.discord.gg@evil.example")]
    [InlineData(Discords, "wss://user:word@gateway.discord.gg")]
    [InlineData(Discords, "wss://evil.example#.discord.gg")]
    [InlineData(Discords, "wss://evil.example\\.discord.gg")]
    [InlineData(Discords, "wss://gateway.dıscord.gg")]
    [InlineData(Discords, "wss://gateway.xn--dscord-q4a.gg")]
    [InlineData(Discords, "wss://discord.gg.")]
    [InlineData(Discords, "wss://192.0.2.7")]
    [InlineData(Discords, "wss://127.0.0.1")]
    [InlineData(Discords, "ws://127.0.0.1")]
    [InlineData(Playgrounds, "ws://192.0.2.7")]
    [InlineData(Playgrounds, "wss://evil.example")]
    [InlineData(Playgrounds, "ws://gateway.discord.gg")]
    [InlineData(Schools, "ws://api.school.example")]
    [InlineData(Schools, "wss://evilapi.school.example")]
    [InlineData(Schools, "wss://school.example")]
    [InlineData(Schools, "wss://127.0.0.1")]
    public void AnyOtherGatewayIsRefused(string apiBase, string? address) => Assert.Null(GatewayAddress.TryRead(address, new Uri(apiBase)));

    [Fact]
    public async Task TheTokenIsNotTakenToAGatewayThatIsNotDiscords()
    {
        _bot.Http.Answer = (_, number) =>
            FakeDiscordHttp.Json(number > 1 ? TestBot.GatewayBotReply : """{"url":"wss://gateway.discord.example.evil.example"}""");
        ScriptedSocket socket = _bot.Socket();
        socket.Give(Frames.Hello);
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        await _bot.Time.PassAsync(wait => wait.TotalSeconds is >= 0.5 and <= 1);
        socket.Give(Frames.Ready);
        await first;
        Assert.Equal("gateway.discord.example", socket.Address!.Host);
        string said = Assert.Single(_bot.Logs.Lines, line => line.Contains("the token was not sent there", StringComparison.Ordinal));
        Assert.DoesNotContain("evil", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSessionIsNotResumedAtAnAddressThatIsNotDiscords()
    {
        ScriptedSocket socket = _bot.Socket();
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        socket.Give(Frames.Hello);
        await socket.SentBesidesHeartbeatsAsync();
        socket.Give(Frames.Ready.Replace("wss://resume.discord.example", "wss://resume.evil.example", StringComparison.Ordinal));
        Assert.IsType<Ready>(await first);
        ScriptedSocket next = _bot.Socket();
        next.Give(Frames.Hello);
        Task<DiscordEvent?> press = _bot.NextEventAsync();
        socket.Give(Frames.Reconnect);
        Assert.StartsWith("{\"op\":6,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
        next.Give(Frames.Press(2, 1000));
        await press;
        Assert.Equal("gateway.discord.example", next.Address!.Host);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();
}
