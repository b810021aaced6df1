using System.Globalization;

namespace NcpSearchEngine.Client;

/// <summary>Text from the service is untrusted: it may reach a terminal, a log or a page.</summary>
public static class ServiceText
{
    /// <summary>The most characters that are kept of one text.</summary>
    public const int MaxLength = 256;

    private const char Replacement = '\uFFFD';

    /// <summary>Replaces control, format and bidirectional characters by U+FFFD and keeps <see cref="MaxLength"/> characters at most.</summary>
    /// <param name="text">Text as the service sent it.</param>
    /// <returns>The same instance where nothing had to be changed; null for null.</returns>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        int length = Math.Min(text.Length, MaxLength);
        if (length == text.Length && !HasUnsafe(text))
        {
            return text;
        }

        // Not through the middle of a surrogate pair.
        if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        char[] cleaned = new char[length];
        for (int i = 0; i < length; i++)
        {
            cleaned[i] = IsUnsafe(text[i]) ? Replacement : text[i];
        }

        return new string(cleaned);
    }

    private static bool HasUnsafe(string text)
    {
        foreach (char c in text)
        {
            if (IsUnsafe(c))
            {
                return true;
            }
        }

        return false;
    }

    // Cc: escape sequences and line breaks. Cf: bidirectional and zero-width characters. Zl, Zp: line breaks of Unicode.
    private static bool IsUnsafe(char c) =>
        c is < ' ' or > '~' && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
