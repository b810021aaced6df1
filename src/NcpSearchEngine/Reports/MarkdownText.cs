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

        // Readers do not agree on what these do in the code of a table cell.
        return text!.IndexOfAny(['`', '|', '\\']) < 0 ? $"`{text}`" : $"<code>{Entities(text)}</code>";
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

                // The end of a sentence or of a clause is no part of an address, nor is a time or a version.
                case '.' or ':' when i + 1 == text.Length || text[i + 1] is ' ' or (>= '0' and <= '9'):
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

    private static string Entities(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text)
        {
            bool isPlain = c is > '~' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '-';
            escaped.Append(isPlain ? c.ToString() : FormattableString.Invariant($"&#{(int)c};"));
            if (c is '@' or '#')
            {
                escaped.Append(WordJoiner);
            }
        }

        return escaped.ToString();
    }
}
