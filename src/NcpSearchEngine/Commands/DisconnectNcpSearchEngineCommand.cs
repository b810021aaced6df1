using System.Management.Automation;

namespace NcpSearchEngine.Commands;

/// <summary>Closes sessions and wipes their keys.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "NcpSearchEngine", DefaultParameterSetName = "Name", HelpUri = OnlineHelp.Pages + "Disconnect-NcpSearchEngine.md")]
public sealed class DisconnectNcpSearchEngineCommand : SessionCommand
{
    /// <summary>Names, with wildcards; the default session where none is given.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The session to close: an object or a name.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Session")]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public object? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (NcpSearchEngineSession session in Matching(Name, () => [Resolve(Session)]))
        {
            Store.Close(session);
        }
    }
}
