using System.Diagnostics;
using System.Text;

namespace MentorBot.Testing;

/// <summary>The real program as a process of its own, with no settings but those it is given.</summary>
public sealed class ProgramProcess : IDisposable
{
    /// <summary>What makes a pseudo terminal: util-linux' script, on Linux.</summary>
    public const string TerminalMaker = "/usr/bin/script";

    private static readonly string[] OursAlone = ["MentorBot", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "Logging__", "Kestrel__", "URLS"];

    // A machine that runs all tests at once may need a minute for a start.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(Func<string, bool> Is, TaskCompletionSource<string> Found)> _awaited = [];

    private ProgramProcess(Process process) => _process = process;

    /// <summary>Everything it has printed, on both streams.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it in a folder.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="settings">Settings, as the environment gives them: <c>MentorBot:Sms:From</c>, <c>ASPNETCORE_ENVIRONMENT</c>.</param>
    /// <param name="arguments">The command line.</param>
    public static ProgramProcess Start(ProgramFolder folder, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        StartFrom(AppContext.BaseDirectory, folder, settings, arguments);

    /// <summary>Starts it as somebody does who sits at a terminal. The file <c>terminal</c> in its folder records what the screen shows.</summary>
    public static ProgramProcess StartInTerminal(ProgramFolder folder, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = HowToStart(AppContext.BaseDirectory, folder, settings, arguments);
        var words = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(word => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'"));
        start.FileName = TerminalMaker;
        start.ArgumentList.Clear();
        // Quietly, recording at once, with the program's own exit code: some shells would stay between, and Ctrl+C would end those first.
        foreach (var option in new[] { "--quiet", "--flush", "--return", "--command", $"exec {words}", folder.In("terminal") }) start.ArgumentList.Add(option);
        start.Environment["TERM"] = "xterm";
        return Run(start);
    }

    /// <summary>Starts a copy of it that is somewhere else than beside the tests.</summary>
    public static ProgramProcess StartFrom(string home, ProgramFolder folder, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        Run(HowToStart(home, folder, settings, arguments));

    private static ProgramProcess Run(ProcessStartInfo start)
    {
        var program = new ProgramProcess(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => program.Keep(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Keep(line.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Types something into it, and closes its input.</summary>
    public async Task TypeAsync(string input)
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
    }

    /// <summary>Types something into it, and leaves its input open.</summary>
    public async Task PressAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for a line that it prints; fails if it ends without.</summary>
    public async Task<string> LineAsync(Func<string, bool> isIt)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (Array.Find(_output.ToString().Split('\n'), line => isIt(line)) is { } line)
                return line;
            _awaited.Add((isIt, found));
        }

        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(found.Task, ended).WaitAsync(Patience);
        return first == ended && !found.Task.IsCompleted ? throw new InvalidOperationException($"The program ended:\n{Output}") : await found.Task;
    }

    /// <summary>Waits until it ends by itself, and gives its exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, as a service's keeper does (SIGTERM), and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString()]);
        await kill.WaitForExitAsync();
        return await ExitCodeAsync();
    }

    /// <summary>Ends it without a word, as a power cut does, unless it has ended.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private static ProcessStartInfo HowToStart(string home, ProgramFolder folder, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(home, "MentorBot.dll"), .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsOurs).ToList())
            start.Environment.Remove(inherited);
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    // What whoever runs the tests has set for a program of their own must not reach this one.
    private static bool IsOurs(string key) =>
        key != "MENTORBOT_REQUIRE_ALL" && Array.Exists(OursAlone, prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
        {
            _output.Append(line).Append('\n');
            foreach (var (isIt, found) in _awaited)
            {
                if (isIt(line))
                    found.TrySetResult(line);
            }
        }
    }
}
