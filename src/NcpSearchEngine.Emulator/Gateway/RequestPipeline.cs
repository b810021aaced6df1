using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace NcpSearchEngine.Emulator;

/// <summary>
/// The way of a request: it is read and logged, a fault may meet it, the gateway looks at it, the service answers.
/// Faults come first because they stand for everything between the client and the service: network, proxies, the gateway itself.
/// </summary>
internal sealed class RequestPipeline(
    EmulatorClock clock, RequestLog log, FaultPlan faults, SignatureCheck signatures, RoleKeys roleKeys, SearchEngineService service)
{
    public async Task HandleAsync(HttpContext http)
    {
        var (body, unreadable) = await ReadBodyAsync(http);
        var route = Route.Of(http.Request.Method, http.Request.Path.Value ?? "");
        var parameters = ServiceRequestBody.Read(body.Span);
        var record = Record(http, route, body, route?.ClusterNo ?? parameters?.ServiceGroupInstanceNo);
        log.Arrived(record);
        try
        {
            var request = new EmulatedRequestContext(http, clock, record, body, parameters);
            var answer = unreadable ?? await AnswerAsync(request, route);
            log.Left(record, answer.StatusToLog);
            await AnswerWriter.WriteAsync(http, answer, clock);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; there is nobody to answer to.
        }
        finally
        {
            log.Left(record, status: null);
        }
    }

    private async ValueTask<EmulatedAnswer> AnswerAsync(EmulatedRequestContext request, Route? route)
    {
        try
        {
            return await faults.AnswerAsync(request, () => WithoutFaultAsync(request, route));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A test's own script or fault throws: what it threw is the best thing that its author can see.
            return GatewayError.Answer(500, 900, details: exception.Message);
        }
    }

    private async ValueTask<EmulatedAnswer> WithoutFaultAsync(EmulatedRequestContext request, Route? route) => route?.Operation switch
    {
        null => GatewayError.NoRoute,
        OperationNames.RoleKeys => roleKeys.Answer(request.Path),
        _ => signatures.Refuse(request.Record) ?? await service.AnswerAsync(request),
    };

    private RequestRecord Record(HttpContext http, Route? route, ReadOnlyMemory<byte> body, string? clusterNo)
    {
        var headers = http.Request.Headers;
        return new RequestRecord
        {
            ArrivedAt = clock.TimeProvider.GetUtcNow(),
            StartedAt = clock.TimeProvider.GetTimestamp(),
            Method = http.Request.Method,
            PathAndQuery = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Body = Encoding.UTF8.GetString(body.Span),
            Operation = route?.Operation,
            ClusterNo = clusterNo,
            ContentType = http.Request.ContentType,
            UserAgent = headers.UserAgent,
            Timestamp = headers["x-ncp-apigw-timestamp"],
            AccessKey = headers["x-ncp-iam-access-key"],
            Signature = headers["x-ncp-apigw-signature-v2"],
        };
    }

    private static async ValueTask<(ReadOnlyMemory<byte> Body, EmulatedAnswer? Unreadable)> ReadBodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is null or 0 && !http.Request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return (default, null);
        }

        try
        {
            var body = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 1024, 4096));
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return (body.GetBuffer().AsMemory(0, (int)body.Length), null);
        }
        catch (BadHttpRequestException exception)
        {
            return (default, exception.StatusCode == 413 ? GatewayError.Answer(413, 430) : GatewayError.BadRequest);
        }
    }
}
