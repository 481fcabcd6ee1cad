using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;

namespace SinoSovietBot.DiscordNet.Gateway;

/// <summary>
/// Passes on what Discord.Net logs. Its lines name the addresses of requests, which hold the tokens of interactions: these are taken out. How
/// connections end and begin is told by the session in its own words, so that of these lines only the details are kept, for debugging.
/// </summary>
internal sealed partial class ClientLog(ILogger log, DiscordConnectionOptions options)
{
    /// <summary>The least that Discord.Net should bother to write.</summary>
    public DNet.LogSeverity Level => log.IsEnabled(LogLevel.Trace) ? DNet.LogSeverity.Debug
        : log.IsEnabled(LogLevel.Debug) ? DNet.LogSeverity.Info
        : DNet.LogSeverity.Warning;

    public Task WriteAsync(DNet.LogMessage line)
    {
        LogLevel level = LevelOf(line);
        if (!log.IsEnabled(level)) return Task.CompletedTask;
        string text = Clean(TextOf(line));
        Log.Library(log, level, line.Source ?? "Discord", text);
        return Task.CompletedTask;
    }

    public string Clean(string text) => Addresses().Replace(text.Replace(options.Token, "(token)", StringComparison.Ordinal), "$1(token)");

    private static LogLevel LevelOf(DNet.LogMessage line) => line.Severity switch
    {
        // A bare exception is the end of a connection.
        _ when line.Message is null => LogLevel.Debug,
        DNet.LogSeverity.Critical => LogLevel.Critical,
        DNet.LogSeverity.Error => LogLevel.Error,
        DNet.LogSeverity.Warning => LogLevel.Warning,
        DNet.LogSeverity.Info => LogLevel.Debug,
        _ => LogLevel.Trace,
    };

    private static string TextOf(DNet.LogMessage line) => line switch
    {
        { Message: null } => line.Exception?.Message ?? "",
        { Exception: { } exception } => $"{line.Message} {exception}",
        _ => line.Message,
    };

    [GeneratedRegex(@"((?:interactions|webhooks)/\d+/)[^/?\s]+")]
    private static partial Regex Addresses();
}
