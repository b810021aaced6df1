using System.Reflection;

namespace NcpSearchEngine.Benchmarks.Hosting;

/// <summary>A clock that runs faster than life, so that a wait reads as often as the machine can.</summary>
internal sealed class ModuleClock(double speed) : TimeProvider
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly long _startStamp = System.GetTimestamp();

    /// <summary>Whether the date stays that of the machine, so that a service that has this one agrees about signatures.</summary>
    internal bool KeepsDate { get; init; }

    public override long GetTimestamp() => _startStamp + (long)((System.GetTimestamp() - _startStamp) * speed);

    public override DateTimeOffset GetUtcNow() => KeepsDate ? base.GetUtcNow() : _start + (System.GetElapsedTime(_startStamp) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)), this);

    /// <summary>Makes it the clock of the sessions that this engine opens from now on; nobody but a test does so.</summary>
    internal void UseIn(Engine engine) => engine.Run("$args[0].Invoke()", (Action)(() =>
    {
        Type store = AppDomain.CurrentDomain.GetAssemblies().Single(static assembly => assembly.GetName().Name == "NcpSearchEngine")
            .GetType("NcpSearchEngine.Sessions.SessionStore", throwOnError: true)!;
        object current = store.GetProperty("Current", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        store.GetProperty("TimeProvider", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(current, this);
    }));

    private TimeSpan Scaled(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / speed;

    private sealed class FastTimer(ITimer inner, ModuleClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.Scaled(dueTime), clock.Scaled(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
