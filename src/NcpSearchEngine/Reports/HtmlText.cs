using System.Text;

namespace NcpSearchEngine.Reports;

/// <summary>Makes any text harmless in HTML and SVG, between tags and in quoted attributes.</summary>
internal static class HtmlText
{
    internal static string Escape(string? text)
    {
        StringBuilder escaped = new(text?.Length ?? 0);
        foreach (char c in text ?? string.Empty)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),

                // A browser would read half a surrogate pair as it likes.
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
