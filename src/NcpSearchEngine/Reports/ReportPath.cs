using System.Management.Automation;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Reports;

/// <summary>Reads what <c>-ReportPath</c> was given: a PowerShell path, taken literally.</summary>
internal static class ReportPath
{
    private const string FileSystem = "FileSystem";

    /// <returns>The path for the file system.</returns>
    /// <exception cref="NcpSearchEngineException">ReportPathInvalid.</exception>
    internal static string Resolve(string? path, PathIntrinsics paths)
    {
        string given = ServiceText.Clean(path) ?? string.Empty;
        if (string.IsNullOrWhiteSpace(path))
        {
            throw Invalid(nameof(ReportTexts.PathNotAFile), given);
        }

        try
        {
            string resolved = paths.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == FileSystem ? resolved : throw Invalid(nameof(ReportTexts.PathNotAFile), given);
        }
        catch (Exception exception) when (exception is RuntimeException or ArgumentException or NotSupportedException or IOException)
        {
            throw Invalid(nameof(ReportTexts.PathUnresolved), given, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>Makes the error of a path.</summary>
    internal static NcpSearchEngineException Invalid(string text, params object?[] arguments) =>
        new(NcpErrorId.ReportPathInvalid, ReportWords.Format(text, arguments));
}
