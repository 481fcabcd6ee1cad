using System.Diagnostics;
using System.Globalization;

namespace SinoSovietBot.Benchmarks.Presses;

/// <summary>The bot as a process of its own.</summary>
internal sealed class BotUnderTest : IDisposable
{
    private readonly Process process;

    private BotUnderTest(Process process, long startedAt)
    {
        this.process = process;
        StartedAt = startedAt;
    }

    /// <summary>Just before the process was made, in ticks of <see cref="Stopwatch"/>.</summary>
    public long StartedAt { get; }

    /// <summary>What the process has used of all processors so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now, in megabytes of a million bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public static BotUnderTest Start(string executable, string api, string token, string database)
    {
        var start = new ProcessStartInfo(executable) { RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(executable) };
        start.Environment["Discord__ApiBase"] = api;
        start.Environment["Discord__Token"] = token;
        start.Environment["Storage__Path"] = database;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Quiz__LobbySeconds"] = "600";
        long startedAt = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start.");
        process.ErrorDataReceived += (_, line) => Trace.WriteLine(line.Data);
        process.BeginErrorReadLine();
        return new BotUnderTest(process, startedAt);
    }

    /// <summary>Publishes the bot, or takes what is given.</summary>
    public static async Task<string> BuildAsync(string? given, bool aot, TextWriter output)
    {
        if (given is not null)
            return Path.GetFullPath(given);
        string root = RepositoryRoot();
        string folder = Path.Combine(root, "artifacts", aot ? "bench-aot" : "bench-r2r");
        string form = aot ? "-p:PublishAot=true" : "-p:PublishReadyToRun=true --self-contained false";
        string arguments = string.Create(
            CultureInfo.InvariantCulture, $"publish \"{Path.Combine(root, "src", "SinoSovietBot")}\" -c Release -r linux-x64 {form} -o \"{folder}\" -v quiet");
        output.WriteLine($"dotnet {arguments}");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(folder, "SinoSovietBot")
            : throw new InvalidOperationException("The bot could not be published.");
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static string RepositoryRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "SinoSovietBot.sln")))
                return folder;
        }

        throw new InvalidOperationException("The benchmarks run from inside the repository.");
    }
}
