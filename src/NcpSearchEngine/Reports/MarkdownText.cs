using System.Text;

namespace NcpSearchEngine.Reports;

/// <summary>Makes text from the service harmless in Markdown: no table cell, link, image, mention, heading or HTML comes of it.</summary>
internal static class MarkdownText
{
    /// <summary>Keeps two characters apart that a reader would make a mention or a reference of; not to be seen.</summary>
    private const char WordJoiner = '\u2060';

    private const string Special = "\\`*_[]|~$@#:.>";

    /// <summary>A name, as code: nothing in it has a meaning. For a table cell too.</summary>
    internal static string Code(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return ReportWords.Unknown;
        }

        // A fence longer than any in the text; a bar would end the cell even in code.
        string fence = new('`', LongestRun(text!, '`') + 1);
        string gap = text![0] == '`' || text[text.Length - 1] == '`' ? " " : string.Empty;
        return fence + gap + text.Replace("|", "\\|") + gap + fence;
    }

    /// <summary>A sentence that may quote the service.</summary>
    internal static string Prose(string? text)
    {
        StringBuilder escaped = new();
        for (int i = 0; i < (text?.Length ?? 0); i++)
        {
            char c = text![i];
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '\r' or '\n':
                    escaped.Append(' ');
                    break;

                // The end of a sentence or of a clause is no part of an address.
                case '.' or ':' when i + 1 == text.Length || text[i + 1] == ' ':
                    escaped.Append(c);
                    break;
                default:
                    escaped.Append(Special.IndexOf(c) < 0 ? string.Empty : "\\").Append(c);
                    if (c is '@' or '#')
                    {
                        escaped.Append(WordJoiner);
                    }

                    break;
            }
        }

        return escaped.ToString();
    }

    private static int LongestRun(string text, char of)
    {
        int longest = 0, run = 0;
        foreach (char c in text)
        {
            run = c == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
