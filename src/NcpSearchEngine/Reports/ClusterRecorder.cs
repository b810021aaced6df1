using NcpSearchEngine.Client;

namespace NcpSearchEngine.Reports;

/// <summary>Keeps what a report tells of one cluster.</summary>
internal sealed class ClusterRecorder(RollingUpgradeTarget target)
{
    private readonly NodeTimes _times = new();
    private WatchedUpgrade? _watched;
    private bool _wasRead;
    private bool _wasInTrouble;

    /// <summary>Takes note of what happened.</summary>
    /// <returns>Whether there is something new to tell.</returns>
    internal bool Observe(RollingUpgradeEvent happened)
    {
        WatchedUpgrade watched = _watched = happened.Cluster!;
        bool isInTrouble = watched.LastFailure is not null;
        bool isNews = isInTrouble != _wasInTrouble || happened.Kind == RollingUpgradeEventKind.Ended;
        _wasInTrouble = isInTrouble;
        if (happened.Kind == RollingUpgradeEventKind.Reading)
        {
            isNews |= !_wasRead || happened.Changes.Count > 0;
            _wasRead = true;
            if (watched.IsThere)
            {
                _times.Observe(watched.Upgrade!);
            }
        }

        return isNews;
    }

    /// <summary>The cluster as it stands.</summary>
    /// <param name="now">The time by the client's clock.</param>
    /// <param name="isOver">Whether the whole wait is over.</param>
    internal ClusterReport Report(DateTimeOffset now, bool isOver)
    {
        ClusterReport report = new()
        {
            ServiceGroupInstanceNo = target.ServiceGroupInstanceNo,
            ClusterName = _watched?.Upgrade?.ClusterName,
            Session = NcpSearchEngineSession.Of(target).Name,
            Outcome = OutcomeOf(_watched?.Outcome ?? WatchOutcome.Waiting, isOver),
            ErrorId = _watched?.Error?.ErrorId.ToString(),
            Message = _watched?.Error?.Message ?? _watched?.DescribeTrouble(now),
            RequestId = _watched?.Response?.RequestId,
        };
        return _watched is { IsThere: true, Response: { } response } watched ? WithUpgrade(report, response, watched) : report;
    }

    private static ClusterOutcome OutcomeOf(WatchOutcome outcome, bool isOver) => outcome switch
    {
        WatchOutcome.Completed => ClusterOutcome.Completed,
        WatchOutcome.NotCompleted => ClusterOutcome.NotCompleted,
        WatchOutcome.Dropped => ClusterOutcome.Dropped,
        _ => isOver ? ClusterOutcome.Interrupted : ClusterOutcome.Waiting,
    };

    private ClusterReport WithUpgrade(ClusterReport report, ServiceResponse<Client.RollingUpgrade> response, WatchedUpgrade watched)
    {
        Client.RollingUpgrade upgrade = response.Value;
        DateTimeOffset readAt = (response.Date ?? watched.LastReadAt!.Value).ToOffset(target.Client.UtcOffset);
        IReadOnlyList<NodeReport> nodes = _times.Report(upgrade, readAt);
        return report with
        {
            State = upgrade.State.ToString(),
            CurrentVersionCode = upgrade.CurrentVersionCode,
            TargetVersionCode = upgrade.TargetVersionCode,
            RequestedAt = upgrade.RequestedAt,
            CompletedAt = watched.Outcome == WatchOutcome.Completed ? nodes.Max(static node => node.EndedAt) : null,
            EstimatedCompletionAt = watched.Outcome == WatchOutcome.Waiting ? upgrade.EstimatedCompletionAt : null,
            ReadAt = readAt,
            ExpectedNodeCount = upgrade.ExpectedNodeCount,
            PercentComplete = upgrade.PercentComplete,
            Nodes = nodes,
        };
    }
}
