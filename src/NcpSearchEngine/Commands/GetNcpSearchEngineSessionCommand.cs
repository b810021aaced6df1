using System.Management.Automation;
using NcpSearchEngine.Sessions;

namespace NcpSearchEngine.Commands;

/// <summary>Lists the open sessions of this runspace.</summary>
[Cmdlet(VerbsCommon.Get, "NcpSearchEngineSession", HelpUri = OnlineHelp.Pages + "Get-NcpSearchEngineSession.md")]
[OutputType(typeof(NcpSearchEngineSession))]
public sealed class GetNcpSearchEngineSessionCommand : SessionCommand
{
    /// <summary>Names, with wildcards; all sessions where none is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (NcpSearchEngineSession session in Matching(Name, () => SessionStore.Current?.All() ?? []))
        {
            WriteObject(session);
        }
    }
}
