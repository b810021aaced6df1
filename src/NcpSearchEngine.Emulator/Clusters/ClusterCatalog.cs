using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>The clusters that there are, by their numbers. It may be changed while the emulator runs, from any thread.</summary>
public sealed class ClusterCatalog : IEnumerable<EmulatedCluster>
{
    internal const int FirstGeneratedNo = 5_000_001;

    private readonly ConcurrentDictionary<string, EmulatedCluster> _clusters = new(StringComparer.Ordinal);
    private readonly EmulatorClock _clock;
    private readonly double _speed;

    internal ClusterCatalog(EmulatorClock clock, double speed)
    {
        _clock = clock;
        _speed = speed;
    }

    /// <summary>How many there are.</summary>
    public int Count => _clusters.Count;

    /// <summary>Adds a cluster; a live one begins its plan now. One that had the same number is replaced.</summary>
    public void Add(EmulatedCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        cluster.Enter(_clock, _speed);
        _clusters[cluster.No] = cluster;
    }

    /// <summary>Adds that many live clusters of one plan, with numbers from 5000001 on that are still free.</summary>
    public IReadOnlyList<LiveUpgradeCluster> AddLiveClusters(int count, LiveUpgradePlan? plan = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var added = new List<LiveUpgradeCluster>(count);
        for (var no = FirstGeneratedNo; added.Count < count; no++)
        {
            var text = no.ToString(CultureInfo.InvariantCulture);
            if (!_clusters.ContainsKey(text))
            {
                var cluster = new LiveUpgradeCluster(text, string.Create(CultureInfo.InvariantCulture, $"fleet-{no - FirstGeneratedNo + 1:D4}"), plan);
                Add(cluster);
                added.Add(cluster);
            }
        }

        return added;
    }

    /// <summary>Removes a cluster; false where there was none.</summary>
    public bool Remove(string no) => _clusters.TryRemove(no, out _);

    /// <summary>The cluster with this number, or null.</summary>
    public EmulatedCluster? Find(string? no) => no is not null && _clusters.TryGetValue(no, out var cluster) ? cluster : null;

    /// <summary>Removes all.</summary>
    public void Clear() => _clusters.Clear();

    /// <summary>The clusters in the order of their numbers.</summary>
    public IEnumerator<EmulatedCluster> GetEnumerator() =>
        _clusters.Values.OrderBy(cluster => cluster.No.Length).ThenBy(cluster => cluster.No, StringComparer.Ordinal).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
