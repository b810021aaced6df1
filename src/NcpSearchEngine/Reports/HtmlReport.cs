using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using static NcpSearchEngine.Reports.ReportWords;

namespace NcpSearchEngine.Reports;

/// <summary>Writes a report as one HTML file that needs nothing else: no network, no script, light and dark, for a screen of any width and for paper.</summary>
internal static class HtmlReport
{
    /// <summary>So many clusters are shown open. Of more, only those that did not complete are, and of these so many.</summary>
    private const int MostOpen = 3;

    internal static void Write(WaitReport report, TextWriter writer)
    {
        string style = Style();
        string headline = HtmlText.Escape(ReportHeadline.Of(report));
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="{Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Hash(style)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{headline}</title>
            <style>{style}</style>
            </head>
            <body>
            <main>
            <header class="verdict {ToneOf(report)}">
            {HtmlIcon.Of(ToneOf(report))}
            <div>
            <h1>{headline}</h1>
            <p>{HtmlText.Escape(ReportHeadline.TimesOf(report))}</p>
            </div>
            </header>

            """.Replace("\r\n", "\n"));
        WriteCounts(report, writer);
        WriteClusters(report, writer);
        WriteNotes(report, writer);
        writer.Write("</main>\n</body>\n</html>\n");
    }

    private static string ToneOf(WaitReport report) => report.Verdict switch
    {
        WaitVerdict.Completed => HtmlIcon.Completed,
        WaitVerdict.NotCompleted => HtmlIcon.Failed,
        WaitVerdict.Waiting => report.Count(ClusterOutcome.NotCompleted) > 0 ? HtmlIcon.Failed : HtmlIcon.InProgress,
        _ => HtmlIcon.Pending,
    };

    private static void WriteCounts(WaitReport report, TextWriter writer)
    {
        if (report.Clusters.Count <= 1)
        {
            return;
        }

        writer.Write("<ul class=\"counts\">\n");
        foreach (IGrouping<(string Tone, string Word), ClusterReport> group in report.ByUrgency.GroupBy(static cluster => (HtmlCluster.ToneOf(cluster), ReportWords.Of(cluster))))
        {
            writer.Write($"<li><b>{ReportWords.Of(group.Count())}</b> <span class=\"badge {group.Key.Tone}\">{HtmlIcon.Of(group.Key.Tone)}{HtmlText.Escape(group.Key.Word)}</span></li>\n");
        }

        writer.Write("</ul>\n");
    }

    private static void WriteClusters(WaitReport report, TextWriter writer)
    {
        int count = report.Clusters.Count, open = 0;
        foreach (ClusterReport cluster in report.ByUrgency)
        {
            bool isOpen = count <= MostOpen || (cluster.Outcome is ClusterOutcome.NotCompleted && open < MostOpen);
            open += isOpen ? 1 : 0;
            HtmlCluster.Write(cluster, isOnly: count == 1, isOpen, writer);
        }
    }

    private static void WriteNotes(WaitReport report, TextWriter writer)
    {
        writer.Write("<footer>\n");
        if (report.Clusters.SelectMany(static cluster => cluster.Nodes).Any(static node => node.IsStartEstimated))
        {
            writer.Write($"<p>{HtmlText.Escape(Text(nameof(ReportTexts.Estimated)))}</p>\n");
        }

        foreach (string offset in report.Clusters.Select(static cluster => cluster.RequestedAt).OfType<DateTimeOffset>().Select(OffsetOf).Distinct())
        {
            writer.Write($"<p>{HtmlText.Escape(Format(nameof(ReportTexts.Zone), offset))}</p>\n");
        }

        writer.Write("</footer>\n");
    }

    private static string Style()
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("NcpSearchEngine.Reports.report.css")!, Encoding.UTF8);
        return "\n" + reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private static string Hash(string style)
    {
        using SHA256 hash = SHA256.Create();
#pragma warning disable CA1850 // HashData is not there on .NET Framework.
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(style)));
#pragma warning restore CA1850
    }
}
