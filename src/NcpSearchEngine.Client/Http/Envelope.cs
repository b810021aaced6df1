using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NcpSearchEngine.Client;

/// <summary>What every answer is wrapped in: the service's <c>code</c> and <c>result</c>, or the gateway's <c>error</c>.</summary>
internal sealed class Envelope<T>
{
    public string? Code { get; set; }

    public string? Message { get; set; }

    public T? Result { get; set; }

    public string? RequestId { get; set; }

    public GatewayError? Error { get; set; }

    [JsonIgnore]
    internal bool IsSuccess =>
        Error is null && long.TryParse(Code, NumberStyles.Integer, CultureInfo.InvariantCulture, out long code) && code == 0;
}

/// <summary>The gateway's own error body.</summary>
internal sealed class GatewayError
{
    public string? ErrorCode { get; set; }

    public string? Message { get; set; }

    public string? Details { get; set; }
}

/// <summary>Stands for a <c>result</c> whose content does not matter, whatever it is.</summary>
[JsonConverter(typeof(Converter))]
internal sealed class AnyResult
{
    internal sealed class Converter : JsonConverter<AnyResult>
    {
        public override AnyResult? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, AnyResult value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
