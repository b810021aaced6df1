using System.Management.Automation;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>Lists the clusters that the account sees; those that it may not touch are marked.</summary>
[Cmdlet(VerbsCommon.Get, "NcpSearchEngineCluster", HelpUri = OnlineHelp.Pages + "Get-NcpSearchEngineCluster.md")]
[OutputType(typeof(SearchEngineCluster))]
public sealed class GetNcpSearchEngineClusterCommand : ListCommand
{
    private readonly Dictionary<NcpSearchEngineSession, ClusterSelection> _selections = [];

    /// <summary>Names, with wildcards; clusters of any name where none is given.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Instance numbers; clusters of any number where none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ClusterNo")]
    [InstanceNoOf]
    [ArgumentCompleter(typeof(InstanceNoCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? ServiceGroupInstanceNo { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // Numbers that are piped in are gathered first, so that a list is read once, however many there are.
        foreach (KeyValuePair<NcpSearchEngineSession, ClusterSelection> selection in _selections)
        {
            List(selection.Key, selection.Value);
        }
    }

    private protected override void Ask(NcpSearchEngineSession session)
    {
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(ServiceGroupInstanceNo)))
        {
            SelectionOf(session);
            return;
        }

        foreach (string? no in ServiceGroupInstanceNo ?? [null])
        {
            try
            {
                string number = InstanceNo.Parse(no);
                SelectionOf(session).Add(number);
            }
            catch (NcpSearchEngineException exception)
            {
                WriteError(ErrorRecords.Of(exception, no));
            }
        }
    }

    private ClusterSelection SelectionOf(NcpSearchEngineSession session)
    {
        if (!_selections.TryGetValue(session, out ClusterSelection? selection))
        {
            _selections.Add(session, selection = new ClusterSelection(Name));
        }

        return selection;
    }

    private void List(NcpSearchEngineSession session, ClusterSelection selection)
    {
        IAsyncEnumerator<Client.SearchEngineCluster> clusters = session.Client.GetClustersAsync(Stop).GetAsyncEnumerator(Stop);
        bool isThere = true;
        while (isThere && !selection.IsComplete)
        {
            if (!TryWait(() => Next(clusters), session, out isThere))
            {
                return;
            }

            if (isThere && selection.Takes(clusters.Current))
            {
                WriteObject(new SearchEngineCluster(clusters.Current, session.Name));
            }
        }

        foreach (string missing in selection.Missing)
        {
            NcpSearchEngineException notFound = new(NcpErrorId.InvalidServiceGroupInstanceNo, ModuleMessages.ClusterNotFound(missing, session.Name));
            WriteError(ErrorRecords.Of(notFound, missing));
        }
    }
}
