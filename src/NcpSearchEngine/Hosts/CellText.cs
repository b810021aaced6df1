using NcpSearchEngine.Client;

namespace NcpSearchEngine.Hosts;

/// <summary>Text of a table, which may land in a CI log.</summary>
internal static class CellText
{
    /// <summary>Cleans text from anywhere and breaks what CI hosts take for commands.</summary>
    internal static string Harmless(string? text) => string.IsNullOrEmpty(text) ? string.Empty : LogText.Harmless(ServiceText.Clean(text)!);
}
