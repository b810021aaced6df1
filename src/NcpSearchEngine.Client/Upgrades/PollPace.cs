namespace NcpSearchEngine.Client;

/// <summary>How often each cluster is read: as often as was asked for, unless the service or the throttle limit doesn't allow it.</summary>
internal sealed class PollPace
{
    /// <summary>A busy service must not silence a wait for longer than this.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    private readonly TimeSpan _least;
    private TimeSpan _changedAt;
    private bool _isLate;

    internal PollPace(TimeSpan least) => Interval = _least = least;

    internal TimeSpan Interval { get; private set; }

    /// <summary>The service asked for patience: all clusters are read half as often, or as seldom as it says. Once an interval, since many say it at once.</summary>
    internal string? Throttled(TimeSpan now, TimeSpan? retryAfter)
    {
        if (Interval > _least && now - _changedAt < Interval)
        {
            return null;
        }

        _changedAt = now;
        TimeSpan doubled = retryAfter > Interval + Interval ? retryAfter.Value : Interval + Interval;
        Interval = doubled < _longest ? doubled : _longest > Interval ? _longest : Interval;
        return Messages.PaceSlower(Interval);
    }

    /// <summary>A reading succeeded: a tenth faster again, once an interval.</summary>
    internal string? Succeeded(TimeSpan now)
    {
        if (Interval == _least || now - _changedAt < Interval)
        {
            return null;
        }

        _changedAt = now;
        TimeSpan shorter = TimeSpan.FromTicks(Interval.Ticks / 10 * 9);
        Interval = shorter > _least ? shorter : _least;
        return Interval == _least ? Messages.PaceRestored(Interval) : null;
    }

    /// <summary>A reading begins, later than it was due; says so once when it begins to be late.</summary>
    internal string? Began(TimeSpan lateBy, int throttleLimit)
    {
        bool isLate = lateBy.Ticks > Interval.Ticks / 4;
        bool tell = isLate && !_isLate;
        _isLate = isLate;
        return tell ? Messages.PaceLate(Interval + lateBy, throttleLimit) : null;
    }
}
