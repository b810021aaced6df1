using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace NcpSearchEngine.Emulator;

/// <summary>Puts an answer on the wire, with the headers that the gateway adds to every one.</summary>
internal static class AnswerWriter
{
    public static Task WriteAsync(HttpContext http, EmulatedAnswer answer, EmulatorClock clock)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        response.Headers["x-ncp-trace-id"] = Guid.NewGuid().ToString("N");
        if (answer.ContentType is not null)
        {
            response.Headers.ContentType = answer.ContentType;
        }

        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (!answer.HasDate)
        {
            // The server would add its own; a header whose only value is null is one that it finds there and does not write.
            response.Headers.Date = new StringValues([null]);
        }
        else if (response.Headers.Date.Count == 0)
        {
            response.Headers.Date = clock.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        }

        return answer.Delivery is { } deliver ? deliver(http, answer) : WholeAsync(http, answer);
    }

    private static Task WholeAsync(HttpContext http, EmulatedAnswer answer)
    {
        http.Response.ContentLength = answer.Body.Length;
        return http.Response.Body.WriteAsync(answer.Body, http.RequestAborted).AsTask();
    }
}
