using System.Globalization;
using NcpSearchEngine.Client;
using NcpSearchEngine.Commands;
using static System.FormattableString;

namespace NcpSearchEngine.Hosts;

/// <summary>The words of a CI log, in the texts of CIMessages.resx and CIMessages.ko.resx.</summary>
internal static class CIMessages
{
    private const int MostNamed = 20;

    internal static string Waiting(IReadOnlyList<RollingUpgradeTarget> targets, TimeSpan timeLimit)
    {
        string waiting = targets.Count == 1
            ? Format(nameof(CITexts.WaitingForOne), targets[0].ServiceGroupInstanceNo)
            : Format(nameof(CITexts.WaitingForMany), targets.Count);
        return timeLimit == TimeSpan.Zero ? waiting : $"{waiting} {Format(nameof(CITexts.TimeLimit), Clock(timeLimit))}";
    }

    internal static string Found(Client.RollingUpgrade upgrade) => Format(
        nameof(CITexts.Found),
        upgrade.CurrentVersionCode,
        upgrade.TargetVersionCode,
        upgrade.RequestedAt?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));

    internal static string GoesOn(string trouble) => Format(nameof(CITexts.GoesOn), trouble);

    internal static string ReadAgain(TimeSpan after) => Format(nameof(CITexts.ReadAgain), Clock(after));

    internal static string TimeLeft(TimeSpan left) => Format(nameof(CITexts.TimeLeft), Clock(left));

    internal static string Completed(WatchedUpgrade cluster)
    {
        Client.RollingUpgrade upgrade = cluster.Upgrade!;
        return Format(
            nameof(CITexts.Completed),
            Cluster(cluster),
            upgrade.CurrentVersionCode,
            upgrade.TargetVersionCode,
            upgrade.CompletedCount,
            upgrade.ExpectedNodeCount,
            Clock((upgrade.LastUpdatedAt - upgrade.RequestedAt) ?? TimeSpan.Zero));
    }

    internal static string NodesOf(WatchedUpgrade cluster) =>
        Format(nameof(CITexts.NodesOf), Cluster(cluster), cluster.Error?.ErrorId.ToString() ?? cluster.Upgrade!.State.ToString());

    internal static string Totals(WaitTotals totals) => Format(nameof(CITexts.Totals), totals.Completed, totals.Count);

    /// <summary>Whose upgrade did not make it, and by which error.</summary>
    /// <param name="ends">Those that did not.</param>
    /// <param name="count">How many clusters were given.</param>
    internal static string DidNotMakeIt(IReadOnlyList<BadEnds.BadEnd> ends, int count)
    {
        string names = string.Join(", ", ends.Take(MostNamed).Select(static end => $"{(end.Cluster is { } cluster ? Cluster(cluster) : end.No)} {end.Error.ErrorId}"));
        return ends.Count == 1 ? names : Format(
            nameof(CITexts.DidNotMakeIt),
            ends.Count,
            count,
            ends.Count <= MostNamed ? names : $"{names} {Format(nameof(CITexts.AndMore), ends.Count - MostNamed)}");
    }

    internal static string SummaryNotWritten(string reason) => Format(nameof(CITexts.SummaryNotWritten), reason.TrimEnd('.'));

    internal static string SummaryIsFull() => Text(nameof(CITexts.SummaryIsFull));

    /// <summary>A cluster as people know it: <c>prod (3427188)</c>.</summary>
    internal static string Cluster(WatchedUpgrade cluster) => cluster.Upgrade?.ClusterName is { } name
        ? $"{name} ({cluster.Target.ServiceGroupInstanceNo})"
        : cluster.Target.ServiceGroupInstanceNo;

    /// <summary>A duration in every language: <c>1:02:03</c>.</summary>
    internal static string Clock(TimeSpan time) => Invariant($"{Math.Floor(time.TotalHours):0}:{time.Minutes:00}:{time.Seconds:00}");

    private static string Text(string name) => CITexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture)!;

    private static string Format(string name, params object?[] values) => string.Format(CultureInfo.InvariantCulture, Text(name), values);
}
