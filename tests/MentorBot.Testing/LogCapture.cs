using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MentorBot.Testing;

/// <summary>Keeps everything that is logged, at every level, so that a test can search it.</summary>
public sealed class LogCapture : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    /// <summary>What was logged, in order.</summary>
    public IReadOnlyCollection<LogLine> Lines => _lines;

    /// <summary>Everything as one text: messages, the values in them, and exceptions.</summary>
    public string AllText => string.Join('\n', _lines.Select(l => $"{l.Level} {l.Category} {l.EventId} {l.Message} {l.Values} {l.Exception}"));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>A logger for code that wants a typed one.</summary>
    public ILogger<T> CreateLogger<T>() => new Logger<T>(this, typeof(T).FullName!);

    public void Dispose()
    {
        // What was kept stays readable.
    }

    private class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : "";
            capture._lines.Enqueue(new(logLevel, category, eventId.Id, formatter(state, exception), values, exception?.ToString()));
        }
    }

    private sealed class Logger<T>(LogCapture capture, string category) : Logger(capture, category), ILogger<T>;
}

/// <summary>One thing that was logged.</summary>
public sealed record LogLine(LogLevel Level, string Category, int EventId, string Message, string Values, string? Exception);
