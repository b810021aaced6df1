using System.Management.Automation;

namespace NcpSearchEngine.Commands;

/// <summary>Lists the versions that the service offers.</summary>
[Cmdlet(VerbsCommon.Get, "NcpSearchEngineVersion", HelpUri = OnlineHelp.Pages + "Get-NcpSearchEngineVersion.md")]
[OutputType(typeof(SearchEngineVersion))]
public sealed class GetNcpSearchEngineVersionCommand : ListCommand
{
    private readonly HashSet<NcpSearchEngineSession> _asked = [];

    /// <summary>Only versions of this engine. Rolling upgrades are for OpenSearch alone.</summary>
    [Parameter]
    [ValidateSet("OpenSearch", "Elasticsearch")]
    public string? Type { get; set; }

    private protected override void Ask(NcpSearchEngineSession session)
    {
        // Once, however often the session's name is piped in.
        if (!_asked.Add(session) || !TryWait(() => Await(session.Client.GetVersionsAsync(Stop)), session, out var answer))
        {
            return;
        }

        foreach (Client.SearchEngineVersion version in answer.Value)
        {
            if (Type is null || string.Equals(version.Type, Type, StringComparison.OrdinalIgnoreCase))
            {
                WriteObject(new SearchEngineVersion(version, session.Name));
            }
        }
    }
}
