namespace NcpSearchEngine.Client;

/// <summary>Which cluster is to be read when.</summary>
/// <remarks>
/// The first readings come at once, the later ones spread over the interval. A cluster has one place here at most, so readings never pile up:
/// where they can't keep up, all clusters are read less often.
/// </remarks>
internal sealed class PollSchedule
{
    private readonly SortedSet<(TimeSpan DueAt, int Index)> _queue = [];
    private readonly IReadOnlyList<ClusterWatch> _watches;
    private readonly bool[] _spread;

    internal PollSchedule(IReadOnlyList<ClusterWatch> watches)
    {
        _watches = watches;
        _spread = new bool[watches.Count];
        for (int i = 0; i < watches.Count; i++)
        {
            _queue.Add((TimeSpan.Zero, i));
        }
    }

    /// <summary>When the next reading is due; null while all are under way.</summary>
    internal TimeSpan? NextDueAt => _queue.Count == 0 ? null : _queue.Min.DueAt;

    /// <summary>Takes the cluster that has been due the longest.</summary>
    internal bool TryTake(TimeSpan now, out int index, out TimeSpan lateBy)
    {
        index = -1;
        lateBy = TimeSpan.Zero;
        if (_queue.Count == 0 || _queue.Min.DueAt > now)
        {
            return false;
        }

        (TimeSpan DueAt, int Index) next = _queue.Min;
        _queue.Remove(next);
        index = next.Index;
        lateBy = now - next.DueAt;
        return true;
    }

    /// <summary>Puts a cluster back after its reading, an interval after that began.</summary>
    internal void Return(int index, TimeSpan interval)
    {
        TimeSpan dueAt = _watches[index].LastStartAt + interval;
        if (!_spread[index])
        {
            _spread[index] = true;
            dueAt += TimeSpan.FromTicks(interval.Ticks / _watches.Count * index);
        }

        _queue.Add((dueAt, index));
    }
}
