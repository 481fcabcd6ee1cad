namespace SinoSovietBot.Interactions;

/// <summary>Whether Discord can be heard at the moment. Changed by one thread, read by any.</summary>
internal sealed class Hearing
{
    private volatile TaskCompletionSource? silence;

    /// <summary>Completes once Discord can be heard, and what was missed has been handed on; usually it can.</summary>
    public Task Back => silence?.Task ?? Task.CompletedTask;

    public void Lose() => silence ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Regain()
    {
        var over = silence;
        silence = null;
        over?.SetResult();
    }
}
