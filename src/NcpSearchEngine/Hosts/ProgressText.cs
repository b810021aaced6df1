using NcpSearchEngine.Client;
using static System.FormattableString;

namespace NcpSearchEngine.Hosts;

/// <summary>The words of a progress record, short enough for 80 columns.</summary>
internal static class ProgressText
{
    private const int LongestActivity = 30;
    private const int LongestStatus = 48;

    internal static string Activity(WatchedUpgrade cluster)
    {
        string name = CellText.Harmless(cluster.Upgrade?.ClusterName ?? cluster.Target.ServiceGroupInstanceNo);
        return cluster is { IsThere: true, Upgrade: { HasRecord: true } upgrade }
            ? Short($"{Short(name, LongestActivity - 11)} {upgrade.CurrentVersionCode}->{upgrade.TargetVersionCode}", LongestActivity)
            : Short(name, LongestActivity);
    }

    internal static string Status(WatchedUpgrade cluster, DateTimeOffset now)
    {
        if (cluster.DescribeTrouble(now) is { } trouble)
        {
            return Short(CellText.Harmless(trouble), LongestStatus);
        }

        if (cluster.Upgrade is not { } upgrade)
        {
            return ModuleMessages.ProgressReading;
        }

        if (!cluster.IsThere)
        {
            return ModuleMessages.ProgressNotThereYet;
        }

        Client.RollingUpgradeNode? node = upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.Failed)
            ?? upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.InProgress);
        string status = Invariant($"{upgrade.CompletedCount}/{upgrade.ExpectedNodeCount}");
        status += node is null ? string.Empty : $" {node.Hostname} {node.Status}";
        return Short(CellText.Harmless(status), LongestStatus);
    }

    private static string Short(string text, int length) => text.Length <= length ? text : text.Remove(length - 1) + "…";
}
