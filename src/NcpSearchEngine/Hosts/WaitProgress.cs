using System.Management.Automation;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Hosts;

/// <summary>The progress of a wait: one record for one cluster; for many, one for all and at most six for those that need a person's eye.</summary>
internal sealed class WaitProgress(Action<ProgressRecord> write) : IWaitObserver
{
    private const int ParentId = 3427;
    private const int MostChildren = 6;

    private readonly HashSet<int> _open = [];
    private TimeProvider _timeProvider = TimeProvider.System;
    private WaitTotals _totals = new(0);

    public void Refuse(string no, NcpSearchEngineException error)
    {
        // A bar shows what goes on.
    }

    public void Begin(IReadOnlyList<RollingUpgradeTarget> targets)
    {
        _totals = new WaitTotals(targets.Count);
        _timeProvider = targets.Count == 0 ? _timeProvider : NcpSearchEngineSession.Of(targets[0]).TimeProvider;
    }

    public void Observe(RollingUpgradeEvent happened)
    {
        if (happened.Cluster is { } cluster)
        {
            _totals.Add(cluster);
        }

        if (happened.Kind == RollingUpgradeEventKind.Tick)
        {
            Show();
        }
    }

    /// <summary>Takes all records off the screen.</summary>
    public void End(WaitEnding ending)
    {
        if (ending == WaitEnding.Finished)
        {
            Close(from: ParentId);
        }
    }

    /// <summary>Writes every record anew, changed or not: a host may have drawn over them.</summary>
    private void Show()
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        if (_totals.Count == 1)
        {
            Write(_totals.Clusters.Count == 0 ? Record(ParentId, ProgressText.Unread, ProgressText.Reading) : Record(ParentId, _totals.Clusters[0], now));
            return;
        }

        WatchedUpgrade[] shown = [.. _totals.Clusters
            .Where(static cluster => cluster.Outcome == WatchOutcome.Waiting)
            .OrderByDescending(static cluster => cluster.Upgrade?.State == UpgradeState.Failed)
            .ThenByDescending(static cluster => cluster.LastFailure is not null)
            .ThenBy(static cluster => cluster.Upgrade?.LastUpdatedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(static cluster => cluster.Upgrade?.RequestedAt ?? DateTimeOffset.MaxValue)
            .Take(MostChildren)];
        ProgressRecord[] children = [.. shown.Select((cluster, i) => Record(ParentId + 1 + i, cluster, now))];
        Write(Parent(children));
        foreach (ProgressRecord child in children)
        {
            child.ParentActivityId = ParentId;
            Write(child);
        }

        Close(from: ParentId + 1 + children.Length);
    }

    private static ProgressRecord Record(int id, WatchedUpgrade cluster, DateTimeOffset now) => Record(
        id,
        ProgressText.Activity(cluster),
        ProgressText.Status(cluster, now),
        cluster.Upgrade?.PercentComplete,
        cluster is { IsThere: true, Response: { } response, LastReadAt: { } readAt } ? SecondsRemaining(response, now - readAt) : null);

    private static ProgressRecord Record(int id, string activity, string status, int? percent = null, int? seconds = null) => new(id, activity, status)
    {
        PercentComplete = percent ?? -1,
        SecondsRemaining = seconds ?? -1,
    };

    /// <summary>By the nodes' own hand-over times and the service's own clock; null where that tells nothing, or tells that it should be done.</summary>
    private static int? SecondsRemaining(ServiceResponse<Client.RollingUpgrade> response, TimeSpan sinceReading)
    {
        if (response.Value.EstimatedCompletionAt is not { } estimate || response.Date is not { } date)
        {
            return null;
        }

        double seconds = (estimate - date - sinceReading).TotalSeconds;
        return seconds is > 0 and < int.MaxValue ? (int)Math.Ceiling(seconds) : null;
    }

    private ProgressRecord Parent(ProgressRecord[] children)
    {
        int longest = children.Length == 0 ? -1 : children.Max(static child => child.SecondsRemaining);
        return Record(ParentId, ProgressText.All, ProgressText.Totals(_totals.Completed, _totals.NotCompleted, _totals.Count), _totals.Percent, longest);
    }

    private void Write(ProgressRecord record)
    {
        _open.Add(record.ActivityId);
        write(record);
    }

    private void Close(int from)
    {
        // Children before their parent.
        foreach (int id in _open.Where(id => id >= from).OrderByDescending(static id => id).ToArray())
        {
            _open.Remove(id);
            write(new ProgressRecord(id, ProgressText.All, ProgressText.Done)
            {
                RecordType = ProgressRecordType.Completed,
                ParentActivityId = id == ParentId ? -1 : ParentId,
            });
        }
    }
}
