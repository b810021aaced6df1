using System.Text.Json;

namespace NcpSearchEngine.Emulator;

/// <summary>The envelope around every answer of the service itself.</summary>
internal static class ServiceEnvelope
{
    public static EmulatedAnswer Success(string requestId, Action<Utf8JsonWriter> result) => Written(200, 0, "SUCCESS", requestId, json =>
    {
        json.WritePropertyName("result");
        result(json);
    });

    public static EmulatedAnswer Failure(int status, int code, string message, string requestId) =>
        Written(status, code, message, requestId, static json => json.WriteNull("result"));

    private static EmulatedAnswer Written(int status, int code, string message, string requestId, Action<Utf8JsonWriter> result) => new()
    {
        Status = status,
        Body = JsonText.Object(json =>
        {
            json.WriteNumber("code", code);
            json.WriteString("message", message);
            result(json);
            json.WriteString("requestId", requestId);
        }),
    };
}
