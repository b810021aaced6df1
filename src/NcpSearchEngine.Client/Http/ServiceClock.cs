namespace NcpSearchEngine.Client;

/// <summary>The time that requests are stamped with: the local clock, corrected once the gateway has shown that it is wrong.</summary>
internal sealed class ServiceClock(TimeProvider timeProvider)
{
    /// <summary>The gateway refuses a stamp from 5 minutes on; nearer than this, the key is to blame.</summary>
    private static readonly TimeSpan _tolerance = TimeSpan.FromMinutes(4);

    /// <summary>A clock further away than this is a proxy's or a forgery; it is not followed.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromHours(24);

    private long _offsetTicks;

    internal TimeProvider TimeProvider => timeProvider;

    internal TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    internal DateTimeOffset Now => timeProvider.GetUtcNow() + Offset;

    /// <summary>Compares the clocks after a refused signature.</summary>
    internal ClockComparison Compare(DateTimeOffset signedAt, DateTimeOffset? serviceDate)
    {
        if (serviceDate is not { } date)
        {
            return ClockComparison.Unknown;
        }

        TimeSpan offset = date - timeProvider.GetUtcNow();
        if (offset.Duration() > _limit)
        {
            return ClockComparison.Unknown;
        }

        if ((date - signedAt).Duration() < _tolerance)
        {
            return ClockComparison.Agree;
        }

        Interlocked.Exchange(ref _offsetTicks, offset.Ticks);
        return ClockComparison.Corrected;
    }
}

/// <summary>What the <c>Date</c> of a refused request says about the clocks.</summary>
internal enum ClockComparison
{
    /// <summary>They agree: it is not the clock.</summary>
    Agree,

    /// <summary>They did not; from now on requests are stamped with the gateway's time.</summary>
    Corrected,

    /// <summary>There is no usable date to compare with.</summary>
    Unknown,
}
