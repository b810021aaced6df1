using System.Globalization;
using System.Text;

namespace NcpSearchEngine.Emulator;

/// <summary>The temporary keys of a server role, as the metadata service of a NAVER Cloud server hands them out.</summary>
internal sealed class RoleKeys(EmulatorClock clock, string roleName, TimeSpan lifetime)
{
    private const string Folder = "/latest/meta-data/iam/security-credentials/";

    private readonly Lock _lock = new();
    private int _generation;
    private RoleKey? _current;

    /// <summary>The answer at the metadata path: the role's name, or its keys; anything else is not there.</summary>
    public EmulatedAnswer Answer(string path)
    {
        if (string.Equals(path, Folder, StringComparison.Ordinal))
        {
            return new EmulatedAnswer { ContentType = "text/plain", Body = Encoding.UTF8.GetBytes(roleName) };
        }

        return string.Equals(path, Folder + roleName, StringComparison.Ordinal)
            ? Written(Current(clock.UtcNow))
            : new EmulatedAnswer { Status = 404, ContentType = "text/plain" };
    }

    public static bool IsMetadata(string path) => path.StartsWith(Folder, StringComparison.Ordinal);

    /// <summary>The secret of a key handed out, as long as it is good.</summary>
    public byte[]? SecretOf(string accessKey, DateTimeOffset now)
    {
        var key = Volatile.Read(ref _current);
        return key is not null && string.Equals(key.AccessKey, accessKey, StringComparison.Ordinal) && now < key.Expiration
            ? Encoding.UTF8.GetBytes(key.SecretKey)
            : null;
    }

    private RoleKey Current(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_current is null || now >= _current.Expiration)
            {
                var number = ++_generation;
                _current = new RoleKey(
                    string.Create(CultureInfo.InvariantCulture, $"FAKEROLEKEY{number:D9}"),
                    string.Create(CultureInfo.InvariantCulture, $"FAKEROLESECRET{number:D26}"),
                    now + lifetime);
            }

            return _current;
        }
    }

    private static EmulatedAnswer Written(RoleKey key) => new()
    {
        ContentType = "application/json",
        Body = JsonText.Object(json =>
        {
            json.WriteString("AccessKeyId", key.AccessKey);
            json.WriteString("SecretAccessKey", key.SecretKey);
            json.WriteString("Expiration", key.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }),
    };

    private sealed record RoleKey(string AccessKey, string SecretKey, DateTimeOffset Expiration);
}
