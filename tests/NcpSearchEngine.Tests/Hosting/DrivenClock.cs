using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>A clock that jumps to the next timer whenever the code under test has nothing to do but wait for it.</summary>
/// <remarks>
/// Requests are given a time limit that nothing else uses, and readings of a wait three times that. While such a timer runs the clock stands still,
/// so that no answer comes late by this clock, however slow the machine is. When one has ended, the clock waits until somebody has looked at it:
/// the loop of a wait does so before it takes its answers, and a retry before it waits.
/// </remarks>
internal sealed class DrivenClock(int requestTimeoutSec = DrivenClock.RequestTimeoutSec)
    : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero))
{
    internal const int RequestTimeoutSec = 3599;

    /// <summary>Real time after which a test that stands still fails rather than hangs.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly HashSet<TrackedTimer> _armed = [];

    /// <summary>How many requests and readings have ended, and how many of them had when somebody last looked.</summary>
    private int _ended;
    private int _seen;

    /// <summary>Whether somebody has gone to wait since somebody last looked.</summary>
    private bool _waits;

    internal TimeSpan RequestTimeout { get; } = TimeSpan.FromSeconds(requestTimeoutSec);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        TrackedTimer timer = new(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            _seen = _ended;
            _waits = false;
        }

        return base.GetTimestamp();
    }

    /// <summary>Drives the script to its end.</summary>
    /// <param name="script">The script.</param>
    /// <param name="atEachStep">Called after each step of the clock.</param>
    /// <param name="isSilent">Asked while a request is under way: whether that one gets no answer, so that the clock goes on to its limit.</param>
    internal ShellResult Drive(RunningScript script, Action? atEachStep = null, Func<bool>? isSilent = null)
    {
        Stopwatch patience = Stopwatch.StartNew();
        while (!script.IsDone)
        {
            if (patience.Elapsed > _patience)
            {
                script.Stop();
                throw new TimeoutException($"Nothing moves at {GetUtcNow():u}: {string.Join("; ", _armed.Select(static timer => $"{timer.DueAt:u} {timer.IsRequest}"))}");
            }

            if ((TimeToNext() ?? TimeToLimit(isSilent)) is { } next)
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
            // What was due has fired; not told by its callback, which may come after it was armed anew.
            _armed.RemoveWhere(timer => timer.DueAt <= now);
            return _armed.Count == 0 || !_waits || _seen != _ended || _armed.Any(static timer => timer.IsRequest)
                ? null
                : Until(_armed.Min(static timer => timer.DueAt), now);
        }
    }

    private TimeSpan? TimeToLimit(Func<bool>? isSilent)
    {
        lock (_gate)
        {
            DateTimeOffset[] limits = [.. _armed.Where(static timer => timer.IsRequest).Select(static timer => timer.DueAt)];
            return limits.Length > 0 && isSilent?.Invoke() == true ? Until(limits.Min(), GetUtcNow()) : null;
        }
    }

    private static TimeSpan Until(DateTimeOffset due, DateTimeOffset now) => TimeSpan.FromTicks(Math.Max(0, due.Ticks - now.UtcTicks));

    private sealed class TrackedTimer(DrivenClock clock, ITimer inner) : ITimer
    {
        internal DateTimeOffset DueAt { get; private set; }

        internal bool IsRequest { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Disarm();
            IsRequest = dueTime == clock.RequestTimeout || dueTime == 3 * clock.RequestTimeout;
            bool changed = inner.Change(dueTime, period);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return changed;
            }

            // Read afterwards: if time has gone on meanwhile this is later than the real one, which does no harm.
            DueAt = clock.GetUtcNow() + dueTime;
            lock (clock._gate)
            {
                clock._armed.Add(this);
                clock._waits |= !IsRequest;
            }

            return changed;
        }

        public void Dispose()
        {
            Disarm();
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Disarm();
            return inner.DisposeAsync();
        }

        private void Disarm()
        {
            lock (clock._gate)
            {
                clock._ended += clock._armed.Remove(this) && IsRequest ? 1 : 0;
            }
        }
    }
}
