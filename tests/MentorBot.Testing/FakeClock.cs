namespace MentorBot.Testing;

/// <summary>A clock that stands still until it is moved. Timers fire when it passes them, in order.</summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now;

    /// <param name="start">The instant it shows at first; a Sunday at noon if none is given.</param>
    public FakeClock(DateTimeOffset? start = null) => _now = start ?? new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Waits up to this long pass at once, the clock moving on: for code that pauses between tries. Longer ones wait to be passed.</summary>
    public TimeSpan SkipsWaitsUpTo { get; init; }

    /// <summary>When the next timer fires; null if none is set.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
                return _timers.Count == 0 ? null : _timers.Min(t => t.Due);
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on by this much.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Moves on to this instant; never back.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (TakeNextDue(instant) is { } due)
            due.Fire();
        lock (_gate)
            _now = instant > _now ? instant : _now;
    }

    private FakeTimer? TakeNextDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.MinBy(t => t.Due);
            if (next is null || next.Due > until)
                return null;
            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
                next.Due += next.Period;
            else
                _timers.Remove(next);
            return next;
        }
    }

    private void Set(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            (timer.Due, timer.Period) = (_now + dueTime, period);
            _timers.Add(timer);
        }

        // Not from within the call that sets it: its owner may not be ready.
        if (dueTime <= SkipsWaitsUpTo)
            ThreadPool.QueueUserWorkItem(_ => AdvanceTo(timer.Due));
    }

    private void Remove(FakeTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    private sealed class FakeTimer(FakeClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
