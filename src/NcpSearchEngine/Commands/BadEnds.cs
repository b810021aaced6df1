using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>Clusters that did not make it, held back until the others have ended.</summary>
internal sealed class BadEnds
{
    private readonly List<BadEnd> _ends = [];

    internal IReadOnlyList<BadEnd> All => _ends;

    internal void Add(string no, NcpSearchEngineException error, WatchedUpgrade? cluster) => _ends.Add(new BadEnd(no, error, cluster));

    /// <summary>One error that names every cluster that did not make it.</summary>
    internal (NcpSearchEngineException Error, object Target) ToOne() => _ends.Count == 1
        ? (_ends[0].Error, _ends[0].No)
        : (new NcpSearchEngineException(
            _ends[0].Error.ErrorId,
            ModuleMessages.SeveralDidNotMakeIt(_ends.Count, _ends.Select(static end => $"{end.Error.ErrorId}: {end.Error.Message}")),
            _ends[0].Error), _ends.Select(static end => end.No).ToArray());

    /// <param name="No">What was given as its instance number.</param>
    /// <param name="Error">Why it did not make it.</param>
    /// <param name="Cluster">How it stood last; null where it was never waited for.</param>
    internal sealed record BadEnd(string No, NcpSearchEngineException Error, WatchedUpgrade? Cluster);
}
