namespace NcpSearchEngine.Client;

/// <summary>What came back from one attempt, not yet understood.</summary>
internal sealed class RawResponse(int httpStatus, byte[] body, DateTimeOffset signedAt, DateTimeOffset? date, string? traceId, TimeSpan? retryAfter)
{
    internal int HttpStatus => httpStatus;

    internal byte[] Body => body;

    /// <summary>The time that the request was stamped with.</summary>
    internal DateTimeOffset SignedAt => signedAt;

    internal DateTimeOffset? Date => date;

    internal string? TraceId => traceId;

    internal TimeSpan? RetryAfter => retryAfter;
}
