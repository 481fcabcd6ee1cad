using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SinoSovietBot.Discord.Tests.Support;

/// <summary>Keeps everything that is logged, at every level.</summary>
public sealed class LogCollector : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IEnumerable<string> Lines => _lines.Select(line => line.Text);

    public IEnumerable<string> At(LogLevel level) => _lines.Where(line => line.Level == level).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue((logLevel, formatter(state, exception) + exception));
    }

    public void Dispose()
    {
    }
}
