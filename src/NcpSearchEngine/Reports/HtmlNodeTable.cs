using static NcpSearchEngine.Reports.ReportWords;

namespace NcpSearchEngine.Reports;

/// <summary>Writes the nodes of a cluster as a table in HTML.</summary>
internal static class HtmlNodeTable
{
    internal static void Write(ClusterReport cluster, TextWriter writer)
    {
        if (cluster.Nodes.Count == 0)
        {
            return;
        }

        writer.Write("<table>\n<thead>\n<tr>");
        foreach (string head in new[]
        {
            nameof(ReportTexts.Node), nameof(ReportTexts.Role), nameof(ReportTexts.State), nameof(ReportTexts.Status),
            nameof(ReportTexts.Start), nameof(ReportTexts.End), nameof(ReportTexts.Duration),
        })
        {
            writer.Write($"<th scope=\"col\">{HtmlText.Escape(Text(head))}</th>");
        }

        writer.Write("</tr>\n</thead>\n<tbody>\n");
        foreach (NodeReport node in cluster.Nodes)
        {
            string about = node.IsStartEstimated ? "≈ " : string.Empty;
            writer.Write($"<tr{(node.StartedAt is null ? " class=\"untimed\"" : string.Empty)}><th scope=\"row\">{HtmlText.Escape(node.Hostname ?? Unknown)}</th><td>{HtmlText.Escape(RoleOf(node))}</td>");
            writer.Write($"<td>{HtmlCluster.Badge(ToneOf(node), ReportWords.Of(node))}</td><td>{HtmlText.Escape(node.Status ?? Unknown)}</td>");
            writer.Write($"<td>{about}{TimeOf(node.StartedAt, cluster)}</td><td>{TimeOf(node.EndedAt, cluster)}</td><td>{about}{HtmlText.Escape(ReportWords.Of(node.Duration))}</td></tr>\n");
        }

        writer.Write("</tbody>\n</table>\n");
    }

    internal static string ToneOf(NodeReport node) => node.State switch
    {
        NodeReport.Completed => HtmlIcon.Completed,
        NodeReport.Failed => HtmlIcon.Failed,
        NodeReport.Pending => HtmlIcon.Pending,
        _ => HtmlIcon.InProgress,
    };
}
