namespace NcpSearchEngine.HelpCompiler;

/// <summary>Something on a page that can't be turned into help.</summary>
/// <param name="path">The page.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="message">What is wrong, and what to write.</param>
internal sealed class PageException(string path, int line, string message) : Exception(message)
{
    /// <summary>As a build shows it, so that an editor jumps there.</summary>
    internal string AsBuildError => FormattableString.Invariant($"{path}({line}): error HELP001: {Message}");
}
