namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>A wait that a test drives from event to event.</summary>
internal sealed class DrivenWatch(WatchedService service, IAsyncEnumerable<RollingUpgradeEvent> events, CancellationToken cancellationToken = default)
    : IAsyncDisposable
{
    /// <summary>Real time, in which everything here is over many times; only a test that would hang meets it.</summary>
    private const int SafetyLimitMilliseconds = 100_000;

    private readonly IAsyncEnumerator<RollingUpgradeEvent> _events = events.GetAsyncEnumerator(cancellationToken);

    public RollingUpgradeEvent Current => _events.Current;

    /// <summary>Lets time pass until something happens; false where the wait is over.</summary>
    /// <param name="first">What is done first once the wait has nothing to do but wait.</param>
    public bool MoveNext(Action? first = null)
    {
        Task<bool> next = _events.MoveNextAsync().AsTask();
        long giveUpAt = Environment.TickCount64 + SafetyLimitMilliseconds;
        while (!next.IsCompleted)
        {
            if (service.Clock.TryStep(first))
            {
                first = null;
            }
            else
            {
                Thread.Yield();
            }

            Assert.True(Environment.TickCount64 < giveUpAt, "The wait hangs.");
        }

        bool hasMore = next.GetAwaiter().GetResult();
        if (hasMore && Current.Kind is (RollingUpgradeEventKind.Reading or RollingUpgradeEventKind.ReadingFailed))
        {
            service.Clock.Taken();
        }

        return hasMore;
    }

    public ValueTask DisposeAsync() => _events.DisposeAsync();
}

/// <summary>One event, with what changes later as it was then.</summary>
internal sealed record Happening(TimeSpan At, RollingUpgradeEvent Event, RollingUpgrade? Upgrade, WatchOutcome? Outcome)
{
    public RollingUpgradeEventKind Kind => Event.Kind;

    public string? No => Event.Cluster?.Target.ServiceGroupInstanceNo;
}

/// <summary>What a wait told from its beginning to its end.</summary>
internal sealed record WatchLog(IReadOnlyList<Happening> All, TimeSpan EndedAt)
{
    public IEnumerable<string?> Warnings => Messages(RollingUpgradeEventKind.Warning);

    public IEnumerable<string?> Notes => Messages(RollingUpgradeEventKind.Note);

    /// <summary>How the wait for a cluster ended, which it does once.</summary>
    public Happening Ending(string no = "1") => Assert.Single(All, happening => happening.Kind == RollingUpgradeEventKind.Ended && happening.No == no);

    public IEnumerable<Happening> Of(RollingUpgradeEventKind kind) => All.Where(happening => happening.Kind == kind);

    public void EndsCompleted(TimeSpan? at = null, string no = "1")
    {
        Happening end = Ending(no);
        Assert.Null(end.Event.Cluster!.Error?.Message);
        Assert.Equal((WatchOutcome.Completed, UpgradeState.Completed), (end.Outcome, end.Upgrade!.State));
        Assert.Equal(at ?? end.At, end.At);
    }

    /// <summary>Asserts how it ended and gives the words.</summary>
    public string EndsWith(NcpErrorId expected, TimeSpan? at = null, string no = "1")
    {
        Happening end = Ending(no);
        NcpSearchEngineException? error = end.Event.Cluster!.Error;
        Assert.Equal((WatchOutcome.NotCompleted, expected), (end.Outcome, error?.ErrorId));
        Assert.Equal(at ?? end.At, end.At);
        return error!.Message;
    }

    private IEnumerable<string?> Messages(RollingUpgradeEventKind kind) => Of(kind).Select(static happening => happening.Event.Message);
}

internal static class Waits
{
    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>Waits for every cluster of the service to the end; with neither parameter where no target is given.</summary>
    public static WatchLog Watch(this WatchedService service, RollingUpgradeWatchOptions? options = null, params RollingUpgradeTarget[] targets)
    {
        DrivenWatch watch = service.Begin(options, targets);
        List<Happening> all = [];
        while (watch.MoveNext())
        {
            all.Add(new Happening(service.Clock.Elapsed, watch.Current, watch.Current.Cluster?.Upgrade, watch.Current.Cluster?.Outcome));
        }

        return new WatchLog(all, service.Clock.Elapsed);
    }

    public static DrivenWatch Begin(this WatchedService service, RollingUpgradeWatchOptions? options = null, params RollingUpgradeTarget[] targets) => new(
        service,
        RollingUpgradeWatch.WatchAsync(
            targets.Length > 0 ? targets : service.Clusters.Select(no => new RollingUpgradeTarget(service.Client, no)),
            options));

    public static RollingUpgradeTarget Target(
        this WatchedService service,
        string? version = null,
        RequestTime? after = null,
        SearchEngineClient? client = null) =>
        new(client ?? service.Client, "1") { TargetVersionCode = version, RequestedAfter = after };

    /// <summary>Waits for cluster 1 when it answers so.</summary>
    public static WatchLog WatchOne(RollingUpgradeWatchOptions? options, params IEnumerable<object> answers)
    {
        using WatchedService service = new();
        return service.Tells("1", answers).Watch(options);
    }
}
