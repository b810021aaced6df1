namespace NcpSearchEngine.Client;

/// <summary>What counts as done. A wrong "done" is the worst mistake of all: whatever is not proven is in progress.</summary>
/// <remarks>
/// The service documents no closed list of status words. <c>running</c> does not mean that the upgrade runs: it is a node in normal service,
/// which this upgrade has not touched yet unless its date is newer than the upgrade's. Dates are compared as written: both come from one clock.
/// </remarks>
internal static class UpgradeRules
{
    /// <summary>Judges one node.</summary>
    /// <param name="status">The service's word.</param>
    /// <param name="updated">When the word last changed; null if missing or not readable.</param>
    /// <param name="requested">When the upgrade was asked for; null without a record of one.</param>
    /// <returns>The state, and whether it is InProgress only for want of a proof.</returns>
    internal static (NodeState State, bool Unproven) Judge(string? status, DateTime? updated, DateTime? requested)
    {
        string word = status?.Trim() ?? string.Empty;
        if (Is(word, "complete") || Is(word, "completed"))
        {
            return updated is null || requested is null ? (NodeState.InProgress, true)
                : updated >= requested ? (NodeState.Completed, false)
                : (NodeState.Pending, false);
        }

        if (Is(word, "running"))
        {
            return updated > requested ? (NodeState.InProgress, true) : (NodeState.Pending, false);
        }

        return (FailureWords.In(word) ? NodeState.Failed : NodeState.InProgress, false);
    }

    /// <summary>Judges the cluster, of which every node has been judged.</summary>
    /// <param name="hasRecord">Whether the service has a record of an upgrade: a target version and a readable date.</param>
    /// <param name="nodeCount">How many nodes there have to be; null if not known.</param>
    /// <param name="nodes">The nodes.</param>
    internal static UpgradeState Judge(bool hasRecord, int? nodeCount, IReadOnlyList<RollingUpgradeNode> nodes)
    {
        if (nodes.Any(static node => node.State == NodeState.Failed))
        {
            return UpgradeState.Failed;
        }

        if (!hasRecord)
        {
            return nodes.All(static node => Is(node.Status?.Trim(), "running")) ? UpgradeState.NotStarted : UpgradeState.InProgress;
        }

        return nodes.All(static node => node.State == NodeState.Completed) && IsWhole(nodeCount, nodes)
            ? UpgradeState.Completed
            : UpgradeState.InProgress;
    }

    /// <summary>Whether the list names every node of the cluster, each by its name.</summary>
    internal static bool IsWhole(int? nodeCount, IReadOnlyList<RollingUpgradeNode> nodes)
    {
        if (nodes.Count == 0 || nodeCount is not { } expected || nodes.Count < expected)
        {
            return false;
        }

        HashSet<string> hostnames = new(StringComparer.OrdinalIgnoreCase);
        foreach (RollingUpgradeNode node in nodes)
        {
            if (string.IsNullOrWhiteSpace(node.Hostname))
            {
                return false;
            }

            hostnames.Add(node.Hostname!);
        }

        return hostnames.Count == expected;
    }

    private static bool Is(string? word, string expected) => string.Equals(word, expected, StringComparison.OrdinalIgnoreCase);
}
