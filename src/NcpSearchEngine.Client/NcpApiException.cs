namespace NcpSearchEngine.Client;

/// <summary>An error that the service or its gateway answered. All texts are cleaned; see <see cref="ServiceText"/>.</summary>
public sealed class NcpApiException : NcpSearchEngineException
{
    internal NcpApiException(NcpErrorId errorId, string message, Exception? innerException = null)
        : base(errorId, message, innerException)
    {
    }

    /// <summary>The operation, such as <c>getRollingUpgradeProgress</c>.</summary>
    public string Operation { get; internal set; } = string.Empty;

    /// <summary>The host that was asked.</summary>
    public string Host { get; internal set; } = string.Empty;

    /// <summary>The HTTP status of the answer.</summary>
    public int HttpStatus { get; internal set; }

    /// <summary>The <c>errorCode</c> of the gateway or the <c>code</c> of the service, if one was given.</summary>
    public string? Code { get; internal set; }

    /// <summary>What the gateway or the service says, possibly in Korean.</summary>
    public string? ServiceMessage { get; internal set; }

    /// <summary>The gateway's details, if it gave any.</summary>
    public string? Details { get; internal set; }

    /// <summary>The <c>requestId</c> of the envelope: what NAVER Cloud support asks for.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>The header <c>x-ncp-trace-id</c>: what NAVER Cloud support asks for.</summary>
    public string? TraceId { get; internal set; }

    /// <summary>How long the service asks to be left alone (<c>Retry-After</c>); null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>The same answer, understood better.</summary>
    internal NcpApiException As(NcpErrorId errorId, string message) => new(errorId, message, InnerException)
    {
        Operation = Operation,
        Host = Host,
        HttpStatus = HttpStatus,
        Code = Code,
        ServiceMessage = ServiceMessage,
        Details = Details,
        RequestId = RequestId,
        TraceId = TraceId,
        RetryAfter = RetryAfter,
    };
}
