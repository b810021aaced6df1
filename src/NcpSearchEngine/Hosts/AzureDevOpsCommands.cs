using static System.FormattableString;

namespace NcpSearchEngine.Hosts;

/// <summary>The logging commands of Azure DevOps, escaped as its task library does.</summary>
internal sealed class AzureDevOpsCommands : LoggingCommands
{
    internal override string Completed(string text) => "##[section]" + text;

    internal override string Warning(string text) => "##vso[task.logissue type=warning]" + Data(text);

    internal override string Error(string id, string text) => $"##vso[task.logissue type=error;code={Property(id)}]{Data(text)}";

    internal override string? Progress(int percent, string text) => Invariant($"##vso[task.setprogress value={percent};]{Data(text)}");

    internal override string BeginGroup(string title) => "##[group]" + title;

    internal override string EndGroup() => "##[endgroup]";

    /// <summary>The page of this file is shown with the run.</summary>
    internal static string UploadSummary(string path) => "##vso[task.uploadsummary]" + Data(path);

    private static string Data(string text) => text.Replace("%", "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace("]", "%5D").Replace(";", "%3B");
}
