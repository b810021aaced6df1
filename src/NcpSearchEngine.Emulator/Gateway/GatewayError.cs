using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>The gateway's own errors, in its own words. They carry no envelope.</summary>
internal static class GatewayError
{
    public static EmulatedAnswer HeadersMissing { get; } = Answer(401, 200, details: "Authentication information are missing.");

    public static EmulatedAnswer Unauthenticated { get; } = Answer(401, 200, details: "Invalid authentication information.");

    public static EmulatedAnswer NoRoute { get; } = Answer(404, 300, details: "URL not found.");

    public static EmulatedAnswer BadRequest { get; } = Answer(400, 100);

    public static EmulatedAnswer Answer(int status, int errorCode, string? message = null, string? details = null) => new()
    {
        Status = status,
        Body = JsonText.Object(json =>
        {
            json.WriteStartObject("error");
            json.WriteString("errorCode", errorCode.ToString(CultureInfo.InvariantCulture));
            json.WriteString("message", message ?? MessageOf(errorCode));
            if (details is not null)
            {
                json.WriteString("details", details);
            }

            json.WriteEndObject();
        }),
    };

    public static string MessageOf(int errorCode) => errorCode switch
    {
        100 => "Bad Request Exception",
        200 => "Authentication Failed",
        210 => "Permission Denied",
        300 => "Not Found Exception",
        400 => "Quota Exceeded",
        410 => "Throttle Limited",
        420 => "Rate Limited",
        430 => "Request Entity Too Large",
        500 => "Endpoint Error",
        510 => "Endpoint Timeout",
        _ => "Unexpected Error",
    };
}
