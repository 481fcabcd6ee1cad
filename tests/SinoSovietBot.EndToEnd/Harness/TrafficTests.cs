using System.Net.Http.Headers;
using System.Net.Http.Json;
using SinoSovietBot.EndToEnd.Conformance;
using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>The check of every scenario would be worth nothing if it looked at nothing.</summary>
public class BotRequestsTests
{
    [Fact]
    public async Task AFaultInWhatABotSendsIsFoundOnce()
    {
        var description = DiscordDescription.OrSkip();
        await using var playground = await PlaygroundProcess.StartAsync();
        var requests = new BotRequests(playground);
        await SendAsync(playground, new { content = "fine", nonce = "1", enforce_nonce = true });
        Assert.Empty(await requests.FaultsAsync(description));
        Assert.Equal(1, requests.Checked);

        await SendAsync(playground, new { content = "misspelt", alowed_mentions = new { } });
        Assert.Contains("$.alowed_mentions", Assert.Single(await requests.FaultsAsync(description)), StringComparison.Ordinal);
        Assert.Empty(await requests.FaultsAsync(description));
    }

    private static async Task SendAsync(PlaygroundProcess playground, object message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{playground.World.Api}/channels/{playground.FirstChannel}/messages");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", playground.World.Bot.Token);
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1.0)");
        request.Content = JsonContent.Create(message);
        using var response = await playground.Http.SendAsync(request, Patience.TestCancellation);
    }
}
