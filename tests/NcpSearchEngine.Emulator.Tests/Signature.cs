using System.Security.Cryptography;
using System.Text;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>Signing written from the published description, not from the emulator.</summary>
internal static class Signature
{
    public static string Of(string method, string pathAndQuery, string timestamp, string accessKey, string secretKey)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secretKey));
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(method + " " + pathAndQuery + "\n" + timestamp + "\n" + accessKey)));
    }
}
