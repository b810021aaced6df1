using System.Globalization;
using static NcpSearchEngine.Reports.ReportWords;

namespace NcpSearchEngine.Reports;

/// <summary>Draws the timeline of a cluster in SVG: a lane a node on one axis. Lengths are percentages, so that it fits any width without a script.</summary>
internal static class HtmlTimeline
{
    private const int TicksPerLabelOnAPhone = 3;

    internal static void Write(ClusterReport cluster, TextWriter writer)
    {
        if (TimeAxis.Of(cluster) is not { } axis)
        {
            return;
        }

        string label = Format(nameof(ReportTexts.TimelineOf), NameOf(cluster), cluster.CompletedCount, cluster.ExpectedNodeCount);
        writer.Write($"<figure class=\"timeline{(IsLive(cluster) ? " live" : string.Empty)}\" aria-label=\"{HtmlText.Escape(label)}\">\n");
        WriteAxis(cluster, axis, writer);
        writer.Write("<ol>\n");
        foreach (NodeReport node in cluster.Nodes)
        {
            WriteLane(node, cluster, axis, writer);
        }

        writer.Write("</ol>\n</figure>\n");
    }

    private static void WriteAxis(ClusterReport cluster, TimeAxis axis, TextWriter writer)
    {
        writer.Write("<svg class=\"axis\" aria-hidden=\"true\">");
        int ticks = 0, top = IsLive(cluster) ? 40 : 22;
        foreach (DateTimeOffset tick in axis.Ticks)
        {
            // A label at the edge begins there, so every other tick would not be enough where the screen is narrow.
            string minor = ticks++ % TicksPerLabelOnAPhone == 0 ? string.Empty : " minor";
            WriteMark(axis.At(tick), "tick" + minor, axis.Label(tick), textY: top - 6, lineY: top, writer);
        }

        if (IsLive(cluster))
        {
            DateTimeOffset now = cluster.ReadAt!.Value;
            WriteMark(axis.At(now), "now", $"{HtmlText.Escape(Text(nameof(ReportTexts.Now)))} {now.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}", textY: 14, lineY: top, writer);
        }

        writer.Write("</svg>\n");
    }

    /// <summary>Whether the current moment is drawn: the last reading, as long as there will be another.</summary>
    private static bool IsLive(ClusterReport cluster) => cluster is { Outcome: ClusterOutcome.Waiting, ReadAt: not null };

    private static void WriteMark(double at, string kind, string label, int textY, int lineY, TextWriter writer)
    {
        // A text at the edge must not reach over it.
        string edge = at < 4 ? " first" : at > 96 ? " last" : string.Empty;
        writer.Write($"<g class=\"{kind}{edge}\"><line x1=\"{Percent(at)}\" x2=\"{Percent(at)}\" y1=\"{ReportWords.Of(lineY)}\" y2=\"100%\"/>");
        writer.Write($"<text x=\"{Percent(at)}\" y=\"{ReportWords.Of(textY)}\">{label}</text></g>");
    }

    /// <summary>A lane can be reached by the keyboard; what a pointer over it shows is shown then too.</summary>
    private static void WriteLane(NodeReport node, ClusterReport cluster, TimeAxis axis, TextWriter writer)
    {
        string tone = HtmlNodeTable.ToneOf(node), name = HtmlText.Escape(node.Hostname ?? Unknown), duration = HtmlText.Escape(ReportWords.Of(node.Duration));
        writer.Write($"<li tabindex=\"0\"><span class=\"host\"><bdi>{name}</bdi></span><svg class=\"lane\" aria-hidden=\"true\">");
        if (node is { StartedAt: { } start, KnownUntil: { } end } && end >= start)
        {
            double from = axis.At(start), width = axis.At(end) - from;
            writer.Write($"<rect class=\"{tone}{(node.IsStartEstimated ? " about" : string.Empty)}\" x=\"{Percent(from)}\" y=\"7\" width=\"{Percent(width)}\" height=\"14\" rx=\"3\"/>");
            writer.Write(node.State == NodeReport.Failed ? $"<text x=\"{Percent(from + width)}\" y=\"19\" dx=\"6\">✕</text>" : string.Empty);
        }

        writer.Write($"</svg><span class=\"took\">{duration}</span>");
        writer.Write($"<span class=\"tip\"><b>{name}</b> {HtmlText.Escape(RoleOf(node))} · {HtmlText.Escape(ReportWords.Of(node))} ({HtmlText.Escape(node.Status ?? Unknown)})<br>");
        writer.Write($"{(node.IsStartEstimated ? "≈ " : string.Empty)}{TimeOf(node.StartedAt, cluster)} → {TimeOf(node.EndedAt, cluster)} · {duration}</span></li>\n");
    }

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
