using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;

namespace NcpSearchEngine.Reports;

/// <summary>Keeps what a report tells of a wait, as it happens.</summary>
/// <param name="timeProvider">The clock of the wait.</param>
/// <param name="any">Whether one completed cluster is enough.</param>
internal sealed class WaitRecorder(TimeProvider timeProvider, bool any) : IWaitObserver
{
    private readonly Dictionary<RollingUpgradeTarget, ClusterRecorder> _clusters = [];
    private readonly List<ClusterRecorder> _inOrder = [];
    private readonly List<ClusterReport> _refused = [];
    private TimeSpan? _utcOffset;
    private DateTimeOffset _beganAt = timeProvider.GetUtcNow();
    private WaitEnding? _ending;

    /// <summary>Changes whenever there is something new to tell.</summary>
    internal int Revision { get; private set; }

    /// <summary>The moment, in the zone of the service.</summary>
    internal DateTimeOffset Now => InZone(timeProvider.GetUtcNow());

    public void Refuse(string no, NcpSearchEngineException error)
    {
        Revision++;
        _refused.Add(new ClusterReport
        {
            ServiceGroupInstanceNo = ServiceText.Clean(no)!,
            Outcome = ClusterOutcome.NotCompleted,
            ErrorId = error.ErrorId.ToString(),
            Message = error.Message,
        });
    }

    public void Begin(IReadOnlyList<RollingUpgradeTarget> targets)
    {
        Revision++;
        _beganAt = timeProvider.GetUtcNow();
        _utcOffset = targets.Count == 0 ? null : targets[0].Client.UtcOffset;
        foreach (RollingUpgradeTarget target in targets)
        {
            ClusterRecorder cluster = new(target);
            _clusters.Add(target, cluster);
            _inOrder.Add(cluster);
        }
    }

    public void Observe(RollingUpgradeEvent happened)
    {
        if (happened.Cluster is { } cluster && _clusters[cluster.Target].Observe(happened))
        {
            Revision++;
        }
    }

    public void End(WaitEnding ending)
    {
        Revision++;
        _ending = ending;
    }

    /// <summary>What there is to tell now.</summary>
    internal WaitReport Report()
    {
        DateTimeOffset now = Now;
        ClusterReport[] clusters = [.. _inOrder.Select(cluster => cluster.Report(now, isOver: _ending is not null)), .. _refused];
        return new WaitReport(Judge(clusters), InZone(_beganAt), now, clusters);
    }

    /// <summary>What there is to tell of one cluster now.</summary>
    internal ClusterReport ReportOf(RollingUpgradeTarget target) => _clusters[target].Report(Now, isOver: _ending is not null);

    private WaitVerdict Judge(ClusterReport[] clusters)
    {
        if (_ending is not { } ending)
        {
            return WaitVerdict.Waiting;
        }

        if (any && clusters.Any(static cluster => cluster.Outcome == ClusterOutcome.Completed))
        {
            return WaitVerdict.Completed;
        }

        bool isCutShort = clusters.Length == 0 || clusters.Any(static cluster => cluster.Outcome == ClusterOutcome.Interrupted);
        return ending == WaitEnding.Stopped && isCutShort ? WaitVerdict.Interrupted
            : clusters.Length == 0 ? WaitVerdict.Nothing
            : clusters.All(static cluster => cluster.Outcome == ClusterOutcome.Completed) ? WaitVerdict.Completed
            : WaitVerdict.NotCompleted;
    }

    private DateTimeOffset InZone(DateTimeOffset time) => _utcOffset is { } offset ? time.ToOffset(offset) : time;
}
