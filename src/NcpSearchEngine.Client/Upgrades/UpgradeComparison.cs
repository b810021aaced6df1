namespace NcpSearchEngine.Client;

/// <summary>What differs between two readings of a cluster, whatever the order of their nodes.</summary>
internal static class UpgradeComparison
{
    /// <summary>The nodes whose status or state changed or that were not listed before, and whether anything at all is different.</summary>
    internal static (IReadOnlyList<NodeChange> Changes, bool AnyDifference) Of(RollingUpgrade? previous, RollingUpgrade current)
    {
        if (previous is null)
        {
            return ([], true);
        }

        Dictionary<string, RollingUpgradeNode> before = new(StringComparer.Ordinal);
        foreach (RollingUpgradeNode node in previous.Nodes)
        {
            before[node.Hostname ?? string.Empty] = node;
        }

        List<NodeChange>? changes = null;
        bool different = previous.Nodes.Count != current.Nodes.Count || UpgradeRecordId.Of(previous) != UpgradeRecordId.Of(current);
        foreach (RollingUpgradeNode node in current.Nodes)
        {
            before.TryGetValue(node.Hostname ?? string.Empty, out RollingUpgradeNode? old);
            if (old is null || old.State != node.State || !string.Equals(old.Status, node.Status, StringComparison.Ordinal))
            {
                (changes ??= []).Add(new NodeChange(node, old));
            }
            else
            {
                different |= old.UpdatedAt != node.UpdatedAt;
            }
        }

        return (changes ?? [], different || changes is not null);
    }
}
