namespace NcpSearchEngine.Client;

/// <summary>Which failures of a read pass by themselves, and how long to wait for that.</summary>
internal sealed class RetryPolicy(int maxRetryCount)
{
    private static readonly TimeSpan _base = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

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

    /// <summary>Full jitter on a doubling base; the service's own <c>Retry-After</c> is a lower bound, itself bounded.</summary>
    internal static TimeSpan DelayAfter(int failures, TimeSpan? retryAfter)
    {
        double longest = Math.Min(_longest.TotalMilliseconds, _base.TotalMilliseconds * Math.Pow(2, failures - 1));
        TimeSpan jitter = TimeSpan.FromMilliseconds(NextDouble() * longest);
        TimeSpan asked = retryAfter is { } given ? (given < _longest ? given : _longest) : TimeSpan.Zero;
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
