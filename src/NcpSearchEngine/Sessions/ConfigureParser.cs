using System.Text;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Sessions;

/// <summary>Reads the lines of a configure file: sections, <c>key = value</c>, comments, blank lines.</summary>
internal static class ConfigureParser
{
    /// <exception cref="NcpSearchEngineException">InvalidProfile: a section's head is damaged, so that nobody knows whose keys follow.</exception>
    internal static List<ConfigureProfile> Parse(string path, byte[] content)
    {
        List<ConfigureProfile> profiles = [];
        ConfigureProfile? profile = null;
        int line = 0;
        for (int start = 0; start < content.Length;)
        {
            line++;
            int end = Array.IndexOf(content, (byte)'\n', start);
            end = end < 0 ? content.Length : end;
            (int first, int length) = Trim(content, start, end - start);
            start = end + 1;
            if (length == 0 || content[first] is (byte)'#' or (byte)';')
            {
                continue;
            }

            if (content[first] == '[')
            {
                profiles.Add(profile = new ConfigureProfile(SectionName(path, content, first, length, line), line));
                continue;
            }

            if (profile is null)
            {
                profiles.Add(profile = new ConfigureProfile(ConfigureFile.DefaultProfile, line));
            }

            ReadEntry(profile, content, first, length, line);
        }

        return profiles;
    }

    private static string SectionName(string path, byte[] content, int first, int length, int line)
    {
        int close = Array.IndexOf(content, (byte)']', first, length);
        (int after, int rest) = close < 0 ? (0, 1) : Trim(content, close + 1, first + length - close - 1);
        (int name, int nameLength) = close < 0 ? (0, 0) : Trim(content, first + 1, close - first - 1);
        bool isWhole = nameLength > 0 && (rest == 0 || content[after] is (byte)'#' or (byte)';');
        return isWhole
            ? Encoding.UTF8.GetString(content, name, nameLength)
            : throw new NcpSearchEngineException(NcpErrorId.InvalidProfile, ModuleMessages.SectionDamaged(path, line));
    }

    private static void ReadEntry(ConfigureProfile profile, byte[] content, int first, int length, int line)
    {
        int equals = Array.IndexOf(content, (byte)'=', first, length);
        (int key, int keyLength) = equals < 0 ? (0, 0) : Trim(content, first, equals - first);
        if (keyLength == 0)
        {
            profile.DamagedLine ??= line;
            return;
        }

        (int value, int valueLength) = Unquote(content, WithoutComment(content, Trim(content, equals + 1, first + length - equals - 1)));
#pragma warning disable CA1308 // The keys of the file are small letters.
        string name = Encoding.UTF8.GetString(content, key, keyLength).ToLowerInvariant();
#pragma warning restore CA1308
        profile.Entries.Add(new ConfigureProfile.Entry(name, value, valueLength, line));
    }

    /// <summary>No value has white space in it, so that a mark after white space begins a comment.</summary>
    private static (int Start, int Length) WithoutComment(byte[] content, (int Start, int Length) value)
    {
        bool isQuoted = value.Length > 0 && content[value.Start] is (byte)'"' or (byte)'\'';
        for (int i = value.Start + 1; !isQuoted && i < value.Start + value.Length; i++)
        {
            if (content[i] is (byte)'#' or (byte)';' && IsSpace(content[i - 1]))
            {
                return Trim(content, value.Start, i - value.Start);
            }
        }

        return value;
    }

    private static (int Start, int Length) Unquote(byte[] content, (int Start, int Length) value)
    {
        if (value.Length == 0 || content[value.Start] is not ((byte)'"' or (byte)'\''))
        {
            return value;
        }

        int close = Array.IndexOf(content, content[value.Start], value.Start + 1, value.Length - 1);
        return close < 0 ? value : (value.Start + 1, close - value.Start - 1);
    }

    private static (int Start, int Length) Trim(byte[] content, int start, int length)
    {
        int end = start + length;
        while (start < end && IsSpace(content[start]))
        {
            start++;
        }

        while (end > start && IsSpace(content[end - 1]))
        {
            end--;
        }

        return (start, end - start);
    }

    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r';
}
