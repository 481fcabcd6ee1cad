using System.Net;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Rest.RateLimits;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Rest;

public sealed class RateLimiterTests : IDisposable
{
    private static readonly Route _channel = Routes.PostMessage(new Snowflake(1));
    private static readonly Route _otherChannel = Routes.PostMessage(new Snowflake(2));
    private static readonly Route _webhook = Routes.FollowUp(Interactions.Press);

    private readonly WatchedTime _time = new();
    private readonly RateLimiter _limiter;

    public RateLimiterTests() => _limiter = new RateLimiter(_time);

    [Fact]
    public void UnknownRouteLetsOneThroughAndHoldsTheRestUntilTheReplyNamesTheBucket()
    {
        Permit first = Passed(Enter(_channel));
        Task<Permit>[] rest = [Enter(_channel), Enter(_channel), Enter(_channel)];
        Assert.All(rest, waiting => Assert.False(waiting.IsCompleted));
        Reply(first, remaining: 2);
        Assert.Equal([true, true, false], Reached(rest, 2));
    }

    [Fact]
    public void UnknownRouteWithoutABucketIsUnlimited()
    {
        Permit first = Passed(Enter(_channel));
        Task<Permit>[] rest = [Enter(_channel), Enter(_channel), Enter(_channel)];
        _limiter.Leave(first, HttpStatusCode.OK, null, null);
        Assert.Equal([true, true, true], Reached(rest, 3));
        Assert.True(Enter(_channel).IsCompletedSuccessfully);
    }

    [Fact]
    public void LostReplyLetsTheNextOneTry()
    {
        Permit first = Passed(Enter(_channel));
        Task<Permit> second = Enter(_channel);
        Task<Permit> third = Enter(_channel);
        _limiter.Leave(first, null, null, null);
        Assert.Equal([true, false], Reached([second, third], 1));
    }

    [Fact]
    public void EachChannelHasABucketOfItsOwn()
    {
        Learn(_channel, remaining: 0);
        Assert.False(Enter(_channel).IsCompleted);
        Assert.True(Enter(_otherChannel).IsCompletedSuccessfully);
    }

    [Fact]
    public void LearntLimitHoldsForANewChannelWithoutLearningAgain()
    {
        Learn(_channel, remaining: 4);
        Task<Permit>[] burst = [.. Enumerable.Range(0, 7).Select(_ => Enter(_otherChannel))];
        Assert.Equal([true, true, true, true, true, false, false], burst.Select(entered => entered.IsCompleted));
    }

    [Fact]
    public async Task WaitersPassInOrderWhenTheWindowEnds()
    {
        Learn(_channel, remaining: 0);
        Task<Permit>[] line = [.. Enumerable.Range(0, 7).Select(_ => Enter(_channel))];
        await _time.PassAsync(wait => wait == TimeSpan.FromSeconds(5));
        Assert.Equal([true, true, true, true, true, false, false], Reached(line, 5));
    }

    [Fact]
    public async Task FifteenMessagesToOneChannelTakeTwoWindows()
    {
        Learn(_channel, remaining: 4);
        Task<Permit>[] line = [.. Enumerable.Range(0, 14).Select(_ => Enter(_channel))];
        Assert.Equal(4, line.Count(entered => entered.IsCompleted));
        int remaining = 4;
        foreach (Permit permit in line.Where(entered => entered.IsCompleted).Select(Passed)) Reply(permit, --remaining);
        await _time.PassAsync(wait => wait == TimeSpan.FromSeconds(5));
        Reached(line, 9);
        remaining = 5;
        foreach (Permit permit in line[4..9].Select(Passed)) Reply(permit, --remaining);
        await _time.PassAsync(wait => wait == TimeSpan.FromSeconds(5));
        Assert.All(Reached(line, 14), Assert.True);
    }

    [Fact]
    public void ReplyNeverGivesBackPlacesThatOthersHaveTaken()
    {
        Learn(_channel, remaining: 4);
        Permit[] taken = [.. Enumerable.Range(0, 4).Select(_ => Passed(Enter(_channel)))];
        Reply(taken[0], remaining: 3);
        Assert.False(Enter(_channel).IsCompleted);
    }

    [Fact]
    public void BurstAfterAQuietMinuteGoesThroughAtOnce()
    {
        Learn(_channel, remaining: 4);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.True(Enter(_otherChannel).IsCompletedSuccessfully);
        Assert.Equal(1, _limiter.BucketCount);
        Assert.All(Enumerable.Range(0, 5).Select(_ => Enter(_channel)).ToList(), entered => Assert.True(entered.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task RefusedRequestGoesAgainBeforeThoseThatWait()
    {
        Learn(_channel, remaining: 4);
        Permit refused = Passed(Enter(_channel));
        Refuse(refused, TimeSpan.FromSeconds(2), global: false);
        Task<Permit> later = Enter(_channel);
        Task<Permit> again = Enter(_channel, again: true);
        Assert.False(again.IsCompleted || later.IsCompleted);
        Assert.True(Enter(_otherChannel).IsCompletedSuccessfully);
        await _time.PassAsync(wait => wait == TimeSpan.FromSeconds(2));
        await again.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await later.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task GlobalRefusalStopsEverythingButInteractionWebhooks()
    {
        Learn(_channel, remaining: 4);
        Refuse(Passed(Enter(_channel)), TimeSpan.FromSeconds(3), global: true);
        Task<Permit> other = Enter(_otherChannel);
        Assert.False(other.IsCompleted);
        Assert.True(Enter(_webhook).IsCompletedSuccessfully);
        await _time.PassAsync(wait => wait == TimeSpan.FromSeconds(3));
        await other.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task NoMoreThanFiftyPassInASecond()
    {
        Task<Permit>[] all = [.. Enumerable.Range(0, 60).Select(channel => Enter(Routes.PostMessage(new Snowflake((ulong)channel + 1))))];
        Assert.Equal(50, all.Count(entered => entered.IsCompleted));
        TimeSpan wait = await _time.PassAsync(begun => begun > TimeSpan.Zero);
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1));
        await Task.WhenAll(all).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void CallbackPassesEveryLimit()
    {
        Refuse(Passed(Enter(_channel)), TimeSpan.FromSeconds(30), global: true);
        Route callback = Routes.Callback(Interactions.Press);
        Assert.All(Enumerable.Range(0, 500).Select(_ => Enter(callback)).ToList(), entered => Assert.True(entered.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task CancelledWaiterLeavesTheLine()
    {
        Permit first = Passed(Enter(_channel));
        using var giveUp = new CancellationTokenSource();
        Task<Permit> second = _limiter.EnterAsync(_channel, again: false, patience: null, giveUp.Token).AsTask();
        Task<Permit> third = Enter(_channel);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        _limiter.Leave(first, null, null, null);
        await third.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task NobodyWaitsForHours()
    {
        Refuse(Passed(Enter(_channel)), TimeSpan.FromHours(2), global: false);
        var error = await Assert.ThrowsAsync<DiscordRestException>(() => Enter(_channel));
        Assert.Equal(HttpStatusCode.TooManyRequests, error.Error.Status);
    }

    public void Dispose() => _limiter.Dispose();

    private static Permit Passed(Task<Permit> entered) =>
        entered.IsCompletedSuccessfully ? entered.Result : throw new InvalidOperationException("It waits.");

    // Waiters continue on other threads: waits for as many as must come, and tells which did.
    private static IEnumerable<bool> Reached(Task<Permit>[] line, int count)
    {
        Assert.True(Task.WaitAll(line[..count], Patience.Limit));
        return line.Select(entered => entered.IsCompleted);
    }

    private Task<Permit> Enter(Route route, bool again = false) => _limiter.EnterAsync(route, again, patience: null, CancellationToken.None).AsTask();

    private void Learn(Route route, int remaining) => Reply(Passed(Enter(route)), remaining);

    private void Reply(Permit permit, int remaining) =>
        _limiter.Leave(permit, HttpStatusCode.OK, new RateHeaders("abcd1234", 5, remaining, TimeSpan.FromSeconds(5)), null);

    private void Refuse(Permit permit, TimeSpan wait, bool global) =>
        _limiter.Leave(permit, HttpStatusCode.TooManyRequests, null, new Refusal(wait, global));
}
