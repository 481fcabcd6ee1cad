using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SinoSovietBot.Discord;
using SinoSovietBot.Hosting;
using SinoSovietBot.Storage;

namespace SinoSovietBot.CommandLine;

/// <summary>Runs the bot until it is told to stop, and turns what keeps it from working into one line and an exit code.</summary>
internal static class RunVerb
{
    // The configuration binder has no exception of its own.
    private const string Unconvertible = "Failed to convert configuration value";

    /// <param name="settings">Gives all settings; may throw what reading a file throws.</param>
    /// <param name="addConnection">How Discord is reached.</param>
    /// <param name="error">For the one line.</param>
    /// <param name="cancellation">Stops the bot.</param>
    public static async Task<int> RunAsync(
        Func<IConfiguration> settings, AddConnection addConnection, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            using var host = BotHost.Build(settings(), addConnection);
            await host.StartAsync(cancellation);
            var ended = host.WaitForShutdownAsync(cancellation);
            await ended;
            return BotHost.StopReason(host) is { } reason ? Explain(error, reason) : ExitCodes.Success;
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
            // A setting that is no number, and a settings file that is no JSON.
            InvalidOperationException { InnerException: { } inner } when exception.Message.StartsWith(Unconvertible, StringComparison.Ordinal) =>
                (ExitCodes.Configuration, $"{exception.Message} {inner.Message}"),
            InvalidDataException file => (ExitCodes.Configuration, $"{file.Message} {file.InnerException?.Message}".TrimEnd()),
            DiscordConnectionException connection => (ExitCodes.Configuration, connection.Message),
            StorageException storage => (ExitCodes.Storage, storage.Message),
            _ => (ExitCodes.Fault, $"The bot met a fault of its own and stopped: {exception}"),
        };
        error.WriteLine(text);
        return code;
    }
}
