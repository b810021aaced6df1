using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NcpSearchEngine.Emulator;

/// <summary>The gateway's look at a request: are the headers there, is its clock near, is its signature right?</summary>
internal sealed class SignatureCheck(EmulatorClock clock, KeyRing keys)
{
    /// <summary>So far from the gateway's clock a timestamp is invalid.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The gateway's refusal, or null where the request may enter. Why it refused is written into the record, never into the answer.</summary>
    public EmulatedAnswer? Refuse(RequestRecord request)
    {
        request.Refusal = Judge(request);
        return request.Refusal switch
        {
            null => null,
            Refusals.HeadersMissing => GatewayError.HeadersMissing,
            _ => GatewayError.Unauthenticated,
        };
    }

    private string? Judge(RequestRecord request)
    {
        if (string.IsNullOrEmpty(request.Timestamp) || string.IsNullOrEmpty(request.AccessKey) || string.IsNullOrEmpty(request.Signature))
        {
            return Refusals.HeadersMissing;
        }

        var now = clock.UtcNow;
        if (!long.TryParse(request.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp)
            || Math.Abs((decimal)timestamp - now.ToUnixTimeMilliseconds()) >= (decimal)Tolerance.TotalMilliseconds)
        {
            return Refusals.ClockOff;
        }

        var secret = keys.SecretOf(request.AccessKey, now);
        var expected = Sign(request, secret ?? []);
        var matches = CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(request.Signature));
        return secret is null ? Refusals.UnknownAccessKey : matches ? null : Refusals.WrongSignature;
    }

    /// <summary>Method, path with query as sent, timestamp and key id; the body and all other headers are not signed.</summary>
    private static byte[] Sign(RequestRecord request, byte[] secret)
    {
        var text = $"{request.Method} {request.PathAndQuery}\n{request.Timestamp}\n{request.AccessKey}";
        return Encoding.UTF8.GetBytes(Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text))));
    }
}
