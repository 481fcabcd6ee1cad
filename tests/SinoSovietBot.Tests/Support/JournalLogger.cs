using Microsoft.Extensions.Logging;

namespace SinoSovietBot.Tests.Support;

/// <summary>Notes what is logged.</summary>
internal sealed class JournalLogger<T>(Journal journal) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        journal.Add(new Logged(logLevel, eventId.Id, formatter(state, exception)));
}

internal sealed record Logged(LogLevel Level, int Id, string Text);
