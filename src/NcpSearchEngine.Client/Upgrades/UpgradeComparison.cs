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

        ILookup<string, RollingUpgradeNode> before = previous.Nodes.ToLookup(NameOf, StringComparer.Ordinal);
        Dictionary<string, List<RollingUpgradeNode>>? twins = null;
        List<NodeChange>? changes = null;
        bool different = previous.Nodes.Count != current.Nodes.Count || UpgradeRecordId.Of(previous) != UpgradeRecordId.Of(current);
        foreach (RollingUpgradeNode node in current.Nodes)
        {
            RollingUpgradeNode? old = Counterpart(node, before[NameOf(node)], ref twins);
            if (old is null || !SaysTheSame(old, node))
            {
                (changes ??= []).Add(new NodeChange(node, old));
            }
            else
            {
                different |= old.UpdatedAt != node.UpdatedAt;
            }
        }

        return (changes is null ? [] : InOrder(changes), different || changes is not null);
    }

    /// <summary>As it happened: where one node is handed over to the next in the same second, the end of the one comes first.</summary>
    private static NodeChange[] InOrder(List<NodeChange> changes) =>
        [.. changes.OrderBy(static change => change.Node.UpdatedAt).ThenByDescending(static change => change.Node.State == NodeState.Completed)];

    private static string NameOf(RollingUpgradeNode node) => node.Hostname ?? string.Empty;

    private static bool SaysTheSame(RollingUpgradeNode one, RollingUpgradeNode other) =>
        one.State == other.State && string.Equals(one.Status, other.Status, StringComparison.Ordinal);

    /// <summary>The same node before. Where a name is listed twice the order means nothing: each is taken once, the one most alike first.</summary>
    private static RollingUpgradeNode? Counterpart(
        RollingUpgradeNode node,
        IEnumerable<RollingUpgradeNode> before,
        ref Dictionary<string, List<RollingUpgradeNode>>? twins)
    {
        if (before is not ICollection<RollingUpgradeNode> { Count: > 1 })
        {
            return before.FirstOrDefault();
        }

        twins ??= new(StringComparer.Ordinal);
        if (!twins.TryGetValue(NameOf(node), out List<RollingUpgradeNode>? left))
        {
            twins.Add(NameOf(node), left = [.. before]);
        }

        RollingUpgradeNode? old = left.Find(old => SaysTheSame(old, node) && old.UpdatedAt == node.UpdatedAt)
            ?? left.Find(old => SaysTheSame(old, node))
            ?? left.FirstOrDefault();
        left.Remove(old!);
        return old;
    }
}
