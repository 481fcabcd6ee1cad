using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests;

public sealed class SecretsTests : IAsyncDisposable
{
    /// <summary>As Discord's may look: an address holds it otherwise than a payload.</summary>
    private const string InteractionSecret = "aW50ZXJhY3Rpb24+OjE/secret==";

    private readonly TestBot _bot = new();

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(null)]
    public async Task NoTokenReachesALogOrAnException(HttpStatusCode? status)
    {
        // The worst of servers repeats what it was sent.
        _bot.Http.Answer = (request, _) =>
            status is null ? throw new HttpRequestException("reset") : FakeDiscordHttp.Json(
                Echo(request), status.Value, ("X-RateLimit-Scope", TestBot.Token), ("X-RateLimit-Bucket", TestBot.Token));
        var content = new MessageContent { Text = "x" };
        Interaction press = Interactions.Press with { Token = new InteractionToken(InteractionSecret) };
        Func<CancellationToken, Task>[] calls =
        [
            stop => _bot.Connection.RespondAsync(press, new InteractionResponse.Reply(content), stop),
            stop => _bot.Connection.EditResponseAsync(press, content, stop),
            stop => _bot.Connection.FollowUpAsync(press, content, stop),
            stop => _bot.Connection.PostMessageAsync(new Snowflake(1), content, "n", stop),
            stop => _bot.Connection.RegisterCommandsAsync(new Snowflake(1), [], stop),
            stop => _bot.Connection.OpenDirectMessageAsync(new Snowflake(1), stop),
        ];
        List<string> printed = [press.ToString()];
        // With a success there is nothing to fail, if nothing is read.
        foreach (Func<CancellationToken, Task> call in status == HttpStatusCode.OK ? calls[1..] : calls) printed.Add(await FailAsync(call));
        printed.AddRange(_bot.Logs.Lines);
        Assert.All(printed, AssertClean);
    }

    [Fact]
    public async Task NoTokenReachesALogFromTheGateway()
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(Frames.Dispatch(
            "INTERACTION_CREATE", 2, $$$"""{"type":3,"token":"{{{TestBot.InteractionSecret}}}","id":{"x":"{{{TestBot.Token}}}"}}"""));
        socket.Give(TestBot.Token);
        socket.Give(Frames.Press(3, 1000));
        await _bot.NextEventAsync();
        Assert.Equal(2, _bot.Logs.At(LogLevel.Warning).Count());
        Assert.All(_bot.Logs.Lines, AssertClean);
    }

    [Fact]
    public void NothingThatHoldsASecretPrintsIt()
    {
        IReadOnlyDictionary<string, string> printed = SecretHolders.Print(typeof(DiscordConnection).Assembly, TestBot.Token);
        Assert.Contains(typeof(DiscordConnectionOptions).FullName!, printed.Keys);
        Assert.Contains(typeof(ButtonPressed).FullName!, printed.Keys);
        Assert.Contains(typeof(RestRequest).FullName!, printed.Keys);
        Assert.Contains(typeof(GatewayKit).FullName!, printed.Keys);
        Assert.All(printed, one => Assert.DoesNotContain(TestBot.Token, one.Value, StringComparison.Ordinal));
        Assert.Equal(
            [typeof(GatewayKit).FullName, typeof(RestRequest).FullName],
            printed.Where(one => one.Value == SecretHolders.Unprintable).Select(one => one.Key).Order(StringComparer.Ordinal));
        var options = new DiscordConnectionOptions { Token = TestBot.Token };
        AssertClean(
            new GatewayKit(options, TimeProvider.System, new Dice(new Random(1)), new SignOfLife(TimeProvider.System), NullLogger.Instance).ToString());
        AssertClean(new RestRequest(Routes.FollowUp(Interactions.Press), Secret: TestBot.Token).ToString());
    }

    [Fact]
    public void AddressesWithSecretsPrintAsTheirRoutes()
    {
        Interaction press = Interactions.Press;
        Assert.All([Routes.Callback(press), Routes.EditOriginal(press), Routes.FollowUp(press)], route => AssertClean(route.ToString()));
        var upload = new Attachment(new Snowflake(1), "a", 1, new Uri($"https://cdn.discordapp.com/a?hm={TestBot.Token}"));
        AssertClean(upload.ToString());
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    private static string Echo(RecordedRequest request)
    {
        string sent = $"{request.Path} {request.Headers["Authorization"]}";
        string errors = $$$"""{"x":{"_errors":[{"code":"C","message":"{{{sent}}}"}]}}""";
        return $$"""{"code":50035,"message":"No {{sent}}","retry_after":600,"errors":{{errors}}}""";
    }

    private static void AssertClean(string text)
    {
        Assert.DoesNotContain(TestBot.Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(InteractionSecret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(InteractionSecret), text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestBot.InteractionSecret, text, StringComparison.Ordinal);
    }

    private async Task<string> FailAsync(Func<CancellationToken, Task> call)
    {
        Task failing = call(CancellationToken.None);
        while (!failing.IsCompleted)
        {
            Task pause = _bot.Time.WaitBegunAsync(wait => wait < TimeSpan.FromSeconds(10));
            if (await Task.WhenAny(failing, pause) != failing) _bot.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => failing);
        var all = new StringBuilder(thrown.ToString());
        for (Exception? one = thrown; one is not null; one = one.InnerException)
        {
            foreach (DictionaryEntry entry in one.Data) all.Append(CultureInfo.InvariantCulture, $"\n{entry.Key}={entry.Value}");
        }

        return all.ToString();
    }
}
