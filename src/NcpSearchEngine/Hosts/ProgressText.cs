using System.Globalization;
using NcpSearchEngine.Client;
using static System.FormattableString;

namespace NcpSearchEngine.Hosts;

/// <summary>The words of a progress record, short enough for 80 columns.</summary>
/// <remarks>
/// English in every culture: PowerShell fills a line of its bar up by characters, so each one that is two columns wide, as all Hangul is, pushes the
/// end of the line over the edge of the window, and the bar leaves rubble behind.
/// </remarks>
internal static class ProgressText
{
    internal const string All = "Rolling upgrades";
    internal const string Unread = "Rolling upgrade";
    internal const string Reading = "reading";
    internal const string Done = "done";

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
        if (DescribeTrouble(cluster, now) is { } trouble)
        {
            return Short(CellText.Harmless(trouble), LongestStatus);
        }

        if (cluster.Upgrade is not { } upgrade)
        {
            return Reading;
        }

        if (!cluster.IsThere)
        {
            return "not there yet";
        }

        Client.RollingUpgradeNode? node = upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.Failed)
            ?? upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.InProgress);
        string status = Invariant($"{upgrade.CompletedCount}/{upgrade.ExpectedNodeCount}");
        status += node is null ? string.Empty : $" {node.Hostname} {node.Status}";
        return Short(CellText.Harmless(status), LongestStatus);
    }

    internal static string Totals(int done, int bad, int count) =>
        Invariant($"{done}/{count} clusters done{(bad == 0 ? string.Empty : Invariant($", {bad} not"))}");

    private static string? DescribeTrouble(WatchedUpgrade cluster, DateTimeOffset now)
    {
        CultureInfo? language = MessageLanguage.UICulture;
        MessageLanguage.UICulture = CultureInfo.InvariantCulture;
        try
        {
            return cluster.DescribeTrouble(now);
        }
        finally
        {
            MessageLanguage.UICulture = language;
        }
    }

    /// <summary>As much as fits, up to the first wide character: a message of the service may be Korean.</summary>
    private static string Short(string text, int length)
    {
        int fits = Math.Min(length, text.TakeWhile(static c => !IsWide(c)).Count());
        return fits == text.Length ? text : text.Remove(Math.Min(fits, length - 1)) + "…";
    }

    /// <summary>From Hangul on, but for punctuation and symbols; halves of a surrogate pair, as in emoji, too.</summary>
    private static bool IsWide(char c) => c is >= '\u1100' and not (>= '\u2000' and < '\u2c00');
}
