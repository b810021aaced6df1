using System.Text;
using System.Text.Json;

namespace NcpSearchEngine.Emulator;

/// <summary>The parameters that the operations around an upgrade take in their body. Numbers count as their digits.</summary>
internal sealed record ServiceRequestBody(string? ServiceGroupInstanceNo, string? RegionNo, string? TargetVersionCode)
{
    /// <summary>Null where the body is no JSON object, which the service can do nothing with.</summary>
    public static ServiceRequestBody? Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            string? no = null, regionNo = null, target = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                var value = reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString(),
                    JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                    _ => null,
                };
                reader.Skip();
                switch (name)
                {
                    case "serviceGroupInstanceNo": no = value; break;
                    case "regionNo": regionNo = value; break;
                    case "targetVersionCode": target = value; break;
                    default: break;
                }
            }

            // What stands behind the object makes the body as unreadable as what is missing in it.
            return reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? new ServiceRequestBody(no, regionNo, target) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
