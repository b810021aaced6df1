namespace NcpSearchEngine.Client;

/// <summary>Which failures of a read pass by themselves, how long to wait for that, and when to give up.</summary>
internal sealed class RetryPolicy(int maxRetryCount, TimeSpan requestTimeout)
{
    /// <summary>All retries of a call together take no longer than so many single requests may.</summary>
    private const int OverallFactor = 5;

    private static readonly TimeSpan _base = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _longestAsked = TimeSpan.FromSeconds(60);

    private readonly RetryQuota _quota = new();

#if !NET
    [ThreadStatic]
    private static Random? _random;
#endif

    /// <summary>Whether the call is to be repeated after this failure, the <paramref name="failures"/>th.</summary>
    internal bool Allows(NcpSearchEngineException failure, int failures) => failures <= maxRetryCount && failure switch
    {
        NcpApiException { ErrorId: NcpErrorId.Throttled } => true,
        NcpApiException { ErrorId: NcpErrorId.ServiceUnavailable, HttpStatus: 200 or 500 or 502 or 503 or 504 } => true,
        { ErrorId: NcpErrorId.ConnectionFailed } => true,
        _ => false,
    };

    /// <summary>Takes the time and the quota for a retry; false where either is used up.</summary>
    internal bool TryBegin(TimeSpan elapsed, TimeSpan delay) =>
        elapsed + delay < TimeSpan.FromTicks(requestTimeout.Ticks * OverallFactor) && _quota.TryPay();

    /// <summary>A call succeeded after so many retries.</summary>
    internal void Succeeded(int retries) => _quota.GiveBack(retries);

    /// <summary>Full jitter on a doubling base; the service's own <c>Retry-After</c> is a lower bound, itself bounded.</summary>
    internal static TimeSpan DelayAfter(int failures, TimeSpan? retryAfter)
    {
        double longest = Math.Min(_longest.TotalMilliseconds, _base.TotalMilliseconds * Math.Pow(2, failures - 1));
        TimeSpan jitter = TimeSpan.FromMilliseconds(NextDouble() * longest);
        TimeSpan asked = retryAfter is { } given ? (given < _longestAsked ? given : _longestAsked) : TimeSpan.Zero;
        return asked > jitter ? asked : jitter;
    }

#if NET
#pragma warning disable CA5394 // Spreads retries; guards nothing.
    private static double NextDouble() => Random.Shared.NextDouble();
#pragma warning restore CA5394
#else
    private static double NextDouble() => (_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#endif
}
