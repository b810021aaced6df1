using System.Security.Cryptography;
using System.Text;

namespace NcpSearchEngine.Client.Tests;

/// <summary>Fake keys, and the signature computed a second time without any of the client's code.</summary>
internal static class TestKeys
{
    public const string AccessKey = "FAKEACCESSKEY0000000";

    public const string SecretKey = "FAKESECRETKEY00000000000000000000000000A";

    public static NcpCredential Credential(string accessKey = AccessKey, string secretKey = SecretKey) => new(accessKey, secretKey);

    public static string Signature(string method, string pathAndQuery, string timestamp, string accessKey, string secretKey)
    {
        byte[] message = Encoding.UTF8.GetBytes($"{method} {pathAndQuery}\n{timestamp}\n{accessKey}");
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), message));
    }
}
