using NcpSearchEngine.Client;

namespace NcpSearchEngine.Hosts;

/// <summary>Text of a table may land in a CI log, where a line can be a command: no name may become one.</summary>
internal static class CellText
{
    private const string Break = " ";

    /// <summary>Breaks what GitHub Actions (<c>::</c> at the start) and Azure DevOps (<c>##vso[</c>, <c>##[</c>) take for commands.</summary>
    internal static string Harmless(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        string cleaned = ServiceText.Clean(text)!;
        if (cleaned.TrimStart().StartsWith("::", StringComparison.Ordinal))
        {
            int at = cleaned.IndexOf("::", StringComparison.Ordinal);
            cleaned = cleaned.Insert(at + 1, Break);
        }

        return cleaned.IndexOf("##", StringComparison.Ordinal) < 0
            ? cleaned
            : cleaned.Replace("##[", "#" + Break + "#[").Replace("##vso[", "#" + Break + "#vso[");
    }
}
