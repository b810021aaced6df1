namespace NcpSearchEngine.Client;

/// <summary>A time that an upgrade has to be asked for after: a moment, or a date as the service would write it, on its clock and without a zone.</summary>
public readonly struct RequestTime : IEquatable<RequestTime>
{
    /// <summary>How much earlier a record may be, since two clocks are compared.</summary>
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(60);

    private readonly DateTimeOffset _time;
    private readonly bool _isServiceTime;

    private RequestTime(DateTimeOffset time, bool isServiceTime)
    {
        _time = time;
        _isServiceTime = isServiceTime;
    }

    /// <summary>A moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>The time.</returns>
    public static RequestTime At(DateTimeOffset moment) => new(moment, isServiceTime: false);

    /// <summary>A moment where the kind says which, else a date on the service's clock.</summary>
    /// <param name="date">A date of kind Utc or Local, or of no kind.</param>
    /// <returns>The time.</returns>
    public static RequestTime At(DateTime date) => date.Kind == DateTimeKind.Unspecified
        ? new(new DateTimeOffset(date, TimeSpan.Zero), isServiceTime: true)
        : At(new DateTimeOffset(date));

    /// <summary>Whether two are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are.</returns>
    public static bool operator ==(RequestTime left, RequestTime right) => left.Equals(right);

    /// <summary>Whether two differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they do.</returns>
    public static bool operator !=(RequestTime left, RequestTime right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(RequestTime other) => _time.EqualsExact(other._time) && _isServiceTime == other._isServiceTime;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RequestTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _time.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _time.ToString(_isServiceTime ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether this comes later than another.</summary>
    /// <param name="other">The other.</param>
    /// <param name="utcOffset">The zone of the service's clock.</param>
    /// <returns>Whether it does.</returns>
    public bool IsLaterThan(RequestTime other, TimeSpan utcOffset) => Moment(utcOffset) > other.Moment(utcOffset);

    /// <summary>
    /// Whether a record is late enough in every zone that the service may write in, or is the very one that the time was taken from: then the zone
    /// is the same on both sides, whichever it is.
    /// </summary>
    internal bool IsMetBy(DateTimeOffset requested, IReadOnlyList<TimeSpan> utcOffsets)
    {
        DateTimeOffset after = _time;
        return _isServiceTime
            ? requested.DateTime >= Earlier(after).DateTime
            : requested.EqualsExact(after) || utcOffsets.All(offset => new DateTimeOffset(requested.DateTime, offset) >= Earlier(after));
    }

    private static DateTimeOffset Earlier(DateTimeOffset time) => time - DateTimeOffset.MinValue > _tolerance ? time - _tolerance : time;

    private DateTimeOffset Moment(TimeSpan utcOffset) => _isServiceTime ? _time - utcOffset : _time;
}
