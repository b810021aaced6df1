namespace NcpSearchEngine.Client;

/// <summary>An answer of the service, understood.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed class ServiceResponse<T>
{
    private readonly RawResponse _raw;

    internal ServiceResponse(T value, string? requestId, RawResponse raw, int attempts)
    {
        _raw = raw;
        Value = value;
        RequestId = requestId;
        Attempts = attempts;
    }

    /// <summary>What was asked for; its texts are cleaned, see <see cref="ServiceText"/>.</summary>
    public T Value { get; }

    /// <summary>The <c>requestId</c> of the envelope.</summary>
    public string? RequestId { get; }

    /// <summary>The HTTP status.</summary>
    public int HttpStatus => _raw.HttpStatus;

    /// <summary>The header <c>x-ncp-trace-id</c>.</summary>
    public string? TraceId => _raw.TraceId;

    /// <summary>The service's clock when it answered: the header <c>Date</c>.</summary>
    public DateTimeOffset? Date => _raw.Date;

    /// <summary>The exact bytes of the body, as untrusted as they came.</summary>
    public ReadOnlyMemory<byte> Body => _raw.Body;

    /// <summary>How many requests it took: 1 without a retry.</summary>
    public int Attempts { get; }

    /// <summary>The same answer, with what another has shown since.</summary>
    internal ServiceResponse<T> With(T value) => new(value, RequestId, _raw, Attempts);
}
