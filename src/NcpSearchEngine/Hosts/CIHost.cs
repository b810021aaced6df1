using System.Text;
using NcpSearchEngine.Reports;

namespace NcpSearchEngine.Hosts;

/// <summary>How a CI host is told what happens: by lines of the log that it takes for commands, and by a page that it shows with the run.</summary>
/// <remarks>Texts are harmless already; here they are escaped.</remarks>
internal abstract class CIHost
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    private protected static Encoding Encoding => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The upgrade of a cluster is done.</summary>
    internal abstract string Completed(string text);

    /// <summary>Something a person should know.</summary>
    internal abstract string Warning(string text);

    /// <summary>Something went wrong.</summary>
    /// <param name="id">The error's id.</param>
    /// <param name="text">What a person reads.</param>
    internal abstract string Error(string id, string text);

    /// <summary>How far all is; null where the host has no place for it.</summary>
    /// <param name="percent">From 0 to 100.</param>
    /// <param name="text">What goes on.</param>
    internal abstract string? Progress(int percent, string text);

    /// <summary>The lines that follow are folded away under this title.</summary>
    internal abstract string BeginGroup(string title);

    /// <summary>The end of what is folded away.</summary>
    internal abstract string EndGroup();

    /// <summary>Writes the page that is shown with the run.</summary>
    /// <returns>The line that tells the host of it; null where none is needed.</returns>
    /// <exception cref="IOException">It can't be written, or there is no room for it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal abstract string? WriteSummary(WaitReport report);
}
