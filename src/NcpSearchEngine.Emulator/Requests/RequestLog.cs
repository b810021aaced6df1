namespace NcpSearchEngine.Emulator;

/// <summary>What arrived: the last requests themselves, and the counts of all.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly Queue<RequestRecord> _records = new();
    private readonly Dictionary<string, long> _byCluster = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;
    private readonly int _capacity;
    private long _sequence;
    private long _count;
    private int _inFlight;
    private int _peakInFlight;

    internal RequestLog(TimeProvider timeProvider, int capacity)
    {
        _timeProvider = timeProvider;
        _capacity = capacity;
    }

    /// <summary>Raised for each request when its answer is made, before it goes out.</summary>
    public event Action<RequestRecord>? Answered;

    /// <summary>How many requests arrived since the start or the last <see cref="Clear"/>.</summary>
    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>
    /// How many requests are being served now. A request is over when its answer is made, just before the first byte goes out: so a client that
    /// sends one request after another never counts as two.
    /// </summary>
    public int InFlight
    {
        get
        {
            lock (_lock)
            {
                return _inFlight;
            }
        }
    }

    /// <summary>The most requests that were served at the same time.</summary>
    public int PeakInFlight
    {
        get
        {
            lock (_lock)
            {
                return _peakInFlight;
            }
        }
    }

    /// <summary>How many requests named this cluster.</summary>
    public long CountFor(string no)
    {
        lock (_lock)
        {
            return _byCluster.GetValueOrDefault(no);
        }
    }

    /// <summary>The requests kept, oldest first.</summary>
    public IReadOnlyList<RequestRecord> Snapshot()
    {
        lock (_lock)
        {
            return [.. _records];
        }
    }

    /// <summary>Forgets everything but what is in flight.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _records.Clear();
            _byCluster.Clear();
            _count = 0;
            _peakInFlight = _inFlight;
        }
    }

    internal void Arrived(RequestRecord record)
    {
        lock (_lock)
        {
            record.Sequence = ++_sequence;
            _count++;
            _peakInFlight = Math.Max(_peakInFlight, ++_inFlight);
            if (record.ClusterNo is { } no)
            {
                _byCluster[no] = _byCluster.GetValueOrDefault(no) + 1;
            }

            if (_capacity > 0)
            {
                if (_records.Count == _capacity)
                {
                    _records.Dequeue();
                }

                _records.Enqueue(record);
            }
        }
    }

    internal void Left(RequestRecord record, int? status)
    {
        if (!record.Leaves())
        {
            return;
        }

        record.Status = status;
        record.Duration = _timeProvider.GetElapsedTime(record.StartedAt);
        lock (_lock)
        {
            _inFlight--;
        }

        Answered?.Invoke(record);
    }
}
