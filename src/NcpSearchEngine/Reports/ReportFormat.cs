using System.Text;

namespace NcpSearchEngine.Reports;

/// <summary>What a report file is written as, by the extension of its name.</summary>
internal static class ReportFormat
{
    internal const string Extensions = ".html, .htm, .md, .json, .csv";

    /// <returns>What writes the format; null for an extension that is none.</returns>
    internal static Action<WaitReport, Stream>? Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => AsText(HtmlReport.Write, hasMark: false),
        ".MD" => AsText(static (report, writer) => MarkdownReport.Write(report, writer), hasMark: false),
        ".JSON" => JsonReport.Write,

        // Without the mark Excel takes UTF-8 for the code page of the machine.
        ".CSV" => AsText(CsvReport.Write, hasMark: true),
        _ => null,
    };

    private static Action<WaitReport, Stream> AsText(Action<WaitReport, TextWriter> write, bool hasMark) => (report, stream) =>
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(hasMark));
        write(report, writer);
    };
}
