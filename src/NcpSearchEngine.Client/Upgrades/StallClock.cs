namespace NcpSearchEngine.Client;

/// <summary>How long an upgrade has not changed, counting only time that lies between two readings that succeeded.</summary>
internal sealed class StallClock
{
    /// <summary>A person is told after every so much time without a change, whether or not it ends the wait.</summary>
    private static readonly TimeSpan _warnEvery = TimeSpan.FromSeconds(1800);

    private TimeSpan? _lastGoodAt;
    private TimeSpan _warnedAt;

    internal TimeSpan Unchanged { get; private set; }

    /// <summary>A reading succeeded; true where a warning is due.</summary>
    internal bool Read(TimeSpan now, bool changed)
    {
        if (changed)
        {
            Unchanged = _warnedAt = TimeSpan.Zero;
        }
        else if (_lastGoodAt is { } last)
        {
            Unchanged += now - last;
        }

        _lastGoodAt = now;
        if (Unchanged - _warnedAt < _warnEvery)
        {
            return false;
        }

        _warnedAt = Unchanged;
        return true;
    }

    /// <summary>Nobody knows what happens until the next reading that succeeds.</summary>
    internal void Interrupt() => _lastGoodAt = null;
}
