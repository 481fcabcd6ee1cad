namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>
/// How long a test waits before it says what it has waited for. Generous: a loaded build machine is slow, and only failures take this long.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan ForAnEvent = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan ForAProcess = TimeSpan.FromSeconds(60);

    /// <summary>Between two looks at something that announces no change.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for a task, and fails with a sentence instead of a bare time-out.</summary>
    public static async Task<T> For<T>(Task<T> task, TimeSpan limit, Func<string> complaint)
    {
        try
        {
            return await task.WaitAsync(limit, TimeProvider.System, TestCancellation);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {limit.TotalSeconds:0} s in vain. {complaint()}");
        }
    }

    /// <summary>Stops every wait when the test run is broken off.</summary>
    public static CancellationToken TestCancellation => Xunit.TestContext.Current.CancellationToken;
}
