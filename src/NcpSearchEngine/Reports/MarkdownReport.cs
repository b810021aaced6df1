using System.Globalization;
using System.Text;
using static NcpSearchEngine.Reports.ReportWords;

namespace NcpSearchEngine.Reports;

/// <summary>Writes a report as Markdown: the verdict, a row a cluster, and a chart and a row a node.</summary>
internal static class MarkdownReport
{
    /// <summary>So many clusters are shown open; more are folded, and have a chart only where they did not complete.</summary>
    private const int MostOpen = 3;

    private const int MostCharts = 20;

    /// <param name="report">What there is to tell.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="charts">Whether the reader draws Mermaid.</param>
    /// <param name="maxBytes">The most that may be written, in bytes of UTF-8; what there is no room for is left out, and the text says so.</param>
    internal static void Write(WaitReport report, TextWriter writer, bool charts = true, int maxBytes = int.MaxValue)
    {
        ClusterReport[] clusters = [.. report.ByUrgency];
        string head = Head(report), notes = Notes(clusters);
        int left = maxBytes - Bytes(head) - Bytes(notes) - 2 * Bytes(LeftOut(int.MaxValue));
        writer.Write(head);
        if (clusters.Length > 0)
        {
            string table = TableHead();
            left -= Bytes(table);
            writer.Write(table);
            WriteWhileThereIsRoom(clusters.Select(Row), clusters.Length, writer, ref left);
            WriteWhileThereIsRoom(Sections(clusters, charts), clusters.Length, writer, ref left);
        }

        writer.Write(notes);
    }

    private static void WriteWhileThereIsRoom(IEnumerable<string> parts, int count, TextWriter writer, ref int left)
    {
        foreach (string part in parts)
        {
            int bytes = Bytes(part);
            if (bytes > left)
            {
                writer.Write(LeftOut(count));
                return;
            }

            writer.Write(part);
            left -= bytes;
            count--;
        }
    }

    private static string LeftOut(int count) => $"\n{Format(nameof(ReportTexts.LeftOut), count)}\n";

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private static string Head(WaitReport report)
    {
        string mark = report.Verdict switch
        {
            WaitVerdict.Completed => "✅",
            WaitVerdict.NotCompleted => "❌",
            WaitVerdict.Waiting => "⏳",
            _ => "⚠️",
        };
        return $"## {mark} {ReportHeadline.Of(report)}\n\n{ReportHeadline.TimesOf(report)}\n";
    }

    private static string TableHead() =>
        $"\n| {Text(nameof(ReportTexts.Cluster))} | {Text(nameof(ReportTexts.Result))} | {Text(nameof(ReportTexts.Versions))} | {Text(nameof(ReportTexts.Nodes))} "
        + $"| {Text(nameof(ReportTexts.Requested))} | {Text(nameof(ReportTexts.CompletedAt))} | {Text(nameof(ReportTexts.Duration))} |\n"
        + "|---|---|---|---:|---|---|---:|\n";

    private static string Row(ClusterReport cluster)
    {
        string name = cluster.ClusterName is null ? MarkdownText.Code(cluster.ServiceGroupInstanceNo)
            : $"{MarkdownText.Code(cluster.ClusterName)} ({MarkdownText.Code(cluster.ServiceGroupInstanceNo)})";
        return $"| {name} | {MarkOf(cluster)} {ReportWords.Of(cluster)} | {VersionsCell(cluster)} | {NodesOf(cluster)} "
            + $"| {ReportWords.Of(cluster.RequestedAt)} | {ReportWords.Of(cluster.CompletedAt)} | {ReportWords.Of(cluster.Duration)} |\n";
    }

    private static string VersionsCell(ClusterReport cluster) =>
        cluster is { CurrentVersionCode: null, TargetVersionCode: null } ? Unknown : MarkdownText.Code(VersionsOf(cluster));

    private static IEnumerable<string> Sections(ClusterReport[] clusters, bool charts)
    {
        bool isFolded = clusters.Length > MostOpen;
        int drawn = 0;
        foreach (ClusterReport cluster in clusters)
        {
            string? chart = charts && drawn < MostCharts && !(isFolded && cluster.Outcome == ClusterOutcome.Completed) ? MermaidChart.Of(cluster) : null;
            drawn += chart is null ? 0 : 1;
            yield return Section(cluster, chart, isFolded);
        }
    }

    private static string Section(ClusterReport cluster, string? chart, bool isFolded)
    {
        if (cluster.Message is null && cluster.Nodes.Count == 0)
        {
            return string.Empty;
        }

        using StringWriter section = new(CultureInfo.InvariantCulture);
        section.Write(isFolded
            ? $"\n<details>\n<summary>{MarkOf(cluster)} <code>{HtmlText.Escape(NameOf(cluster))}</code> {ReportWords.Of(cluster)}, {NodesOf(cluster)}</summary>\n"
            : $"\n### {MarkOf(cluster)} {MarkdownText.Code(NameOf(cluster))}\n");
        if (cluster.Message is { } message)
        {
            string id = cluster.ErrorId is { } error ? $"**{error}**: " : string.Empty;
            section.Write($"\n> {id}{MarkdownText.Prose(message)}\n");
        }

        section.Write(chart is null ? string.Empty : "\n" + chart);
        WriteNodes(cluster.Nodes, section);
        section.Write(isFolded ? "\n</details>\n" : string.Empty);
        return section.ToString();
    }

    private static void WriteNodes(IReadOnlyList<NodeReport> nodes, TextWriter writer)
    {
        if (nodes.Count == 0)
        {
            return;
        }

        writer.Write($"\n| {Text(nameof(ReportTexts.Node))} | {Text(nameof(ReportTexts.Role))} | {Text(nameof(ReportTexts.State))} | {Text(nameof(ReportTexts.Status))} ");
        writer.Write($"| {Text(nameof(ReportTexts.Start))} | {Text(nameof(ReportTexts.End))} | {Text(nameof(ReportTexts.Duration))} |\n");
        writer.Write("|---|---|---|---|---|---|---:|\n");
        foreach (NodeReport node in nodes)
        {
            string about = node.IsStartEstimated ? "≈ " : string.Empty;
            writer.Write($"| {MarkdownText.Code(node.Hostname)} | {RoleOf(node)} | {ReportWords.Of(node)} | {MarkdownText.Code(node.Status)} ");
            writer.Write($"| {about}{ReportWords.Of(node.StartedAt)} | {ReportWords.Of(node.EndedAt)} | {about}{ReportWords.Of(node.Duration)} |\n");
        }
    }

    private static string MarkOf(ClusterReport cluster) => cluster.Outcome switch
    {
        ClusterOutcome.Completed => "✅",
        ClusterOutcome.NotCompleted => "❌",
        ClusterOutcome.Interrupted => "⚠️",
        ClusterOutcome.Waiting => "⏳",
        _ => "➖",
    };

    private static string Notes(ClusterReport[] clusters)
    {
        string notes = clusters.SelectMany(static cluster => cluster.Nodes).Any(static node => node.IsStartEstimated)
            ? $"\n{Text(nameof(ReportTexts.Estimated))}\n"
            : string.Empty;
        IEnumerable<string> offsets = clusters.Select(static cluster => cluster.RequestedAt).OfType<DateTimeOffset>().Select(OffsetOf).Distinct();
        return notes + string.Concat(offsets.Select(static offset => $"\n{Format(nameof(ReportTexts.Zone), offset)}\n"));
    }
}
