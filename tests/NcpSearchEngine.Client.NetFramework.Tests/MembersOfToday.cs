using System.Security.Cryptography;

namespace NcpSearchEngine.Client.Tests;

/// <summary>What the tests use of today's .NET and Polyfill does not have.</summary>
internal static class MembersOfToday
{
    extension(HMACSHA256)
    {
        public static byte[] HashData(byte[] key, byte[] source)
        {
            using HMACSHA256 hash = new(key);
            return hash.ComputeHash(source);
        }
    }

    extension(Environment)
    {
        public static long TickCount64 => (long)TimeSpan.FromTicks(DateTime.UtcNow.Ticks).TotalMilliseconds;
    }

    extension(Array)
    {
        public static void Clear(Array array) => Array.Clear(array, 0, array.Length);
    }

    extension(string text)
    {
        public string Replace(string oldValue, string newValue, StringComparison comparison) =>
            comparison == StringComparison.Ordinal ? text.Replace(oldValue, newValue) : throw new NotSupportedException();
    }
}

/// <summary>The name that the tests have for a cluster; the emulator itself is in another process.</summary>
internal static class EmulatedService
{
    public const string ClusterNo = "3427188";
}
