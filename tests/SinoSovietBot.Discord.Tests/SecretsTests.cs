using System.Net;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests;

public sealed class SecretsTests : IAsyncDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(null)]
    public async Task NoTokenReachesALogOrAnException(HttpStatusCode? status)
    {
        // The worst of servers repeats what it was sent.
        _bot.Http.Answer = (request, _) =>
            status is null ? throw new HttpRequestException("reset") : FakeDiscordHttp.Json(Echo(request), status.Value);
        var content = new MessageContent { Text = "x" };
        Interaction press = Interactions.Press;
        Func<CancellationToken, Task>[] calls =
        [
            stop => _bot.Connection.RespondAsync(press, new InteractionResponse.Reply(content), stop),
            stop => _bot.Connection.EditResponseAsync(press, content, stop),
            stop => _bot.Connection.FollowUpAsync(press, content, stop),
            stop => _bot.Connection.PostMessageAsync(new Snowflake(1), content, "n", stop),
        ];
        List<string> printed = [press.ToString()];
        foreach (Func<CancellationToken, Task> call in calls) printed.Add(await FailAsync(call));
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
    public void OptionsPrintNoToken() => AssertClean(new DiscordConnectionOptions { Token = TestBot.Token }.ToString());

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

        return (await Assert.ThrowsAnyAsync<Exception>(() => failing)).ToString();
    }
}
