using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>A clock that stands still until it is moved, and tells when somebody has begun to wait for it.</summary>
internal sealed class TestTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<ITimer> _timers = Channel.CreateUnbounded<ITimer>();

    /// <summary>Completes when one more timer has been set than was waited for before.</summary>
    public async Task TimerSetAsync() => await _timers.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(timer);
        return timer;
    }
}
