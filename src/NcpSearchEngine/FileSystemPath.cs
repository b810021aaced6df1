using System.Management.Automation;

namespace NcpSearchEngine;

/// <summary>Reads a PowerShell path, literally: <c>~</c>, drives, relative to the current location.</summary>
internal static class FileSystemPath
{
    /// <param name="path">What the user wrote.</param>
    /// <param name="paths">Those of the session state.</param>
    /// <param name="reason">Why it is no path; null where it is one of something else, such as a variable.</param>
    /// <returns>The path for the file system; null where it is none.</returns>
    internal static string? Resolve(string path, PathIntrinsics paths, out Exception? reason)
    {
        reason = null;
        try
        {
            string resolved = paths.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == "FileSystem" ? resolved : null;
        }
        catch (Exception exception) when (exception is RuntimeException or ArgumentException or NotSupportedException or IOException)
        {
            reason = exception;
            return null;
        }
    }
}
