using Microsoft.Extensions.Time.Testing;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>A clock that a test steps from timer to timer, whenever the wait under test has nothing to do but wait.</summary>
/// <remarks>
/// The wait is idle while its alarm is set, the only timer that is made without a due time, and every answer that it got has been told as an event:
/// only then may time pass, so that nothing depends on how fast this machine is.
/// </remarks>
internal sealed class DrivenClock() : FakeTimeProvider(PromptClock.Begin)
{
    private readonly Lock _gate = new();

    /// <summary>No round begins within a step: it would see some of the answers that the step brings, and miss others.</summary>
    private readonly Lock _step = new();

    private readonly HashSet<TrackedTimer> _armed = [];
    private TrackedTimer? _alarm;
    private int _untold;

    /// <summary>How much time has passed.</summary>
    public TimeSpan Elapsed => GetUtcNow() - PromptClock.Begin;

    public override long GetTimestamp()
    {
        lock (_step)
        {
            return base.GetTimestamp();
        }
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
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            _alarm = timer;
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A reading has its answer, which is now on its way to the wait.</summary>
    public void Answered() => Count(1);

    /// <summary>The answer was not the end of a reading: it asks for more.</summary>
    public void AskedForMore() => Count(-1);

    /// <summary>The wait has told an event about an answer.</summary>
    public void Taken() => Count(-1);

    /// <summary>Lets time pass until the next timer, or does something else; false where the wait is busy.</summary>
    public bool TryStep(Action? insteadOfTime = null)
    {
        lock (_step)
        {
            if (!IsIdle(out DateTimeOffset next))
            {
                return false;
            }

            if (insteadOfTime is null)
            {
                TimeSpan ahead = next - GetUtcNow();
                Advance(ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);
            }
            else
            {
                insteadOfTime();
            }

            return true;
        }
    }

    private void Count(int answers)
    {
        lock (_gate)
        {
            _untold += answers;
        }
    }

    private bool IsIdle(out DateTimeOffset next)
    {
        lock (_gate)
        {
            bool isIdle = _untold <= 0 && _alarm is not null && _armed.Contains(_alarm);
            next = isIdle ? _armed.Min(static timer => timer.DueAt) : default;
            return isIdle;
        }
    }

    private sealed class TrackedTimer(DrivenClock clock) : ITimer
    {
        public ITimer Inner { get; set; } = null!;

        public DateTimeOffset DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DateTimeOffset now = clock.GetUtcNow();

            // First the timer itself: once it counts as armed, time may pass.
            bool changed = Inner.Change(dueTime, period);
            lock (clock._gate)
            {
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    clock._armed.Remove(this);
                }
                else
                {
                    DueAt = now + dueTime;
                    clock._armed.Add(this);
                }
            }

            return changed;
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

        public void Disarm()
        {
            lock (clock._gate)
            {
                clock._armed.Remove(this);
            }
        }
    }
}
