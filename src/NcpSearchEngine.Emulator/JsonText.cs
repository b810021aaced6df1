using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NcpSearchEngine.Emulator;

/// <summary>JSON as the service writes it: compact, and Korean as it is rather than escaped.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> properties)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartObject();
        properties(json);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }
}
