using NcpSearchEngine.HelpCompiler.Pages;

namespace NcpSearchEngine.HelpCompiler.Topics;

/// <summary>An about_ topic as text of 80 columns, as people know it from the topics of PowerShell.</summary>
internal static class TopicText
{
    private const int Width = 80;
    private const int Indent = 4;

    internal static string Of(Page page)
    {
        if (page.Root.Sections is not [{ Contents: [Paragraph synopsis], Sections: [] } shortDescription, ..] || TextLines.Of(synopsis.Text, Width - Indent).Count > 1)
        {
            throw new PageException(page.Path, page.Root.Line, "A topic begins with a section of one paragraph that fits in a line of 76 columns: what a list of topics shows.");
        }

        // Get-Help takes the fifth line for the synopsis.
        bool isKorean = shortDescription.Title != "Short description";
        IEnumerable<string> lines = [isKorean ? "항목" : "TOPIC", Indented(page.Title), .. page.Root.Sections.SelectMany(section => Lines(section, page))];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Lines(Section section, Page page) =>
    [
        string.Empty,
        section.Title.ToUpperInvariant(),
        .. Contents(section.Contents, page),
        .. section.Sections.SelectMany(below => (string[])[string.Empty, new string(' ', Indent / 2) + below.Title, .. Contents(below.Contents, page)]),
    ];

    private static IEnumerable<string> Contents(IReadOnlyList<Content> contents, Page page) =>
        contents.SelectMany((content, i) => LinesOf(content, page).Select(Indented).Prepend(string.Empty).Skip(i == 0 ? 1 : 0));

    private static IEnumerable<string> LinesOf(Content content, Page page) => content switch
    {
        Paragraph paragraph => TextLines.Of(paragraph.Text, Width - Indent),
        ItemList list => list.Items.SelectMany((item, i) => ItemLines(list.IsOrdered ? $"{i + 1}. " : "- ", item)),
        Code code => code.Text.Split('\n').Select(static line => "    " + line),
        Pages.Table table => TextLines.Of(table, Width - Indent),
        _ => throw new PageException(page.Path, content.Line, $"A topic has no place for {content.GetType().Name}."),
    };

    private static IEnumerable<string> ItemLines(string mark, string item) =>
        TextLines.Of(item, Width - Indent - mark.Length).Select((line, i) => (i == 0 ? mark : new string(' ', mark.Length)) + line);

    private static string Indented(string line) => line.Length == 0 ? line : new string(' ', Indent) + line;
}
