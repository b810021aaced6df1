using System.Management.Automation;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>Makes a session the default of this runspace.</summary>
[Cmdlet(VerbsCommon.Select, "NcpSearchEngineSession", DefaultParameterSetName = "Name", HelpUri = OnlineHelp.Pages + "Select-NcpSearchEngineSession.md")]
public sealed class SelectNcpSearchEngineSessionCommand : SessionCommand
{
    /// <summary>The session's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>The session: an object or a name.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Session")]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public object? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            NcpSearchEngineSession session = Resolve(Session ?? Name);
            if (!Store.TrySelect(session))
            {
                throw new NcpSearchEngineException(
                    NcpErrorId.UnknownSession,
                    ModuleMessages.UnknownSession(session.Name, [.. Store.All().Select(static open => open.Name)]));
            }
        }
        catch (NcpSearchEngineException exception)
        {
            Throw(exception, Session ?? Name);
        }
    }
}
