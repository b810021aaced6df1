using System.Text;

namespace NcpSearchEngine.Emulator;

/// <summary>The keys that the gateway knows: the one it was started with, and those of the server role.</summary>
internal sealed class KeyRing(string accessKey, string secretKey, RoleKeys roleKeys)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secretKey);

    public byte[]? SecretOf(string candidate, DateTimeOffset now) =>
        string.Equals(candidate, accessKey, StringComparison.Ordinal) ? _secret : roleKeys.SecretOf(candidate, now);
}
