using System.Management.Automation;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Reports;

/// <summary>Reads what <c>-ReportPath</c> was given: a PowerShell path, taken literally.</summary>
internal static class ReportPath
{
    /// <returns>The path for the file system.</returns>
    /// <exception cref="NcpSearchEngineException">ReportPathInvalid.</exception>
    internal static string Resolve(string? path, PathIntrinsics paths)
    {
        string given = ServiceText.Clean(path) ?? string.Empty;
        if (string.IsNullOrWhiteSpace(path))
        {
            throw Invalid(nameof(ReportTexts.PathNotAFile), given);
        }

        return FileSystemPath.Resolve(path!, paths, out Exception? reason)
            ?? throw (reason is null
                ? Invalid(nameof(ReportTexts.PathNotAFile), given)
                : Invalid(nameof(ReportTexts.PathUnresolved), given, reason.Message.TrimEnd('.')));
    }

    /// <summary>Makes the error of a path.</summary>
    internal static NcpSearchEngineException Invalid(string text, params object?[] arguments) =>
        new(NcpErrorId.ReportPathInvalid, ReportWords.Format(text, arguments));
}
