using System.Text;

namespace NcpSearchEngine.Client;

/// <summary>Makes the exception that an answer means: the one place where status and code become an <see cref="NcpErrorId"/>.</summary>
internal sealed class ApiErrors(ServiceRequest request, RawResponse response, string host)
{
    private const int ExcerptBytes = 120;

    /// <summary>The gateway's own refusal, by its status, or by its code where the status says that all is well.</summary>
    internal NcpApiException Gateway(GatewayError error)
    {
        string? code = ServiceText.Clean(error.ErrorCode?.Trim());
        NcpErrorId id = OfStatus(response.HttpStatus, code) ?? OfGatewayCode(code);
        return Make(id, code, error.Message, error.Details, requestId: null);
    }

    /// <summary>The service's refusal: a code that is not 0, at any status.</summary>
    internal NcpApiException Service(string code, string? message, string? requestId) =>
        Make(NcpErrorId.ServiceError, ServiceText.Clean(code.Trim()), message, details: null, requestId);

    internal NcpApiException Redirect() => Make(NcpErrorId.InvalidResponse, code: null, Messages.Redirected, details: null, requestId: null);

    internal NcpApiException TooLarge(int limit) =>
        Make(NcpErrorId.InvalidResponse, code: null, Messages.TooLarge(limit, Excerpt()), details: null, requestId: null);

    /// <summary>A body that can't be decompressed.</summary>
    internal NcpApiException Damaged(Exception cause) =>
        Make(NcpErrorId.InvalidResponse, code: null, Messages.Damaged(cause), details: null, requestId: null);

    /// <summary>A body that is neither an envelope nor the gateway's: judged by its status alone.</summary>
    internal NcpApiException NoEnvelope()
    {
        NcpErrorId id = OfStatus(response.HttpStatus, code: null) ?? NcpErrorId.InvalidResponse;
        string message = response.Body.Length == 0 ? Messages.EmptyBody : Messages.NotUnderstood(Excerpt());
        return Make(id, code: null, message, details: null, requestId: null);
    }

    private static NcpErrorId? OfStatus(int status, string? code) => status switch
    {
        401 when code == "210" => NcpErrorId.PermissionDenied,
        401 => NcpErrorId.AuthenticationFailed,
        403 => NcpErrorId.PermissionDenied,
        404 => NcpErrorId.RouteNotFound,
        429 => NcpErrorId.Throttled,
        >= 500 => NcpErrorId.ServiceUnavailable,
        _ => null,
    };

    private static NcpErrorId OfGatewayCode(string? code) => code switch
    {
        "200" => NcpErrorId.AuthenticationFailed,
        "210" => NcpErrorId.PermissionDenied,
        "300" => NcpErrorId.RouteNotFound,
        "400" or "410" or "420" => NcpErrorId.Throttled,
        "500" or "510" or "900" => NcpErrorId.ServiceUnavailable,
        _ => NcpErrorId.ServiceError,
    };

    private NcpApiException Make(NcpErrorId id, string? code, string? serviceMessage, string? details, string? requestId)
    {
        serviceMessage = ServiceText.Clean(serviceMessage);
        details = ServiceText.Clean(details);
        requestId = ServiceText.Clean(requestId);
        string answer = Messages.Answer(request.Operation, host, response.HttpStatus, code, serviceMessage, details);
        return new NcpApiException(id, Messages.WithAdvice(answer, id, requestId, response.TraceId))
        {
            Operation = request.Operation,
            Host = host,
            HttpStatus = response.HttpStatus,
            Code = code,
            ServiceMessage = serviceMessage,
            Details = details,
            RequestId = requestId,
            TraceId = response.TraceId,
            RetryAfter = response.RetryAfter,
        };
    }

    private string Excerpt() =>
        ServiceText.Clean(Encoding.UTF8.GetString(response.Body, 0, Math.Min(ExcerptBytes, response.Body.Length)))!;
}
