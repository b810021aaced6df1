using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>An answer, read to its end.</summary>
internal sealed record Reply(int Status, byte[] Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Result => Json.GetProperty("result");

    /// <summary>HTTP status / errorCode, as the gateway's errors have them.</summary>
    public string GatewayCode => $"{Status}/{Json.GetProperty("error").Text("errorCode")}";

    /// <summary>The value of a header of either kind, or null.</summary>
    public string? Header(string name) =>
        Headers.NonValidated.TryGetValues(name, out var values) || ContentHeaders.NonValidated.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new Reply((int)response.StatusCode, body, response.Headers, response.Content.Headers);
        }
    }
}
