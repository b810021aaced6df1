namespace NcpSearchEngine.Client;

/// <summary>What came back from one attempt, not yet understood.</summary>
internal sealed class RawResponse
{
    internal required int HttpStatus { get; init; }

    internal required byte[] Body { get; init; }

    /// <summary>The time that the request was stamped with.</summary>
    internal required DateTimeOffset SignedAt { get; init; }

    internal DateTimeOffset? Date { get; init; }

    internal string? TraceId { get; init; }

    internal TimeSpan? RetryAfter { get; init; }
}
