namespace NcpSearchEngine.Hosts;

/// <summary>How a CI host is told what happens: by lines of the log that it takes for commands.</summary>
internal abstract class LoggingCommands
{
    /// <summary>The upgrade of a cluster is done.</summary>
    /// <param name="text">What a person reads.</param>
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
}
