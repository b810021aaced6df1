namespace NcpSearchEngine.HelpCompiler.Pages;

/// <summary>What stands under a heading, as plain text without any mark of Markdown.</summary>
/// <param name="Line">Where it stands on the page, from 1.</param>
internal abstract record Content(int Line);

/// <summary>Running text, in one line.</summary>
internal sealed record Paragraph(int Line, string Text) : Content(Line);

/// <summary>A list, numbered or not.</summary>
internal sealed record ItemList(int Line, bool IsOrdered, IReadOnlyList<string> Items) : Content(Line);

/// <summary>A table: the head, and rows of as many cells.</summary>
internal sealed record Table(int Line, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : Content(Line);

/// <summary>Code or output, kept as it is.</summary>
internal sealed record Code(int Line, string Language, string Text) : Content(Line)
{
    /// <summary>Whether it is what a command shows, not what one types.</summary>
    internal bool IsOutput => Language.Length == 0 || Language.Equals("output", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A heading and what stands under it.</summary>
internal sealed record Section(int Line, string Title, IReadOnlyList<Content> Contents, IReadOnlyList<Section> Sections);

/// <summary>A page: its path, its title and its sections.</summary>
internal sealed record Page(string Path, Section Root)
{
    internal string Title => Root.Title;
}
