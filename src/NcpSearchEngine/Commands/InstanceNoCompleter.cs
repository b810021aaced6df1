using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;
using NcpSearchEngine.Sessions;

namespace NcpSearchEngine.Commands;

/// <summary>Completes the number of a cluster from its own beginning or from the cluster's name.</summary>
/// <remarks>It waits for no more than a moment, and what fails completes nothing: an error in the middle of typing helps nobody.</remarks>
internal sealed class InstanceNoCompleter : IArgumentCompleter
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string? wordToComplete,
        CommandAst commandAst,
        IDictionary? fakeBoundParameters)
    {
        try
        {
            string word = wordToComplete?.Trim('\'', '"') ?? string.Empty;
            WildcardPattern name = new(word + "*", WildcardOptions.IgnoreCase);
            return SessionOf(fakeBoundParameters) is not { IsClosed: false } session ? [] :
            [
                .. KnownClusters.Of(session).Get(session, _patience)
                    .Where(cluster => IsMeant(cluster, word, name))
                    .Select(ResultOf),
            ];
        }
        catch (WildcardPatternException)
        {
            return [];
        }
    }

    /// <summary>A number of any other shape would be text of the service in a command line.</summary>
    private static bool IsMeant(Client.SearchEngineCluster cluster, string word, WildcardPattern name) =>
        InstanceNo.IsValid(cluster.ServiceGroupInstanceNo)
        && (cluster.ServiceGroupInstanceNo!.StartsWith(word, StringComparison.Ordinal) || name.IsMatch(cluster.ClusterName ?? string.Empty));

    private static CompletionResult ResultOf(Client.SearchEngineCluster cluster)
    {
        string no = cluster.ServiceGroupInstanceNo!, name = CellText.Harmless(cluster.ClusterName);
        string shown = name.Length == 0 ? no : name;
        return new CompletionResult(no, shown, CompletionResultType.ParameterValue, shown);
    }

    private static NcpSearchEngineSession? SessionOf(IDictionary? parameters)
    {
        object? given = parameters?[nameof(ServiceCommand.Session)];
        return (given is PSObject wrapped ? wrapped.BaseObject : given) switch
        {
            null => SessionStore.Current?.Default,
            NcpSearchEngineSession session => session,
            string name => SessionStore.Current?.Find(name.Trim()),
            _ => null,
        };
    }
}
