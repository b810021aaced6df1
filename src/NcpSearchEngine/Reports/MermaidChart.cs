using System.Globalization;
using System.Text;

namespace NcpSearchEngine.Reports;

/// <summary>The timeline of a cluster as a Gantt chart in Mermaid, which GitHub draws. Nodes that have not begun, or of which no time is known, are not in it.</summary>
internal static class MermaidChart
{
    /// <summary>Mermaid draws no text longer than 50,000 characters.</summary>
    private const int MostNodes = 250;

    private const int LongestName = 60;

    /// <returns>The block with its fences; null where there is nothing to draw, or too much.</returns>
    internal static string? Of(ClusterReport cluster)
    {
        NodeReport[] nodes = [.. cluster.Nodes.Where(static node => node.Duration is not null)];
        if (nodes.Length is 0 or > MostNodes)
        {
            return null;
        }

        using StringWriter chart = new(CultureInfo.InvariantCulture);
        chart.Write("```mermaid\ngantt\n    dateFormat YYYY-MM-DD HH:mm:ss\n    todayMarker off\n");
        chart.Write(Axis(TimeAxis.Of(cluster)));
        foreach (NodeReport node in nodes)
        {
            DateTimeOffset start = node.StartedAt!.Value, end = node.KnownUntil!.Value;
            end = end > start ? end : start.AddSeconds(1);
            string duration = (node.IsStartEstimated ? "≈ " : string.Empty) + ReportWords.Of(node.Duration);
            chart.Write($"    {ReportWords.RoleOf(node)} {Plain(node.Hostname)} ({duration}) :{TagOf(node)}, {Date(start)}, {Date(end)}\n");
        }

        chart.Write("```\n");
        return chart.ToString();
    }

    private static string Axis(TimeAxis? axis) => axis?.Step switch
    {
        null => "    axisFormat %H:%M\n",
        { TotalMinutes: < 1 } step => FormattableString.Invariant($"    axisFormat %H:%M:%S\n    tickInterval {step.Seconds}second\n"),
        { TotalHours: < 1 } step => FormattableString.Invariant($"    axisFormat %H:%M\n    tickInterval {step.Minutes}minute\n"),
        { TotalDays: < 1 } step => FormattableString.Invariant($"    axisFormat %m-%d %H:%M\n    tickInterval {step.Hours}hour\n"),
        { } step => FormattableString.Invariant($"    axisFormat %m-%d\n    tickInterval {step.Days}day\n"),
    };

    private static string TagOf(NodeReport node) => node.State switch
    {
        NodeReport.Completed => "done",
        NodeReport.Failed => "crit",
        _ => "active",
    };

    private static string Date(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Letters, digits, hyphens, underscores and dots: nothing else means nothing to Mermaid.</summary>
    private static string Plain(string? name)
    {
        StringBuilder plain = new();
        foreach (char c in name ?? "?")
        {
            plain.Append(char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_');
        }

        return plain.Length <= LongestName ? plain.ToString() : plain.ToString(0, LongestName - 1) + "…";
    }
}
