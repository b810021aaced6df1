using static NcpSearchEngine.Reports.ReportWords;

namespace NcpSearchEngine.Reports;

/// <summary>Writes a cluster in HTML: what is known of it, the timeline of its nodes, and a table of them.</summary>
internal static class HtmlCluster
{
    /// <param name="cluster">The cluster.</param>
    /// <param name="isOnly">Whether it is the only one, so that it needs not be folded.</param>
    /// <param name="isOpen">Whether it is shown unfolded.</param>
    /// <param name="writer">Where to.</param>
    internal static void Write(ClusterReport cluster, bool isOnly, bool isOpen, TextWriter writer)
    {
        string name = $"<span class=\"name\">{HtmlText.Escape(NameOf(cluster))}</span>";
        string badge = Badge(ToneOf(cluster), ReportWords.Of(cluster));
        string numbers = cluster.ExpectedNodeCount == 0 ? string.Empty : $"<span class=\"done\">{HtmlText.Escape(NodesOf(cluster))}</span>{Bar(cluster)}<span class=\"took\">{HtmlText.Escape(ReportWords.Of(cluster.Duration))}</span>";
        writer.Write(isOnly
            ? $"<section class=\"cluster\">\n<h2 class=\"row\">{name}{badge}{numbers}</h2>\n"
            : $"<details class=\"cluster\"{(isOpen ? " open" : string.Empty)}>\n<summary class=\"row\">{name}{badge}{numbers}</summary>\n");
        if (cluster.Message is { } message)
        {
            string id = cluster.ErrorId is { } error ? $"<b>{HtmlText.Escape(error)}</b> " : string.Empty;
            writer.Write($"<p class=\"message {ToneOf(cluster)}\">{id}{HtmlText.Escape(message)}</p>\n");
        }

        if (cluster.Session is not null)
        {
            WriteFacts(cluster, writer);
        }

        HtmlTimeline.Write(cluster, writer);
        HtmlNodeTable.Write(cluster, writer);
        writer.Write(isOnly ? "</section>\n" : "</details>\n");
    }

    internal static string ToneOf(ClusterReport cluster) => cluster.Outcome switch
    {
        ClusterOutcome.Completed => HtmlIcon.Completed,
        ClusterOutcome.NotCompleted => HtmlIcon.Failed,
        ClusterOutcome.Waiting => cluster.State switch
        {
            "Failed" => HtmlIcon.Failed,
            null or "NotStarted" => HtmlIcon.Pending,
            _ => HtmlIcon.InProgress,
        },
        _ => HtmlIcon.Pending,
    };

    internal static string Badge(string tone, string word) => $"<span class=\"badge {tone}\">{HtmlIcon.Of(tone)}{HtmlText.Escape(word)}</span>";

    /// <summary>How far it is, as a bar; the numbers beside it say the same.</summary>
    private static string Bar(ClusterReport cluster) =>
        $"<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\" height=\"6\" rx=\"3\"/><rect class=\"{ToneOf(cluster)}\" width=\"{ReportWords.Of(cluster.PercentComplete)}%\" height=\"6\" rx=\"3\"/></svg>";

    private static void WriteFacts(ClusterReport cluster, TextWriter writer)
    {
        writer.Write("<dl class=\"facts\">\n");
        Write(nameof(ReportTexts.Number), cluster.ServiceGroupInstanceNo);
        Write(nameof(ReportTexts.Versions), cluster is { CurrentVersionCode: null, TargetVersionCode: null } ? null : VersionsOf(cluster));
        Write(nameof(ReportTexts.Requested), cluster.RequestedAt is null ? null : ReportWords.Of(cluster.RequestedAt));
        Write(nameof(ReportTexts.CompletedAt), cluster.CompletedAt is null ? null : TimeOf(cluster.CompletedAt, cluster));
        Write(nameof(ReportTexts.Expected), cluster.EstimatedCompletionAt is null ? null : TimeOf(cluster.EstimatedCompletionAt, cluster));
        Write(nameof(ReportTexts.LastReading), cluster.CompletedAt is not null || cluster.ReadAt is null ? null : TimeOf(cluster.ReadAt, cluster));
        Write(nameof(ReportTexts.Session), cluster.Session);
        Write(nameof(ReportTexts.RequestId), cluster.RequestId);
        writer.Write("</dl>\n");

        void Write(string name, string? value) =>
            writer.Write(value is null ? string.Empty : $"<div><dt>{HtmlText.Escape(Text(name))}</dt><dd>{HtmlText.Escape(value)}</dd></div>\n");
    }
}
