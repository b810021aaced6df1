using System.Text;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Sessions;

/// <summary>The file <c>~/.ncloud/configure</c> in which NAVER Cloud's own command line keeps keys, by profile.</summary>
/// <remarks>
/// It is read as bytes that are overwritten afterwards, so that no secret becomes a string. Profiles are never merged: only the one that is named
/// counts. No message holds a line of the file, only its number.
/// </remarks>
internal sealed class ConfigureFile : IDisposable
{
    internal const string DefaultProfile = "DEFAULT";

    private const long LargestFile = 1024 * 1024;

    private readonly byte[] _content;
    private readonly List<ConfigureProfile> _profiles;

    private ConfigureFile(string path, byte[] content)
    {
        Path = path;
        _content = content;
        _profiles = ConfigureParser.Parse(path, content);
    }

    /// <summary>Where the official tools look for it.</summary>
    internal static string DefaultPath =>
        System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ncloud", "configure");

    internal string Path { get; }

    internal IEnumerable<string> ProfileNames => _profiles.Select(static profile => profile.Name);

    /// <summary>Whether others than its owner can read it; false where that can't be told.</summary>
    internal bool IsReadableByOthers => CanOthersRead(Path);

    /// <summary>Reads the file; null where there is none.</summary>
    /// <exception cref="NcpSearchEngineException">InvalidProfile: it can't be read, or is damaged.</exception>
    internal static ConfigureFile? Open(string path)
    {
        byte[] content = [];
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            content = new FileInfo(path).Length <= LargestFile ? File.ReadAllBytes(path) : throw new IOException(ModuleMessages.FileTooLarge);
            return new ConfigureFile(path, ToUtf8(content));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NcpSearchEngineException(NcpErrorId.InvalidProfile, ModuleMessages.ConfigureFileUnreadable(path, exception.Message), exception);
        }
        finally
        {
            Array.Clear(content, 0, content.Length);
        }
    }

    /// <summary>The keys of a profile.</summary>
    /// <exception cref="NcpSearchEngineException">
    /// ProfileNotFound: the file has no such profile. InvalidProfile: it is there twice, damaged or incomplete. InvalidEndpoint: its gateway is not known.
    /// </exception>
    internal FoundKeys GetKeys(string profileName)
    {
        ConfigureProfile[] found = [.. _profiles.Where(profile => string.Equals(profile.Name, profileName, StringComparison.OrdinalIgnoreCase))];
        ConfigureProfile profile = found.Length switch
        {
            0 => throw new NcpSearchEngineException(NcpErrorId.ProfileNotFound, ModuleMessages.ProfileNotFound(profileName, Path, ProfileNames)),
            1 => found[0],
            _ => throw Invalid(ModuleMessages.ProfileTwice(profileName, Path, found[0].Line, found[1].Line)),
        };

        if (profile.DamagedLine is { } damaged)
        {
            throw Invalid(ModuleMessages.ProfileDamaged(profile.Name, Path, damaged));
        }

        NcpSite? site = profile.Find(ConfigureProfile.Gateway) is { } gateway ? SearchEngineEndpoint.SiteOfGateway(Text(gateway)) : null;
        string accessKey = Text(Required(profile, ConfigureProfile.AccessKey));
        ConfigureProfile.Entry secretKey = Required(profile, ConfigureProfile.SecretKey);
        try
        {
            NcpCredential credential = new(accessKey, _content.AsSpan(secretKey.Start, secretKey.Length));
            return new FoundKeys(credential, $"profile '{profile.Name}' of {Path}", site);
        }
        catch (ArgumentException exception)
        {
            throw Invalid(ModuleMessages.ProfileKeyUnusable(profile.Name, Path, profile.Line, exception.Message));
        }
    }

    /// <summary>Overwrites what was read.</summary>
    public void Dispose() => Array.Clear(_content, 0, _content.Length);

    /// <summary>Editors of Windows write UTF-8 with a mark, or UTF-16.</summary>
    private static byte[] ToUtf8(byte[] content)
    {
        Encoding? utf16 = content switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return utf16 is not null ? Encoding.Convert(utf16, Encoding.UTF8, content, 2, content.Length - 2)
            : content is [0xEF, 0xBB, 0xBF, ..] ? content.AsSpan(3).ToArray()
            : content.AsSpan().ToArray();
    }

#if NET
    private static bool CanOthersRead(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;
#else
    // Windows PowerShell: a file of one's profile folder is one's own there.
    private static bool CanOthersRead(string path) => path.Length == 0;
#endif

    private static NcpSearchEngineException Invalid(string message) => new(NcpErrorId.InvalidProfile, message);

    private ConfigureProfile.Entry Required(ConfigureProfile profile, string key)
    {
        ConfigureProfile.Entry[] entries = [.. profile.Entries.Where(entry => entry.Key == key)];
        return entries.Length switch
        {
            0 => throw Invalid(ModuleMessages.ProfileLacksKey(profile.Name, Path, profile.Line, key)),
            1 when entries[0].Length == 0 => throw Invalid(ModuleMessages.ProfileLacksKey(profile.Name, Path, entries[0].Line, key)),
            1 => entries[0],
            _ => throw Invalid(ModuleMessages.ProfileKeyTwice(profile.Name, Path, key, entries[0].Line, entries[1].Line)),
        };
    }

    private string Text(ConfigureProfile.Entry entry) => Encoding.UTF8.GetString(_content, entry.Start, entry.Length);
}
