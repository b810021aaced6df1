using NcpSearchEngine.Client;

namespace NcpSearchEngine.Hosts;

/// <summary>How far all clusters of a wait are together.</summary>
/// <param name="count">How many are waited for, read or not.</param>
internal sealed class WaitTotals(int count)
{
    private readonly HashSet<WatchedUpgrade> _known = [];
    private readonly List<WatchedUpgrade> _clusters = [];

    internal int Count => count;

    /// <summary>Those of which something has been told, in the order of that.</summary>
    internal IReadOnlyList<WatchedUpgrade> Clusters => _clusters;

    internal int Completed => _clusters.Count(static cluster => cluster.Outcome == WatchOutcome.Completed);

    internal int NotCompleted => _clusters.Count(static cluster => cluster.Outcome == WatchOutcome.NotCompleted);

    /// <summary>A cluster that has ended counts whole, however it ended; one whose upgrade is not there yet not at all.</summary>
    internal int Percent => count == 0 ? 100 : (int)(_clusters.Sum(static cluster => (long)PercentOf(cluster)) / count);

    /// <summary>Takes note of a cluster.</summary>
    internal void Add(WatchedUpgrade cluster)
    {
        if (_known.Add(cluster))
        {
            _clusters.Add(cluster);
        }
    }

    private static int PercentOf(WatchedUpgrade cluster) =>
        cluster.Outcome != WatchOutcome.Waiting ? 100 : cluster.IsThere ? cluster.Upgrade?.PercentComplete ?? 0 : 0;
}
