using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>The clusters of a wait, each of a session once, however often it is piped in.</summary>
internal sealed class WaitTargets
{
    private readonly Dictionary<(NcpSearchEngineSession Session, string No), RollingUpgradeTarget> _targets = [];
    private readonly List<RollingUpgradeTarget> _inOrder = [];

    /// <summary>In the order in which they were first given.</summary>
    internal IReadOnlyList<RollingUpgradeTarget> All => _inOrder;

    /// <summary>Adds a cluster; where it is there already with another target or time, the newest counts.</summary>
    internal void Add(NcpSearchEngineSession session, string no, string? targetVersionCode, RequestTime? requestedAfter)
    {
        RollingUpgradeTarget added = new(session.Client, no) { Tag = session };
        if (!_targets.TryGetValue((session, added.ServiceGroupInstanceNo), out RollingUpgradeTarget? target))
        {
            _targets.Add((session, added.ServiceGroupInstanceNo), target = added);
            _inOrder.Add(target);
        }
        else if (target.RequestedAfter is { } known && (requestedAfter is not { } given || known.IsLaterThan(given, session.Client.UtcOffset)))
        {
            return;
        }

        target.TargetVersionCode = string.IsNullOrWhiteSpace(targetVersionCode) ? target.TargetVersionCode : targetVersionCode!.Trim();
        target.RequestedAfter = requestedAfter ?? target.RequestedAfter;
    }
}
