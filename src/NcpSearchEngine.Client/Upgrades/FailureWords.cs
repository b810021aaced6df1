namespace NcpSearchEngine.Client;

/// <summary>Finds a whole word of failure in a status, such as <c>Upgrade_Failed</c> or <c>nodeAborted</c>, but not <c>Failover</c> or <c>incomplete</c>.</summary>
internal static class FailureWords
{
    private static readonly string[] _words = ["fail", "failed", "failure", "error", "abort", "aborted", "rollback"];

    internal static bool In(string status)
    {
        int start = 0;
        while (start < status.Length)
        {
            if (!char.IsLetterOrDigit(status[start]))
            {
                start++;
                continue;
            }

            int end = EndOfWord(status, start);
            if (IsFailure(status, start, end - start))
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    /// <summary>A word ends at anything but letters and digits, and where a capital follows a small letter or begins the last of several capitals.</summary>
    private static int EndOfWord(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            bool newWord = char.IsUpper(text[end])
                && (!char.IsUpper(text[end - 1]) || (end + 1 < text.Length && char.IsLower(text[end + 1])));
            if (newWord)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static bool IsFailure(string text, int start, int length)
    {
        foreach (string word in _words)
        {
            if (word.Length == length && string.Compare(text, start, word, 0, length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
