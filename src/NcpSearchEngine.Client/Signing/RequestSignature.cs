#if NET
using System.Buffers.Text;
#else
using System.Globalization;
#endif
using System.Security.Cryptography;
using System.Text;

namespace NcpSearchEngine.Client;

/// <summary>Signature version 2 of the NAVER Cloud API gateway.</summary>
/// <remarks>
/// Base64 of HMAC-SHA256, keyed with the UTF-8 of the secret key, over
/// <c>METHOD space path-with-query newline timestamp newline access-key</c>, without a newline at the end.
/// Body, host and other headers are not signed. Source: NAVER Cloud API guide, "Ncloud API".
/// </remarks>
public static class RequestSignature
{
    private const int HashLength = 32;
#if NET
    private const int LongestTimestamp = 20;
#endif

    /// <summary>Computes the value of the header <c>x-ncp-apigw-signature-v2</c>.</summary>
    /// <param name="method">The HTTP method in capitals, such as <c>POST</c>.</param>
    /// <param name="pathAndQuery">The path with its query, exactly as it is sent, such as <c>/api/v2/cluster/getClusterInfoList?pageNo=1</c>.</param>
    /// <param name="timestamp">Milliseconds since 1970-01-01T00:00:00Z, the same as in the header <c>x-ncp-apigw-timestamp</c>.</param>
    /// <param name="accessKey">The access key id, the same as in the header <c>x-ncp-iam-access-key</c>.</param>
    /// <param name="secretKey">The UTF-8 bytes of the secret key, as issued: it is not decoded from Base64 first.</param>
    /// <returns>The signature, 44 characters of Base64.</returns>
    public static string Compute(string method, string pathAndQuery, long timestamp, string accessKey, ReadOnlySpan<byte> secretKey)
    {
#if NET
        // Straight to UTF-8 on the stack: only the signature itself is allocated.
        int most = Encoding.UTF8.GetMaxByteCount(method.Length + pathAndQuery.Length + accessKey.Length) + LongestTimestamp + 3;
        Span<byte> message = most <= 1024 ? stackalloc byte[most] : new byte[most];
        int length = Encoding.UTF8.GetBytes(method, message);
        message[length++] = (byte)' ';
        length += Encoding.UTF8.GetBytes(pathAndQuery, message[length..]);
        message[length++] = (byte)'\n';
        length += Utf8Formatter.TryFormat(timestamp, message[length..], out int digits) ? digits : 0;
        message[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(accessKey, message[length..]);
        Span<byte> hash = stackalloc byte[HashLength];
        HMACSHA256.HashData(secretKey, message[..length], hash);
        return Convert.ToBase64String(hash);
#else
        string message = string.Concat(
            method + " " + pathAndQuery + "\n",
            timestamp.ToString(CultureInfo.InvariantCulture),
            "\n",
            accessKey);
        byte[] key = secretKey.ToArray();
        try
        {
            using HMACSHA256 hmac = new(key);
            return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(message)), 0, HashLength);
        }
        finally
        {
            Array.Clear(key, 0, key.Length);
        }
#endif
    }
}
