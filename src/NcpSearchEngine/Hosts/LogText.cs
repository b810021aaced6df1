using System.Globalization;
using System.Text;

namespace NcpSearchEngine.Hosts;

/// <summary>Text on its way to a CI log, where a line can be a command to the host: no name may become one.</summary>
/// <remarks>
/// GitHub Actions takes <c>::</c> for a command where a line begins with it, and <c>##[</c> anywhere; Azure DevOps <c>##vso[</c> anywhere. Both hosts
/// search by a culture, which passes over characters that nobody sees; so does this.
/// </remarks>
internal static class LogText
{
    private const char Replacement = '\uFFFD';

    /// <summary>One line that is no command: line breaks and other control characters become U+FFFD, and a space parts what would begin a command.</summary>
    internal static string Harmless(string text)
    {
        if (!IsSuspect(text))
        {
            return text;
        }

        StringBuilder harmless = new(text.Length + 8);
        char before = '\0';
        bool mayBegin = true;
        foreach (char c in text)
        {
            if (c == before && (c == '#' || (c == ':' && mayBegin)))
            {
                harmless.Append(' ');
            }

            harmless.Append(char.IsControl(c) ? Replacement : c);
            if (!IsInvisible(c))
            {
                mayBegin &= c == ':' || char.IsWhiteSpace(c);
                before = c;
            }
        }

        return harmless.ToString();
    }

    private static bool IsSuspect(string text)
    {
        foreach (char c in text)
        {
            if (c is '#' or ':' or < ' ' or > '~')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInvisible(char c) => c > '~' && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;
}
