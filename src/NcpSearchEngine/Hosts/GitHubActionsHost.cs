using NcpSearchEngine.Reports;

namespace NcpSearchEngine.Hosts;

/// <summary>GitHub Actions: workflow commands, escaped as its toolkit does, and the step summary.</summary>
internal sealed class GitHubActionsHost : CIHost
{
    /// <summary>All of a step's summary together; more is not shown at all.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>With less room the page is not worth its place.</summary>
    private const int LeastBytes = 4096;

    internal override string Completed(string text) => "::notice title=Completed::" + Data(text);

    internal override string Warning(string text) => "::warning::" + Data(text);

    internal override string Error(string id, string text) => $"::error title={Property(id)}::{Data(text)}";

    internal override string? Progress(int percent, string text) => null;

    internal override string BeginGroup(string title) => "::group::" + Data(title);

    internal override string EndGroup() => "::endgroup::";

    /// <summary>Appends to what other commands of the step have written.</summary>
    internal override string? WriteSummary(WaitReport report)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is not { Length: > 0 } path)
        {
            return null;
        }

        using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        long room = MostBytes - file.Seek(0, SeekOrigin.End);
        if (room < LeastBytes)
        {
            throw new IOException(CIMessages.SummaryIsFull());
        }

        using StreamWriter writer = new(file, Encoding);
        writer.Write('\n');
        MarkdownReport.Write(report, writer, charts: true, (int)room - 1);
        return null;
    }

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
