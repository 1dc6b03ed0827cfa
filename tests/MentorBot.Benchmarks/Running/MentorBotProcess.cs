using System.Diagnostics;

namespace MentorBot.Benchmarks.Running;

/// <summary>The real program, as it was built beside this one, running as a process of its own.</summary>
internal sealed class MentorBotProcess : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Process _process;
    private readonly TextWriter _log;

    private MentorBotProcess(Process process, TextWriter log)
    {
        (_process, _log) = (process, log);
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
    }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>What it has in memory now, in bytes (resident set).</summary>
    public long Memory => Fresh().WorkingSet64;

    /// <summary>The most it has had in memory, in bytes (on Linux VmHWM).</summary>
    public long PeakMemory => Fresh().PeakWorkingSet64;

    /// <summary>The processor time it has used on all cores.</summary>
    public TimeSpan ProcessorTime => Fresh().TotalProcessorTime;

    /// <summary>The operating system's number for it.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it. It may not listen yet when this returns.</summary>
    public static MentorBotProcess Start(Workplace place)
    {
        var start = new ProcessStartInfo(Executable())
        {
            WorkingDirectory = place.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in place.Settings) start.Environment[key] = value;

        var log = TextWriter.Synchronized(new StreamWriter(place.LogFile, append: true) { AutoFlush = true });
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Write(log, line.Data);
        process.ErrorDataReceived += (_, line) => Write(log, line.Data);
        var program = new MentorBotProcess(process, log);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Waits until it has recorded all that was done, so that one measurement does not run into the next.</summary>
    public async Task SettleAsync()
    {
        TimeSpan before;
        do
        {
            before = ProcessorTime;
            await Task.Delay(Quiet, TimeProvider.System);
        }
        while (ProcessorTime - before > Quiet / 5);
    }

    /// <summary>Ends it at once and without warning (SIGKILL), and waits until it is gone.</summary>
    /// <exception cref="InvalidOperationException">It had already ended by itself.</exception>
    public void Kill()
    {
        if (_process.HasExited) throw new InvalidOperationException($"MentorBot ended by itself with code {_process.ExitCode}.");
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        if (!_process.HasExited) Kill();
        _process.Dispose();
        _log.Dispose();
    }

    // Both projects are built into artifacts/bin/PROJECT/CONFIGURATION.
    private static string Executable()
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory);
        var name = OperatingSystem.IsWindows() ? "MentorBot.exe" : "MentorBot";
        return Path.Combine(mine.Parent!.Parent!.FullName, "MentorBot", mine.Name, name);
    }

    // Whoever interrupts a measurement is not left with a program running.
    private void KillAtExit(object? sender, EventArgs args)
    {
        if (!_process.HasExited) _process.Kill();
    }

    private static void Write(TextWriter log, string? line)
    {
        if (line is not null) log.WriteLine(line);
    }

    private Process Fresh()
    {
        _process.Refresh();
        return _process;
    }
}
