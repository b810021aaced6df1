using static NcpSearchEngine.Reports.ReportWords;

namespace NcpSearchEngine.Reports;

/// <summary>The verdict in one line. It holds no text from the service.</summary>
internal static class ReportHeadline
{
    internal static string Of(WaitReport report)
    {
        int done = report.Count(ClusterOutcome.Completed), count = report.Clusters.Count;
        return report.Verdict switch
        {
            WaitVerdict.Nothing => Text(nameof(ReportTexts.HeadNothing)),
            WaitVerdict.Interrupted => Text(nameof(ReportTexts.HeadInterrupted)),
            WaitVerdict.Completed => count == 1 ? Text(nameof(ReportTexts.HeadCompletedOne))
                : done == count ? Format(nameof(ReportTexts.HeadCompletedAll), count)
                : Format(nameof(ReportTexts.HeadCompletedAny), done, count),
            WaitVerdict.NotCompleted => count == 1 ? OfBadEnd(report.Clusters[0]) : Format(nameof(ReportTexts.HeadNotCompleted), count - done, count),
            _ => count switch
            {
                0 => Text(nameof(ReportTexts.HeadWaiting)),
                1 => OfOneWaiting(report.Clusters[0]),
                _ => OfManyWaiting(report, done),
            },
        };
    }

    /// <summary>The times of the wait, in one line.</summary>
    internal static string TimesOf(WaitReport report)
    {
        string began = $"{ReportWords.Of(report.BeganAt)} {OffsetOf(report.BeganAt)}", at = ReportWords.Of(report.At);
        return report.IsFinal
            ? Format(nameof(ReportTexts.Waited), began, at, ReportWords.Of(Span.Between(report.BeganAt, report.At)))
            : Format(nameof(ReportTexts.WaitingSince), began, at);
    }

    private static string OfBadEnd(ClusterReport cluster) => Text(cluster.ErrorId switch
    {
        "RollingUpgradeFailed" => nameof(ReportTexts.HeadFailedOne),
        "RollingUpgradeStalled" => nameof(ReportTexts.HeadStalledOne),
        "RollingUpgradeTimeout" => nameof(ReportTexts.HeadTimeoutOne),
        "RollingUpgradeNotStarted" => nameof(ReportTexts.HeadNotStartedOne),
        _ => nameof(ReportTexts.HeadErrorOne),
    });

    private static string OfOneWaiting(ClusterReport cluster) => cluster.ExpectedNodeCount == 0
        ? Text(nameof(ReportTexts.HeadWaiting))
        : Format(nameof(ReportTexts.HeadWaitingOne), cluster.CompletedCount, cluster.ExpectedNodeCount);

    private static string OfManyWaiting(WaitReport report, int done)
    {
        int bad = report.Count(ClusterOutcome.NotCompleted);
        return bad == 0
            ? Format(nameof(ReportTexts.HeadWaitingMany), done, report.Clusters.Count)
            : Format(nameof(ReportTexts.HeadWaitingManyWithBad), done, report.Clusters.Count, bad);
    }
}
