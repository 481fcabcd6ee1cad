using System.Net.Http.Headers;
using System.Net.Http.Json;
using SinoSovietBot.EndToEnd.Conformance;
using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>The check of every scenario would be worth nothing if it looked at nothing.</summary>
public class TrafficTests
{
    [Fact]
    public async Task AFaultInWhatABotSendsIsFoundOnce()
    {
        var description = DiscordDescription.OrSkip();
        await using var playground = await PlaygroundProcess.StartAsync();
        // Faults made on purpose are none of the report's.
        var inspector = new Inspector(description, new ConformanceLedger());
        await SendAsync(playground, new { content = "fine", nonce = "1", enforce_nonce = true });
        Assert.Empty(await playground.Traffic.FaultsAsync(inspector));
        Assert.Equal(1, playground.Traffic.Checked);
        Assert.Equal(1, inspector.Seen.TotalOfResponses);

        await SendAsync(playground, new { content = "misspelt", alowed_mentions = new { } });
        Assert.Contains("$.alowed_mentions", Assert.Single(await playground.Traffic.FaultsAsync(inspector)), StringComparison.Ordinal);
        Assert.Empty(await playground.Traffic.FaultsAsync(inspector));
    }

    [Fact]
    public async Task WhatAMemberIsSentIsLookedAt()
    {
        var description = DiscordDescription.OrSkip();
        await using var playground = await PlaygroundProcess.StartAsync();
        await using var member = await ScriptedMember.ConnectAsync(playground, playground.World.Members[0]);
        var inspector = new Inspector(description, new ConformanceLedger());
        Assert.Empty(await playground.Traffic.FaultsAsync(inspector));
        Assert.Equal(1, inspector.Seen.PayloadsOf(new GatewayPayload(GatewaySide.Member, "READY")));
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
