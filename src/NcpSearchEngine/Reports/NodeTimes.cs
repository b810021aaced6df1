using NcpSearchEngine.Client;

namespace NcpSearchEngine.Reports;

/// <summary>Remembers when the nodes of one upgrade began, which the service forgets as soon as they are done.</summary>
internal sealed class NodeTimes
{
    private readonly Dictionary<string, DateTimeOffset> _starts = new(StringComparer.Ordinal);
    private (DateTimeOffset? RequestedAt, string? TargetVersionCode) _upgrade;

    /// <summary>Takes note of the nodes that are being upgraded: the first date that the service gives to one of them is its start.</summary>
    internal void Observe(Client.RollingUpgrade upgrade)
    {
        if (_upgrade != (upgrade.RequestedAt, upgrade.TargetVersionCode))
        {
            _upgrade = (upgrade.RequestedAt, upgrade.TargetVersionCode);
            _starts.Clear();
        }

        foreach (Client.RollingUpgradeNode node in upgrade.Nodes)
        {
            if (node is { State: NodeState.InProgress, IsUnproven: false, Hostname: { } name, UpdatedAt: { } updated }
                && !(updated < upgrade.RequestedAt) && !_starts.ContainsKey(name))
            {
                _starts.Add(name, updated);
            }
        }
    }

    /// <summary>The nodes in the order in which they were upgraded. A start that was not seen is taken from the end of the node before.</summary>
    /// <param name="upgrade">The upgrade as it was read last.</param>
    /// <param name="readAt">When that was, by the service's clock.</param>
    internal IReadOnlyList<NodeReport> Report(Client.RollingUpgrade upgrade, DateTimeOffset readAt)
    {
        DateTimeOffset[] ends = [.. upgrade.Nodes
            .Where(static node => node.State == NodeState.Completed)
            .Select(static node => node.UpdatedAt)
            .OfType<DateTimeOffset>()
            .OrderBy(static end => end)];
        return [.. upgrade.Nodes
            .Select(node => Report(node, upgrade.RequestedAt, readAt, ends))
            .OrderBy(static node => node.State == NodeReport.Pending)
            .ThenBy(static node => node.EndedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(static node => node.StartedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(static node => node.Hostname, StringComparer.Ordinal)];
    }

    private NodeReport Report(Client.RollingUpgradeNode node, DateTimeOffset? requestedAt, DateTimeOffset readAt, DateTimeOffset[] ends)
    {
        DateTimeOffset? end = node.State is NodeState.Completed or NodeState.Failed ? node.UpdatedAt : null;
        DateTimeOffset? start = node.State != NodeState.Pending && node.Hostname is { } name && _starts.TryGetValue(name, out DateTimeOffset seen) ? seen : null;
        DateTimeOffset? estimate = start is null && end is { } known ? LastBefore(known, ends) ?? requestedAt : null;
        return new NodeReport
        {
            Hostname = node.Hostname,
            Role = node.Role.ToString(),
            State = node.State.ToString(),
            Status = node.Status,
            StartedAt = start ?? estimate,
            IsStartEstimated = start is null && estimate is not null,
            EndedAt = end,
            UpdatedAt = node.UpdatedAt,
            KnownUntil = end ?? (node.State == NodeState.InProgress ? readAt : null),
        };
    }

    private static DateTimeOffset? LastBefore(DateTimeOffset time, DateTimeOffset[] ends)
    {
        int at = Array.BinarySearch(ends, time);
        at = at < 0 ? ~at : at;

        // Of several that ended in the same second none is the one before.
        while (at > 0 && ends[at - 1] >= time)
        {
            at--;
        }

        return at == 0 ? null : ends[at - 1];
    }
}
