using System.Globalization;
using System.Text;

namespace NcpSearchEngine.Emulator;

/// <content>Answers in the service's place.</content>
public sealed partial class FaultAction
{
    /// <summary>No fault: the answer that would have come anyway. It makes pauses in a sequence.</summary>
    public static FaultAction Pass() => new("pass", static (_, next) => next());

    /// <summary>An error of the gateway; message and details as it writes them itself unless given.</summary>
    public static FaultAction Gateway(int status, int errorCode, string? message = null, string? details = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{status}/{errorCode}");
        if (message is not null || details is not null)
        {
            text += " " + FaultText.Quote(message ?? GatewayError.MessageOf(errorCode));
        }

        if (details is not null)
        {
            text += " " + FaultText.Quote(details);
        }

        return Fixed(text, GatewayError.Answer(status, errorCode, message, details));
    }

    /// <summary>An error of the service: its envelope with a code that is not 0, at any HTTP status.</summary>
    public static FaultAction Service(int code, string? message = null, int status = 200)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"code {code}")
            + (message is null ? "" : " " + FaultText.Quote(message))
            + (status == 200 ? "" : string.Create(CultureInfo.InvariantCulture, $" at {status}"));
        return new FaultAction(text, (request, _) => new(ServiceEnvelope.Failure(status, code, message ?? "FAIL", request.RequestId)));
    }

    /// <summary>429, with <c>Retry-After</c> as seconds or as a date where a time is given.</summary>
    public static FaultAction Throttle(TimeSpan? retryAfter = null, bool asDate = false, int errorCode = 410)
    {
        var answer = GatewayError.Answer(429, errorCode);
        var code = errorCode == 410 ? "" : string.Create(CultureInfo.InvariantCulture, $"/{errorCode}");
        if (retryAfter is not { } wait)
        {
            return Fixed("throttle" + code, answer);
        }

        return new FaultAction($"throttle{code} {FaultText.Write(wait)}{(asDate ? " date" : "")}", (request, _) => new(With(answer, "Retry-After", asDate
            ? (request.ServiceNow + wait).ToString("R", CultureInfo.InvariantCulture)
            : Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>A redirect.</summary>
    public static FaultAction Redirect(string location, int status = 302)
    {
        var code = status == 302 ? "" : string.Create(CultureInfo.InvariantCulture, $" {status}");
        return Fixed($"redirect {FaultText.Quote(location)}{code}", With(new EmulatedAnswer { Status = status, ContentType = null }, "Location", location));
    }

    /// <summary>This text as the body.</summary>
    public static FaultAction Body(string text, string contentType = EmulatedAnswer.JsonContentType, int status = 200)
    {
        var description = "body " + FaultText.Quote(text)
            + (contentType == EmulatedAnswer.JsonContentType ? "" : " " + FaultText.Quote(contentType))
            + (status == 200 ? "" : string.Create(CultureInfo.InvariantCulture, $" {status}"));
        return Fixed(description, new EmulatedAnswer { Body = Encoding.UTF8.GetBytes(text), ContentType = contentType, Status = status });
    }

    /// <summary>No body at all.</summary>
    public static FaultAction Empty(int status = 200) =>
        Fixed(status == 200 ? "empty" : string.Create(CultureInfo.InvariantCulture, $"empty {status}"), new EmulatedAnswer { Status = status });

    /// <summary>Exactly this answer: any bytes, headers, status.</summary>
    public static FaultAction Answer(EmulatedAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Fixed("answer", answer);
    }

    private static FaultAction Fixed(string text, EmulatedAnswer answer) => new(text, (_, _) => new(answer));

    private static EmulatedAnswer With(EmulatedAnswer answer, string header, string value) => answer with { Headers = [.. answer.Headers, new(header, value)] };
}
