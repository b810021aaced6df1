using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace NcpSearchEngine.Client.Tests;

/// <summary>
/// A fake clock on which every wait is over at once: it steps forward by just as much as was asked for, and remembers how much that was.
/// Only the time limit of a request is left to the test, which makes it pass by <see cref="FakeTimeProvider.Advance"/>.
/// </summary>
internal sealed class PromptClock() : FakeTimeProvider(Begin)
{
    /// <summary>When every test begins: 17:30 in Korea.</summary>
    public static readonly DateTimeOffset Begin = new(2025, 3, 24, 8, 30, 0, TimeSpan.Zero);

    /// <summary>The time limit of a request in tests; no wait between retries is as long.</summary>
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromMilliseconds(30_001);

    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>The waits so far, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan && dueTime != RequestTimeout)
        {
            _waits.Enqueue(dueTime);

            // Not here: whoever waits has not got its timer yet.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
