using System.Globalization;
using NcpSearchEngine.Client;
using NcpSearchEngine.Commands;
using NcpSearchEngine.Reports;

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
        return timeLimit == TimeSpan.Zero ? waiting : $"{waiting} {Format(nameof(CITexts.TimeLimit), ReportWords.Of(timeLimit))}";
    }

    internal static string Found(Client.RollingUpgrade upgrade) => Format(
        nameof(CITexts.Found),
        upgrade.CurrentVersionCode,
        upgrade.TargetVersionCode,
        upgrade.RequestedAt?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));

    internal static string GoesOn(string trouble) => Format(nameof(CITexts.GoesOn), trouble);

    internal static string ReadAgain(TimeSpan after) => Format(nameof(CITexts.ReadAgain), ReportWords.Of(after));

    internal static string TimeLeft(TimeSpan left) => Format(nameof(CITexts.TimeLeft), ReportWords.Of(left));

    internal static string Completed(ClusterReport cluster) => Format(
        nameof(CITexts.Completed),
        Cluster(cluster.ClusterName, cluster.ServiceGroupInstanceNo),
        cluster.CurrentVersionCode,
        cluster.TargetVersionCode,
        cluster.CompletedCount,
        cluster.ExpectedNodeCount,
        ReportWords.Of(cluster.Duration));

    internal static string NodesOf(ClusterReport cluster) =>
        Format(nameof(CITexts.NodesOf), Cluster(cluster.ClusterName, cluster.ServiceGroupInstanceNo), ReportWords.Of(cluster));

    internal static string Totals(WaitTotals totals) => Format(nameof(CITexts.Totals), totals.Completed, totals.Count);

    /// <summary>Whose upgrade did not make it, and by which error.</summary>
    /// <param name="ends">Those that did not.</param>
    /// <param name="count">How many clusters were given.</param>
    internal static string DidNotMakeIt(IReadOnlyList<BadEnds.BadEnd> ends, int count)
    {
        string names = string.Join(", ", ends.Take(MostNamed).Select(static end => $"{Cluster(end.Cluster?.Upgrade?.ClusterName, end.No)} {end.Error.ErrorId}"));
        return ends.Count == 1 ? names : Format(
            nameof(CITexts.DidNotMakeIt),
            ends.Count,
            count,
            ends.Count <= MostNamed ? names : $"{names} {Format(nameof(CITexts.AndMore), ends.Count - MostNamed)}");
    }

    internal static string SummaryNotWritten(string reason) => Format(nameof(CITexts.SummaryNotWritten), reason.TrimEnd('.'));

    internal static string SummaryIsFull() => Text(nameof(CITexts.SummaryIsFull));

    /// <summary>A cluster as people know it: <c>prod (3427188)</c>.</summary>
    private static string Cluster(string? name, string no) => name is null ? no : $"{name} ({no})";

    private static string Text(string name) => CITexts.ResourceManager.GetString(name, MessageLanguage.Current)!;

    private static string Format(string name, params object?[] values) => string.Format(CultureInfo.InvariantCulture, Text(name), values);
}
