using NcpSearchEngine.Reports;
using static System.FormattableString;

namespace NcpSearchEngine.Hosts;

/// <summary>Azure DevOps: logging commands, escaped as its task library does, and a page among the run's summaries.</summary>
internal sealed class AzureDevOpsHost : CIHost
{
    private const int MostBytes = 1024 * 1024;

    internal override string Completed(string text) => "##[section]" + text;

    internal override string Warning(string text) => "##vso[task.logissue type=warning]" + Data(text);

    internal override string Error(string id, string text) => $"##vso[task.logissue type=error;code={Property(id)}]{Data(text)}";

    internal override string? Progress(int percent, string text) => Invariant($"##vso[task.setprogress value={percent};]{Data(text)}");

    internal override string BeginGroup(string title) => "##[group]" + title;

    internal override string EndGroup() => "##[endgroup]";

    /// <summary>Writes a file that the agent keeps until the job ends: it is uploaded later. Its name is the page's heading. Charts are not drawn there.</summary>
    internal override string? WriteSummary(WaitReport report)
    {
        if (Environment.GetEnvironmentVariable("AGENT_TEMPDIRECTORY") is not { Length: > 0 } folder)
        {
            return null;
        }

        using FileStream file = Create(folder);
        using StreamWriter writer = new(file, Encoding);
        MarkdownReport.Write(report, writer, charts: false, MostBytes);
        return "##vso[task.uploadsummary]" + Data(file.Name);
    }

    /// <summary>A file of its own for each wait of the job.</summary>
    private static FileStream Create(string folder)
    {
        for (int i = 1; ; i++)
        {
            string path = Path.Combine(folder, i == 1 ? "Rolling upgrade.md" : Invariant($"Rolling upgrade {i}.md"));
            try
            {
                return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another wait of this job has it.
            }
        }
    }

    private static string Data(string text) => text.Replace("%", "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace("]", "%5D").Replace(";", "%3B");
}
