using Microsoft.Extensions.Time.Testing;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>A clock that jumps to the next timer whenever the code under test has nothing to do but wait for it.</summary>
/// <remarks>
/// Requests are given a time limit that nothing else uses. While such a timer runs a request is under way and the clock stands still, so that no
/// answer comes late by this clock, however slow the machine is.
/// </remarks>
internal sealed class DrivenClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    internal const int RequestTimeoutSec = 3599;

    private readonly Lock _gate = new();
    private readonly HashSet<TrackedTimer> _armed = [];

    internal DrivenClock()
        : this(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        TrackedTimer timer = new(this);
        timer.Inner = base.CreateTimer(
            inner =>
            {
                timer.Disarm();
                callback(inner);
            },
            state,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Drives the script to its end.</summary>
    internal ShellResult Drive(RunningScript script, Action? atEachStep = null)
    {
        while (!script.IsDone)
        {
            if (TimeToNext() is { } next)
            {
                Advance(next);
                atEachStep?.Invoke();
            }
            else
            {
                Thread.Yield();
            }
        }

        return script.End();
    }

    private TimeSpan? TimeToNext()
    {
        DateTimeOffset now = GetUtcNow();
        lock (_gate)
        {
            return _armed.Count == 0 || _armed.Any(static timer => timer.IsRequest)
                ? null
                : TimeSpan.FromTicks(Math.Max(0, _armed.Min(static timer => timer.DueAt).Ticks - now.UtcTicks));
        }
    }

    private sealed class TrackedTimer(DrivenClock clock) : ITimer
    {
        internal ITimer Inner { get; set; } = null!;

        internal DateTimeOffset DueAt { get; private set; }

        internal bool IsRequest { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            // Not under the gate: the base class has a lock of its own.
            DateTimeOffset dueAt = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
            lock (clock._gate)
            {
                IsRequest = dueTime == TimeSpan.FromSeconds(RequestTimeoutSec);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    clock._armed.Remove(this);
                }
                else
                {
                    DueAt = dueAt;
                    clock._armed.Add(this);
                }
            }

            return Inner.Change(dueTime, period);
        }

        public void Dispose()
        {
            Disarm();
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Disarm();
            return Inner.DisposeAsync();
        }

        internal void Disarm()
        {
            lock (clock._gate)
            {
                clock._armed.Remove(this);
            }
        }
    }
}
