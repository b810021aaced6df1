using Microsoft.Extensions.Time.Testing;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>A clock on which every wait between retries is over at once. No request meets its limit, which has to be above a minute.</summary>
internal sealed class HastyClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero))
{
    /// <summary>The longest that <c>Retry-After</c> is honoured, and so the longest wait of a retry.</summary>
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(60);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= TimeSpan.Zero && dueTime <= _longestWait)
        {
            // Not here: whoever waits has not got its timer yet.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
