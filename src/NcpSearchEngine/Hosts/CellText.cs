using NcpSearchEngine.Client;

namespace NcpSearchEngine.Hosts;

/// <summary>Text of a table, which may land in a CI log.</summary>
internal static class CellText
{
    /// <summary>Cleans text from anywhere and breaks what CI hosts take for commands.</summary>
    internal static string Harmless(string? text) => string.IsNullOrEmpty(text) ? string.Empty : LogText.Harmless(ServiceText.Clean(text)!);

    /// <summary>A cluster by name and number; never digits alone, which a cmdlet would take for a number.</summary>
    internal static string Cluster(string? name, string? serviceGroupInstanceNo) =>
        $"{(string.IsNullOrEmpty(name) ? "?" : Harmless(name))} ({Harmless(serviceGroupInstanceNo)})";
}
