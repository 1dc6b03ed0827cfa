using System.Runtime.InteropServices;

namespace MentorBot.Commands;

/// <summary>
/// Hears that the program shall end (Ctrl+C, SIGTERM) from its first moment on. The command line's own listener starts only after the command has,
/// and what comes between would kill what is under way. Whoever presses Ctrl+C twice means it: the second ends the program where it stands.
/// </summary>
internal sealed class Ending : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _heard;

    public Ending() => _heard = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];

    /// <summary>Cancelled once it was asked to end.</summary>
    public CancellationToken Asked => _asked.Token;

    public void Dispose()
    {
        foreach (var signal in _heard) signal.Dispose();
        _asked.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = !_asked.IsCancellationRequested;
        _asked.Cancel();
    }
}
