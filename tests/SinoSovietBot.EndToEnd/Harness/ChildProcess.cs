using System.Diagnostics;
using System.Text;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A program that a test started: its output is kept for failure messages, and its whole tree dies with the test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _errorsEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private event Action<string>? LineCame;

    private ChildProcess(Process process) => _process = process;

    /// <summary>What the program has printed on stdout so far.</summary>
    public string Output => Read(_output);

    /// <summary>What the program has printed on stderr so far.</summary>
    public string Errors => Read(_errors);

    public bool HasExited => _process.HasExited;

    /// <summary>Only after it has exited.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Both streams, for a failure message.</summary>
    public string Story => $"{Path.GetFileName(_process.StartInfo.ArgumentList[0])} "
        + (HasExited ? $"exited with {ExitCode}" : "is running")
        + $".\n--- stdout\n{Output}\n--- stderr\n{Errors}";

    public static ChildProcess Start(ProcessStartInfo start)
    {
        var child = new ChildProcess(new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, line) => child.Keep(line.Data, child._output, child._outputEnded);
        child._process.ErrorDataReceived += (_, line) => child.Keep(line.Data, child._errors, child._errorsEnded);
        child._process.Start();
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits for a line on stdout or stderr; fails at once when the program ends without it.</summary>
    public async Task<string> LineAsync(Func<string, bool> isMeant)
    {
        var found = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(string line)
        {
            if (isMeant(line))
                found.TrySetResult(line);
        }

        lock (_gate)
        {
            foreach (var line in $"{_output}{_errors}".Split('\n'))
                Look(line);
            LineCame += Look;
        }

        _ = Task.WhenAll(_outputEnded.Task, _errorsEnded.Task).ContinueWith(_ => found.TrySetResult(null), TaskScheduler.Default);
        var result = await Patience.For(found.Task, Patience.ForAProcess, () => Story);
        lock (_gate)
            LineCame -= Look;
        return result ?? throw new InvalidOperationException($"The program ended without the line that was waited for. {Story}");
    }

    /// <summary>Waits for the program to end by itself, unless told otherwise as long as for any process.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> ExitAsync(TimeSpan? limit = null) => Patience.For(WaitForExitAsync(), limit ?? Patience.ForAProcess, () => Story);

    /// <summary>SIGKILL: no handler runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await ExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(Patience.TestCancellation);
        return await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(Patience.TestCancellation);
        await Task.WhenAll(_outputEnded.Task, _errorsEnded.Task);
        return _process.ExitCode;
    }

    private void Keep(string? line, StringBuilder text, TaskCompletionSource ended)
    {
        if (line is null)
        {
            ended.TrySetResult();
            return;
        }

        lock (_gate)
        {
            text.Append(line).Append('\n');
            LineCame?.Invoke(line);
        }
    }

    private string Read(StringBuilder text)
    {
        lock (_gate)
            return text.ToString();
    }
}
