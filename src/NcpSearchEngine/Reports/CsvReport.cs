using System.Globalization;

namespace NcpSearchEngine.Reports;

/// <summary>Writes a report as CSV (RFC 4180): one row a node, and one for a cluster of which no node is known. Names and states are English in every language.</summary>
internal static class CsvReport
{
    private const string Head =
        "ServiceGroupInstanceNo,ClusterName,Session,Outcome,ClusterState,PercentComplete,CurrentVersionCode,TargetVersionCode,RequestedAt,CompletedAt,ReadAt,"
        + "Hostname,Role,State,Status,StartedAt,IsStartEstimated,EndedAt,UpdatedAt,DurationSeconds,ErrorId,Message,RequestId,Verdict,WaitBeganAt,ReportedAt\r\n";

    internal static void Write(WaitReport report, TextWriter writer)
    {
        writer.Write(Head);
        foreach (ClusterReport cluster in report.Clusters)
        {
            foreach (NodeReport? node in cluster.Nodes.DefaultIfEmpty())
            {
                writer.Write(string.Join(",", Row(report, cluster, node)));
                writer.Write("\r\n");
            }
        }
    }

    private static string[] Row(WaitReport report, ClusterReport cluster, NodeReport? node) =>
    [
        Cell(cluster.ServiceGroupInstanceNo),
        Cell(cluster.ClusterName),
        Cell(cluster.Session),
        cluster.Outcome.ToString(),
        Cell(cluster.State),
        cluster.State is null ? string.Empty : cluster.PercentComplete.ToString(CultureInfo.InvariantCulture),
        Cell(cluster.CurrentVersionCode),
        Cell(cluster.TargetVersionCode),
        Cell(cluster.RequestedAt),
        Cell(cluster.CompletedAt),
        Cell(cluster.ReadAt),
        Cell(node?.Hostname),
        Cell(node?.Role),
        Cell(node?.State),
        Cell(node?.Status),
        Cell(node?.StartedAt),
        node is null ? string.Empty : node.IsStartEstimated.ToString(),
        Cell(node?.EndedAt),
        Cell(node?.UpdatedAt),
        node?.Duration?.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) ?? string.Empty,
        Cell(cluster.ErrorId),
        Cell(cluster.Message),
        Cell(cluster.RequestId),
        report.Verdict.ToString(),
        Cell(report.BeganAt),
        Cell(report.At),
    ];

    private static string Cell(DateTimeOffset? time) => time?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        string harmless = IsFormula(text![0]) ? "'" + text : text;
        return harmless.IndexOfAny([',', '"', '\r', '\n', ';', '\t']) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"")}\"";
    }

    /// <summary>What a spreadsheet takes for the beginning of a formula, also in full width.</summary>
    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
