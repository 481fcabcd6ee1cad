using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;

namespace SinoSovietBot.Playground;

/// <summary>The command line of the playground.</summary>
internal sealed class PlaygroundCommand(TextWriter output, TextWriter error, BotInside bot)
{
    private const int DefaultPort = 5080;

    /// <summary>Runs until it is told to stop.</summary>
    /// <returns>0, or 1 with one sentence on the error writer.</returns>
    public Task<int> RunAsync(string[] arguments)
    {
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 takes any free one.", DefaultValueFactory = _ => DefaultPort };
        var http2 = new Option<int?>("--port-h2") { Description = "A second port that speaks HTTP/2 without TLS; 0 takes any free one." };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Keeps ids, tokens, messages and the bot's database here.",
            DefaultValueFactory = _ => new DirectoryInfo("playground-data"),
        };
        var fresh = new Option<bool>("--fresh") { Description = "First deletes what an earlier playground made in the data directory." };
        var noBot = new Option<bool>("--no-bot") { Description = "Starts without the bot; run one yourself with the token from /playground/world." };
        var heartbeat = new Option<int>("--heartbeat")
        {
            Description = "After how many milliseconds the gateway wants the next sign of life.",
            DefaultValueFactory = _ => (int)new PlaygroundOptions().HeartbeatInterval.TotalMilliseconds,
        };
        port.Validators.Add(CheckPort);
        http2.Validators.Add(CheckPort);
        heartbeat.Validators.Add(CheckHeartbeat);
        var root = new RootCommand("A local Discord with a school server, and the bot inside it.") { port, http2, data, fresh, noBot, heartbeat };
        root.SetAction((parse, cancellation) => RunAsync(
            new PlaygroundOptions
            {
                Port = parse.GetValue(port),
                Http2Port = parse.GetValue(http2),
                DataDirectory = parse.GetValue(data)!.FullName,
                Fresh = parse.GetValue(fresh),
                HeartbeatInterval = TimeSpan.FromMilliseconds(parse.GetValue(heartbeat)),
                Logging = LogToStandardError,
            },
            parse.GetValue(noBot), cancellation));
        ParseResult parsed = root.Parse(arguments);
        // The fault alone, without the help on standard output, which scripts read.
        if (parsed.Action is ParseErrorAction fault) fault.ShowHelp = false;
        return parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, CancellationToken.None);
    }

    /// <summary>What is no number at all is told by the parser.</summary>
    private static void CheckPort(OptionResult result)
    {
        if (result.Tokens is [var token] && long.TryParse(token.Value, out long number) && number is < 0 or > 65_535)
            result.AddError($"{result.Option.Name} takes a number from 0 to 65535.");
    }

    private static void CheckHeartbeat(OptionResult result)
    {
        if (result.Tokens is [var token] && long.TryParse(token.Value, out long number) && number is < 100 or > 60_000)
            result.AddError($"{result.Option.Name} takes milliseconds from 100 to 60000.");
    }

    /// <summary>Standard output is for the one line that scripts wait for.</summary>
    private static void LogToStandardError(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        // A start that fails is told in one sentence instead of in a stack trace.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private async Task<int> RunAsync(PlaygroundOptions options, bool withoutBot, CancellationToken cancellation)
    {
        try
        {
            PlaygroundServer server = await PlaygroundServer.StartAsync(options, cancellation).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                if (withoutBot)
                {
                    await AnnounceAsync(server).ConfigureAwait(false);
                    return await StayAsync(null, cancellation).ConfigureAwait(false);
                }

                return await RunWithBotAsync(server, options, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure) when (Explain(failure, options) is { } sentence)
        {
            await error.WriteLineAsync(sentence).ConfigureAwait(false);
            return 1;
        }
    }

    private async Task<int> RunWithBotAsync(PlaygroundServer server, PlaygroundOptions options, CancellationToken cancellation)
    {
        try
        {
            using IHost host = bot.Build(Settings(server, options));
            await host.StartAsync(cancellation).ConfigureAwait(false);
            await WaitUntilReadyAsync(host, cancellation).ConfigureAwait(false);
            await AnnounceAsync(server).ConfigureAwait(false);
            return await StayAsync(host, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await error.WriteLineAsync($"The bot inside the playground did not start: {failure.Message}").ConfigureAwait(false);
            return 1;
        }
    }

    /// <summary>A bot that gives up stops its host; waiting for it any longer would be forever.</summary>
    private async Task WaitUntilReadyAsync(IHost host, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
            .Register(() => ended.TrySetResult());
        Task ready = bot.WaitUntilReady(host, waiting.Token);
        await Task.WhenAny(ready, ended.Task).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (!ready.IsCompleted) await waiting.CancelAsync().ConfigureAwait(false);
        try
        {
            await ready.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidOperationException("it stopped before it was ready; its log says why.");
        }
    }

    private static Dictionary<string, string?> Settings(PlaygroundServer server, PlaygroundOptions options)
    {
        string token;
        lock (server.World.Gate) token = server.World.BotToken;
        return new Dictionary<string, string?>
        {
            ["Discord:ApiBase"] = server.Addresses.Api,
            ["Discord:Token"] = token,
            ["Discord:TokenFile"] = null,
            ["Storage:Path"] = Path.Combine(options.DataDirectory!, "bot.db"),
        };
    }

    private async Task AnnounceAsync(PlaygroundServer server)
    {
        await output.WriteLineAsync($"Playground: {server.Addresses.Page}").ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>Waits for the end: being told so, or the bot's own.</summary>
    private async Task<int> StayAsync(IHost? host, CancellationToken cancellation)
    {
        if (host is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation).ConfigureAwait(false);
            return 0;
        }

        await host.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        if (cancellation.IsCancellationRequested) return 0;
        await error.WriteLineAsync("The bot inside the playground stopped.").ConfigureAwait(false);
        return 1;
    }

    /// <summary>One sentence for what an operator can mend; null for what nobody expected.</summary>
    private static string? Explain(Exception failure, PlaygroundOptions options) => failure switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"Port {options.Port} is in use (or the one of --port-h2 is): choose another with --port N, or --port 0 for any free one.",
        InvalidDataException => failure.Message,
        IOException or UnauthorizedAccessException => $"The data directory {options.DataDirectory} cannot be used: {failure.Message}",
        System.Net.Sockets.SocketException => $"Port {options.Port} cannot be used: {failure.Message} Choose another with --port N.",
        _ => null,
    };
}
