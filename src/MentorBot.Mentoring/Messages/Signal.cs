namespace MentorBot.Mentoring.Messages;

/// <summary>Wakes whoever does some work as soon as there is any, so that nobody waits for the next look.</summary>
/// <remarks>Pulses do not add up: one that nobody waited for is kept, a second one changes nothing.</remarks>
/// <typeparam name="TWork">What there is to do.</typeparam>
public sealed class Signal<TWork> : IDisposable
{
    private readonly SemaphoreSlim _pulses = new(0, 1);

    /// <summary>Says that there is work.</summary>
    public void Pulse()
    {
        if (_pulses.CurrentCount > 0) return;
        try
        {
            _pulses.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody pulsed in the same moment, which is as good.
        }
    }

    /// <summary>Waits for a pulse, or for a while.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _pulses.WaitAsync(atMost, cancellationToken);

    /// <summary>Lets go of the waiting.</summary>
    public void Dispose() => _pulses.Dispose();
}
