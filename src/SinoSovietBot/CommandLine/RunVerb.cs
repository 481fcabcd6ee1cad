using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SinoSovietBot.Discord;
using SinoSovietBot.Hosting;
using SinoSovietBot.Storage;

namespace SinoSovietBot.CommandLine;

/// <summary>Runs the bot until it is told to stop, and turns what keeps it from working into one line and an exit code.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(TextWriter error, CancellationToken cancellation)
    {
        try
        {
            using var host = BotHost.Build(Settings.Load());
            await host.StartAsync(cancellation);
            var ended = host.WaitForShutdownAsync(cancellation);
            // A bot that can never be ready stops its host by itself; why is in the task that nobody else awaits.
            var ready = BotHost.WaitUntilReadyAsync(host, CancellationToken.None);
            await ended;
            if (ready.IsFaulted && ready.Exception.InnerException is { } reason)
                return Explain(error, reason);
            return ExitCodes.Success;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Explain(error, exception);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Success;
        }
    }

    private static int Explain(TextWriter error, Exception exception)
    {
        var (code, text) = exception switch
        {
            OptionsValidationException options => (ExitCodes.Configuration, string.Join(Environment.NewLine, options.Failures)),
            AggregateException { InnerExceptions: var faults } when faults.All(fault => fault is OptionsValidationException) =>
                (ExitCodes.Configuration, string.Join(Environment.NewLine, faults.Cast<OptionsValidationException>().SelectMany(fault => fault.Failures))),
            DiscordConnectionException connection => (ExitCodes.Configuration, connection.Message),
            StorageException storage => (ExitCodes.Storage, storage.Message),
            _ => (ExitCodes.Fault, $"The bot met a fault of its own and stopped: {exception}"),
        };
        error.WriteLine(text);
        return code;
    }
}
