using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace NcpSearchEngine.Client.Tests;

/// <summary>What a <see cref="StubService"/> answers to one request.</summary>
internal sealed record Answer(int Status, byte[] Body)
{
    public string? ContentType { get; init; } = "application/json;charset=UTF-8";

    public DateTimeOffset? Date { get; init; } = PromptClock.Begin;

    public string? RetryAfter { get; init; }

    public string? TraceId { get; init; }

    public static Answer Text(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body));

    /// <summary>An envelope that says success.</summary>
    public static Answer Success(string result = "null") => Text($$"""{"code":0,"message":"SUCCESS","result":{{result}},"requestId":"request-1"}""");

    /// <summary>An envelope whose code is not 0.</summary>
    public static Answer Service(string code, int status = 200, string message = "FAIL") =>
        Text($$"""{"code":{{code}},"message":"{{message}}","result":null,"requestId":"request-1"}""", status);

    /// <summary>The gateway's own error.</summary>
    public static Answer Gateway(int status, string errorCode, string message = "Some Error", string details = "Some details.") =>
        Text($$$"""{"error":{"errorCode":"{{{errorCode}}}","message":"{{{message}}}","details":"{{{details}}}"}}""", status);

    public HttpResponseMessage ToMessage()
    {
        HttpResponseMessage message = new((HttpStatusCode)Status) { Content = new ByteArrayContent(Body) };
        message.Content.Headers.ContentType = ContentType is null ? null : MediaTypeHeaderValue.Parse(ContentType);
        message.Headers.Date = Date;
        if (RetryAfter is not null)
        {
            message.Headers.TryAddWithoutValidation("Retry-After", RetryAfter);
        }

        if (TraceId is not null)
        {
            message.Headers.TryAddWithoutValidation("x-ncp-trace-id", TraceId);
        }

        return message;
    }
}
