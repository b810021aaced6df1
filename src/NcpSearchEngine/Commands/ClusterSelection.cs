using System.Management.Automation;

namespace NcpSearchEngine.Commands;

/// <summary>Which clusters of a list are asked for: by name, by number, by both, or all of them.</summary>
internal sealed class ClusterSelection(string[]? names)
{
    private readonly WildcardPattern[] _patterns = [.. (names ?? []).Select(static name => new WildcardPattern(name, WildcardOptions.IgnoreCase))];
    private readonly HashSet<string> _missingNames =
        new((names ?? []).Where(static name => !WildcardPattern.ContainsWildcardCharacters(name)), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missingNumbers = new(StringComparer.Ordinal);

    /// <summary>Whether no cluster that is still to come can be meant.</summary>
    internal bool IsComplete => _numbers.Count > 0 && !Missing.Any();

    /// <summary>What was named literally and has not been there.</summary>
    internal IEnumerable<string> Missing => _missingNames.Concat(_missingNumbers);

    /// <summary>Asks for the cluster of this number, as long as its name is asked for too.</summary>
    internal void Add(string number)
    {
        if (_numbers.Add(number))
        {
            _missingNumbers.Add(number);
        }
    }

    /// <summary>Whether this cluster is asked for.</summary>
    internal bool Takes(Client.SearchEngineCluster cluster)
    {
        string name = cluster.ClusterName ?? string.Empty, no = cluster.ServiceGroupInstanceNo ?? string.Empty;
        _missingNames.Remove(name);
        _missingNumbers.Remove(no);
        return (_patterns.Length == 0 || _patterns.Any(pattern => pattern.IsMatch(name)))
            && (_numbers.Count == 0 || _numbers.Contains(no));
    }
}
