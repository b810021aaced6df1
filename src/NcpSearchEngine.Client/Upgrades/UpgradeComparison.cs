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

        // Sets, since an unsound answer may list one name any number of times.
        HashSet<(string?, string?, NodeState)> said = [.. previous.Nodes.Select(WordsOf)];
        HashSet<((string?, string?, NodeState), DateTimeOffset?)> dated = [.. previous.Nodes.Select(DatedWordsOf)];
        RollingUpgradeNode[] changed = [.. current.Nodes.Where(node => !said.Contains(WordsOf(node)))];
        bool different = previous.Nodes.Count != current.Nodes.Count
            || UpgradeRecordId.Of(previous) != UpgradeRecordId.Of(current)
            || !current.Nodes.All(node => dated.Contains(DatedWordsOf(node)));
        return (changed.Length == 0 ? [] : InOrder(changed, previous), different);
    }

    /// <summary>As it happened: where one node is handed over to the next in the same second, the end of the one comes first.</summary>
    private static NodeChange[] InOrder(RollingUpgradeNode[] changed, RollingUpgrade previous)
    {
        ILookup<string?, RollingUpgradeNode> before = previous.Nodes.ToLookup(static node => node.Hostname, StringComparer.Ordinal);
        return
        [
            .. changed
                .OrderBy(static node => node.UpdatedAt)
                .ThenByDescending(static node => node.State == NodeState.Completed)
                .Select(node => new NodeChange(node, before[node.Hostname].FirstOrDefault())),
        ];
    }

    private static (string? Hostname, string? Status, NodeState State) WordsOf(RollingUpgradeNode node) => (node.Hostname, node.Status, node.State);

    private static ((string?, string?, NodeState) Words, DateTimeOffset? UpdatedAt) DatedWordsOf(RollingUpgradeNode node) => (WordsOf(node), node.UpdatedAt);
}
