using System.Text.Json;

namespace NcpSearchEngine.Client;

/// <summary>Reads the one answer that is asked for thousands of times, and first of all, straight from its UTF-8.</summary>
/// <remarks>
/// By the rules of the generated code that reads the other answers: names in their exact case, what is not known passed over, the last of two wins,
/// an object where none belongs is no answer. Serializer code is most of what a process would compile before its first result.
/// </remarks>
internal static class ProgressEnvelope
{
    /// <summary>Reads a whole answer; null for the JSON <c>null</c>.</summary>
    /// <exception cref="JsonException">It is no such answer.</exception>
    internal static Envelope<ProgressRecord>? Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        try
        {
            Envelope<ProgressRecord>? envelope = IsNull(ref reader) ? null : ReadEnvelope(ref reader);

            // There is no more than one value, or this throws.
            reader.Read();
            return envelope;
        }
        catch (InvalidOperationException exception)
        {
            // A text that is no UTF-8.
            throw new JsonException(message: null, exception);
        }
    }

    private static Envelope<ProgressRecord> ReadEnvelope(ref Utf8JsonReader reader)
    {
        Envelope<ProgressRecord> envelope = new();
        Expect(ref reader, JsonTokenType.StartObject);
        while (IsAtProperty(ref reader))
        {
            if (reader.ValueTextEquals("code"u8))
            {
                envelope.Code = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                envelope.Message = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("result"u8))
            {
                envelope.Result = IsNull(ref reader) ? null : ReadRecord(ref reader);
            }
            else if (reader.ValueTextEquals("requestId"u8))
            {
                envelope.RequestId = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                envelope.Error = IsNull(ref reader) ? null : ReadError(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return envelope;
    }

    private static GatewayError ReadError(ref Utf8JsonReader reader)
    {
        GatewayError error = new();
        Expect(ref reader, JsonTokenType.StartObject);
        while (IsAtProperty(ref reader))
        {
            if (reader.ValueTextEquals("errorCode"u8))
            {
                error.ErrorCode = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                error.Message = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("details"u8))
            {
                error.Details = ReadText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return error;
    }

    private static ProgressRecord ReadRecord(ref Utf8JsonReader reader)
    {
        ProgressRecord record = new();
        Expect(ref reader, JsonTokenType.StartObject);
        while (IsAtProperty(ref reader))
        {
            if (reader.ValueTextEquals("nodeStatusVoList"u8))
            {
                record.NodeStatusVoList = IsNull(ref reader) ? null : ReadNodes(ref reader);
            }
            else if (reader.ValueTextEquals("versionVo"u8))
            {
                record.VersionVo = IsNull(ref reader) ? null : ReadVersion(ref reader);
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                record.Name = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("nodeCount"u8))
            {
                record.NodeCount = ReadText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return record;
    }

    private static VersionRecord ReadVersion(ref Utf8JsonReader reader)
    {
        VersionRecord version = new();
        Expect(ref reader, JsonTokenType.StartObject);
        while (IsAtProperty(ref reader))
        {
            if (reader.ValueTextEquals("currentVersionCode"u8))
            {
                version.CurrentVersionCode = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("targetVersionCode"u8))
            {
                version.TargetVersionCode = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("actionDate"u8))
            {
                version.ActionDate = ReadText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return version;
    }

    private static List<NodeRecord?> ReadNodes(ref Utf8JsonReader reader)
    {
        List<NodeRecord?> nodes = [];
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            nodes.Add(reader.TokenType == JsonTokenType.Null ? null : ReadNode(ref reader));
        }

        return nodes;
    }

    private static NodeRecord ReadNode(ref Utf8JsonReader reader)
    {
        NodeRecord node = new();
        Expect(ref reader, JsonTokenType.StartObject);
        while (IsAtProperty(ref reader))
        {
            if (reader.ValueTextEquals("hostname"u8))
            {
                node.Hostname = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                node.Status = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("nodeRoleCode"u8))
            {
                node.NodeRoleCode = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("updatedDate"u8))
            {
                node.UpdatedDate = ReadText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return node;
    }

    /// <summary>Goes on to the next name of an object; false at its end.</summary>
    private static bool IsAtProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes on from a name to its value.</summary>
    private static bool IsNull(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.Null;

    private static string? ReadText(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : LenientStringConverter.ReadText(ref reader);

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException();
        }
    }
}
