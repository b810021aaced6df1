using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace NcpSearchEngine.Sessions;

/// <summary>Carries a secret from a SecureString to the client without a string on the way.</summary>
internal static class SecretBytes
{
    /// <summary>Hands the UTF-8 bytes of a secret to <paramref name="use"/> and overwrites them afterwards.</summary>
    internal static T Use<T>(SecureString secret, Func<byte[], T> use)
    {
        char[] characters = new char[secret.Length];
        byte[] bytes = [];
        GCHandle pinned = GCHandle.Alloc(characters, GCHandleType.Pinned);
        IntPtr plain = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            Marshal.Copy(plain, characters, 0, characters.Length);

            // White space at the ends comes from files and pasting; no key has any.
            int start = 0, end = characters.Length;
            while (start < end && char.IsWhiteSpace(characters[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(characters[end - 1]))
            {
                end--;
            }

            bytes = Encoding.UTF8.GetBytes(characters, start, end - start);
            return use(bytes);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(plain);
            Array.Clear(characters, 0, characters.Length);
            Array.Clear(bytes, 0, bytes.Length);
            pinned.Free();
        }
    }
}
