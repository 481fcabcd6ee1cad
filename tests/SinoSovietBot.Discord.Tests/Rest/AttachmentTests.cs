using System.IO.Compression;
using System.Net;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Rest;

public sealed class AttachmentTests : IAsyncDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("https://cdn.discordapp.com/attachments/1/2/deck.yaml?ex=1")]
    [InlineData("https://media.discordapp.net/attachments/1/2/deck.yaml")]
    [InlineData("https://discord.example/cdn/deck.yaml")]
    public async Task FileIsReadFromDiscordWithoutTheToken(string url)
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("deck: x");
        ReadOnlyMemory<byte> read = await DownloadAsync(url, 7, 7);
        Assert.Equal("deck: x"u8.ToArray(), read.ToArray());
        Assert.DoesNotContain("Authorization", Assert.Single(_bot.Http.Requests).Headers.Keys);
    }

    [Theory]
    [InlineData("http://cdn.discordapp.com/a")]
    [InlineData("https://cdn.discordapp.com:8443/a")]
    [InlineData("https://cdn.discordapp.com.evil.example/a")]
    [InlineData("https://evil.example/cdn.discordapp.com")]
    [InlineData("https://discord.example:444/a")]
    [InlineData("http://127.0.0.1/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://cdn.discordapp.com@evil.example/a")]
    [InlineData("https://user:word@cdn.discordapp.com/a")]
    [InlineData("https://cdn.discordapp.com%2f@evil.example/a")]
    [InlineData("https://evil.example#@cdn.discordapp.com/a")]
    [InlineData("https://evil.example?cdn.discordapp.com")]
    [InlineData("https://cdn.discordapp.com./a")]
    [InlineData("https://evilcdn.discordapp.com/a")]
    [InlineData("https://a.cdn.discordapp.com/a")]
    [InlineData("https://discordapp.com/a")]
    [InlineData("https://cdn.discordapp.net/a")]
    [InlineData("https://cdn.dıscordapp.com/a")]
    [InlineData("https://cdn.xn--dscordapp-s9a.com/a")]
    [InlineData("https://ｃdn.discordapp.com.evil.example/a")]
    [InlineData("https://162.159.129.233/a")]
    [InlineData("https://[::1]/a")]
    [InlineData("http://2130706433/a")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://cdn.discordapp.com:80/a")]
    [InlineData("wss://cdn.discordapp.com/a")]
    [InlineData("ftp://cdn.discordapp.com/a")]
    [InlineData("data:text/plain,deck")]
    [InlineData("https://sub.discord.example/a")]
    [InlineData("http://discord.example/a")]
    public async Task OtherAddressIsRefusedUnread(string url)
    {
        await Assert.ThrowsAsync<AttachmentRefusedException>(() => DownloadAsync(url, 1, 100));
        Assert.Empty(_bot.Http.Requests);
    }

    [Fact]
    public async Task FileThatSaysItIsTooLargeIsNotRead()
    {
        await Assert.ThrowsAsync<AttachmentRefusedException>(() => DownloadAsync("https://cdn.discordapp.com/a", 101, 100));
        Assert.Empty(_bot.Http.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FileThatIsLargerThanItSaysIsRefused(bool tellsItsLength)
    {
        _bot.Http.Answer = (_, _) =>
        {
            HttpContent content = tellsItsLength ? new ByteArrayContent(new byte[100_001]) : new StreamContent(new UnseekableStream(100_001));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        };
        await Assert.ThrowsAsync<AttachmentRefusedException>(() => DownloadAsync("https://cdn.discordapp.com/a", 5, 100_000));
    }

    [Fact]
    public async Task LargestAllowedFileIsRead()
    {
        _bot.Http.Answer = (_, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new UnseekableStream(100_000)) };
        Assert.Equal(100_000, (await DownloadAsync("https://cdn.discordapp.com/a", 5, 100_000)).Length);
    }

    [Fact]
    public async Task CompressedFileIsTakenAsItIsAndSoNeverGrows()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(new byte[10_000_000]);
        _bot.Http.Answer = (_, _) =>
        {
            var content = new ByteArrayContent(packed.ToArray());
            content.Headers.ContentEncoding.Add("gzip");
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        };
        ReadOnlyMemory<byte> read = await DownloadAsync("https://cdn.discordapp.com/a", 5, 20_000);
        Assert.Equal(packed.ToArray(), read.ToArray());
        Assert.DoesNotContain("Accept-Encoding", Assert.Single(_bot.Http.Requests).Headers.Keys);
    }

    [Fact]
    public async Task RedirectIsNotFollowed()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("", HttpStatusCode.Found, ("Location", "http://127.0.0.1/"));
        await Assert.ThrowsAsync<AttachmentRefusedException>(() => DownloadAsync("https://cdn.discordapp.com/a", 5, 100));
        Assert.Single(_bot.Http.Requests);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    private Task<ReadOnlyMemory<byte>> DownloadAsync(string url, long size, int max) =>
        _bot.Connection.DownloadAttachmentAsync(new Attachment(new Snowflake(1), "deck.yaml", size, new Uri(url)), max, CancellationToken.None);

    private sealed class UnseekableStream(int length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;
    }
}
