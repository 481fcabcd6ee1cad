using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>What the bot logs at the levels that an operator sees, in lines as a terminal has them. Thread-safe.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = new();

    /// <summary>Lines, those of stack traces included.</summary>
    public int Lines => _entries.Sum(entry => 1 + entry.Text.Count(letter => letter == '\n'));

    public int Count => _entries.Count;

    public IReadOnlyList<string> At(LogLevel least) => [.. _entries.Where(entry => entry.Level >= least).Select(entry => entry.Text)];

    public ILogger CreateLogger(string categoryName) => new Book(this);

    public void Dispose()
    {
        // Nothing is open.
    }

    private sealed class Book(LogBook book) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book._entries.Enqueue((logLevel, $"{logLevel}: {formatter(state, exception)}{Trace(exception)}"));

        private static string Trace(Exception? exception) => exception is null ? "" : $"\n{exception}";
    }
}
