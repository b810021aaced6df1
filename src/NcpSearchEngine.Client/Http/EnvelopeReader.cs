using System.Text;
using System.Text.Json;
using System.Xml;

namespace NcpSearchEngine.Client;

/// <summary>Reads an answer by its body, whatever its content type says.</summary>
internal static class EnvelopeReader
{
    /// <summary>Reads a success, or throws what the answer means.</summary>
    /// <exception cref="NcpApiException">Anything but a success.</exception>
    internal static Envelope<T> Read<T>(ServiceRequest request, RawResponse response, string host, EnvelopeParser<T> parse)
    {
        Envelope<T>? envelope = null;
        bool isRedirect = response.HttpStatus is >= 300 and < 400;
        if (!isRedirect && TryParse(response.Body, parse, out envelope) && envelope.IsSuccess && response.HttpStatus is >= 200 and < 300)
        {
            return envelope;
        }

        ApiErrors errors = new(request, response, host);
        throw isRedirect ? errors.Redirect() : envelope is null ? Unreadable(response, errors) : Failure(envelope, errors);
    }

    private static NcpApiException Failure<T>(Envelope<T> envelope, ApiErrors errors)
    {
        if (envelope.Error is { } error)
        {
            return errors.Gateway(error);
        }

        return envelope.Code is null || envelope.IsSuccess ? errors.NoEnvelope() : errors.Service(envelope.Code, envelope.Message, envelope.RequestId);
    }

    private static NcpApiException Unreadable(RawResponse response, ApiErrors errors)
    {
        // The result may be what is broken; a code that says no is still an answer.
        if (TryParse(response.Body, ParseHead, out Envelope<AnyResult>? head) && !head.IsSuccess)
        {
            return Failure(head, errors);
        }

        return TryReadXml(response.Body) is { } error ? errors.Gateway(error) : errors.NoEnvelope();
    }

    private static Envelope<AnyResult>? ParseHead(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, ServiceJsonContext.Default.EnvelopeAnyResult);

    private static bool TryParse<T>(
        ReadOnlySpan<byte> body,
        EnvelopeParser<T> parse,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Envelope<T>? envelope)
    {
        envelope = null;
        ReadOnlySpan<byte> json = WithoutByteOrderMark(body);
        if (json.IsEmpty)
        {
            return false;
        }

        try
        {
            envelope = parse(json);
        }
        catch (JsonException)
        {
            envelope = TryParseRepaired(json, parse);
        }

        return envelope is not null;
    }

    /// <summary>Once more with bytes replaced that are no UTF-8: a message in a Korean code page must not hide its code.</summary>
    private static Envelope<T>? TryParseRepaired<T>(ReadOnlySpan<byte> json, EnvelopeParser<T> parse)
    {
        string text = Encoding.UTF8.GetString(json.ToArray());
        if (text.IndexOf('\uFFFD') < 0)
        {
            return null;
        }

        try
        {
            return parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return body.StartsWith(mark) ? body.Slice(mark.Length) : body;
    }

    private static GatewayError? TryReadXml(byte[] body)
    {
        if (body.Length is 0 or > 64 * 1024)
        {
            return null;
        }

        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true, IgnoreProcessingInstructions = true,
        };
        string? code = null, message = null, details = null;
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(body), settings);
            if (reader.MoveToContent() != XmlNodeType.Element || !reader.LocalName.Equals("error", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            reader.Read();
            while (reader.NodeType == XmlNodeType.Element)
            {
                string name = reader.LocalName;
                string value = reader.ReadElementContentAsString();
                _ = name switch
                {
                    "errorCode" => code = value,
                    "message" => message = value,
                    "details" => details = value,
                    _ => null,
                };
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return code is null ? null : new GatewayError { ErrorCode = code, Message = message, Details = details };
    }
}

/// <summary>Reads one kind of answer from UTF-8; null for the JSON <c>null</c>.</summary>
/// <exception cref="JsonException">It is no such answer.</exception>
internal delegate Envelope<T>? EnvelopeParser<T>(ReadOnlySpan<byte> json);
