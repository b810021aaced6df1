using System.Globalization;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Reports;

/// <summary>The words of the reports, in the language of the UI culture: ReportTexts.resx and ReportTexts.ko.resx.</summary>
internal static class ReportWords
{
    /// <summary>The language of the words, as HTML names it.</summary>
    internal static string Language => MessageLanguage.Current.TwoLetterISOLanguageName == "ko" ? "ko" : "en";

    /// <param name="name">The name of a text without a placeholder.</param>
    internal static string Text(string name) => ReportTexts.ResourceManager.GetString(name, MessageLanguage.Current)!;

    /// <param name="name">The name of a text with placeholders.</param>
    /// <param name="arguments">What stands in their place.</param>
    internal static string Format(string name, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, Text(name), arguments);

    internal static string Of(NodeReport node) => node.State switch
    {
        NodeReport.Pending => Text(nameof(ReportTexts.Pending)),
        NodeReport.Completed => Text(nameof(ReportTexts.Completed)),
        NodeReport.Failed => Text(nameof(ReportTexts.Failed)),
        _ => Text(nameof(ReportTexts.InProgress)),
    };

    internal static string RoleOf(NodeReport node) => Text(node.Role switch
    {
        "Manager" => nameof(ReportTexts.Manager),
        "Data" => nameof(ReportTexts.Data),
        "Master" => nameof(ReportTexts.Master),
        _ => nameof(ReportTexts.UnknownRole),
    });

    internal static string Of(ClusterReport cluster) => Text(cluster.Outcome switch
    {
        ClusterOutcome.Completed => nameof(ReportTexts.Completed),
        ClusterOutcome.Dropped => nameof(ReportTexts.Dropped),
        ClusterOutcome.Interrupted => nameof(ReportTexts.Interrupted),
        ClusterOutcome.NotCompleted => cluster.ErrorId switch
        {
            "RollingUpgradeFailed" => nameof(ReportTexts.Failed),
            "RollingUpgradeStalled" => nameof(ReportTexts.Stalled),
            "RollingUpgradeTimeout" => nameof(ReportTexts.TimedOut),
            "RollingUpgradeNotStarted" => nameof(ReportTexts.NotStarted),
            _ => nameof(ReportTexts.Error),
        },
        _ => cluster.State switch
        {
            null => nameof(ReportTexts.NotReadYet),
            "Failed" => nameof(ReportTexts.Failed),
            "NotStarted" => nameof(ReportTexts.NotStarted),
            _ => nameof(ReportTexts.InProgress),
        },
    });

    /// <summary>Such as <c>2 min 05 s</c>; a dash where it is not known.</summary>
    internal static string Of(TimeSpan? span) => span switch
    {
        null => Unknown,
        { TotalHours: >= 1 } hours => Format(nameof(ReportTexts.Hours), (long)hours.TotalHours, hours.Minutes),
        { TotalMinutes: >= 1 } minutes => Format(nameof(ReportTexts.Minutes), minutes.Minutes, minutes.Seconds),
        { } seconds => Format(nameof(ReportTexts.Seconds), seconds.Seconds),
    };

    internal static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands where something is not known.</summary>
    internal const string Unknown = "–";

    /// <summary>Date and time of day, in the zone of the time itself.</summary>
    internal static string Of(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>The time of day; with the date where it is another than that of the request, which stands above.</summary>
    internal static string TimeOf(DateTimeOffset? time, ClusterReport cluster) => time is { } known && known.Date == cluster.RequestedAt?.Date
        ? known.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : Of(time);

    /// <summary>The versions before and after; a dash where neither is known.</summary>
    internal static string VersionsOf(ClusterReport cluster) => cluster is { CurrentVersionCode: null, TargetVersionCode: null }
        ? Unknown
        : $"{cluster.CurrentVersionCode ?? "?"} → {cluster.TargetVersionCode ?? "?"}";

    /// <summary>How many nodes are done, of how many; a dash where none is known.</summary>
    internal static string NodesOf(ClusterReport cluster) => cluster.ExpectedNodeCount == 0
        ? Unknown
        : FormattableString.Invariant($"{cluster.CompletedCount}/{cluster.ExpectedNodeCount}");

    /// <summary>The cluster's name, or its number where the name is not known.</summary>
    internal static string NameOf(ClusterReport cluster) => string.IsNullOrWhiteSpace(cluster.ClusterName) ? cluster.ServiceGroupInstanceNo : cluster.ClusterName!;

    /// <summary>Such as <c>+09:00</c>.</summary>
    internal static string OffsetOf(DateTimeOffset time) => time.ToString("zzz", CultureInfo.InvariantCulture);
}
