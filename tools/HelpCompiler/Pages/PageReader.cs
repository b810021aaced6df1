using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NcpSearchEngine.HelpCompiler.Pages;

/// <summary>Reads a Markdown page into sections by its headings.</summary>
internal static class PageReader
{
    private static readonly MarkdownPipeline _markdown = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    internal static Page Read(string path)
    {
        Queue<Block> blocks = new(Markdown.Parse(File.ReadAllText(path), _markdown));
        Section root = ReadSection(blocks, path, level: 1);
        return blocks.TryPeek(out Block? rest)
            ? throw new PageException(path, rest.Line + 1, "A page has one heading of level 1, and everything under it.")
            : new Page(path, root);
    }

    private static Section ReadSection(Queue<Block> blocks, string path, int level)
    {
        if (!blocks.TryPeek(out Block? first) || first is not HeadingBlock heading || heading.Level != level)
        {
            throw new PageException(path, (first?.Line ?? 0) + 1, $"A heading of level {level} belongs here.");
        }

        blocks.Dequeue();
        List<Content> contents = [];
        while (blocks.TryPeek(out Block? next) && next is not HeadingBlock)
        {
            contents.Add(ReadContent(blocks.Dequeue(), path));
        }

        List<Section> sections = [];
        while (blocks.TryPeek(out Block? next) && next is HeadingBlock below && below.Level > level)
        {
            sections.Add(ReadSection(blocks, path, level + 1));
        }

        return new Section(heading.Line + 1, TextOf(heading.Inline, path), contents, sections);
    }

    private static Content ReadContent(Block block, string path)
    {
        int line = block.Line + 1;
        return block switch
        {
            ParagraphBlock paragraph => new Paragraph(line, TextOf(paragraph.Inline, path)),
            ListBlock list => new ItemList(line, list.IsOrdered, [.. list.Cast<ListItemBlock>().Select(item => TextOf(item, path))]),
            Markdig.Extensions.Tables.Table table => ReadTable(table, path),
            FencedCodeBlock code => new Code(line, code.Info ?? string.Empty, code.Lines.ToString()),
            _ => throw new PageException(path, line, $"Help has no place for {block.GetType().Name}. Use paragraphs, lists, tables and fenced code."),
        };
    }

    private static Table ReadTable(Markdig.Extensions.Tables.Table table, string path)
    {
        List<IReadOnlyList<string>> rows = [.. table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(cell => TextOf(cell, path)).ToList())];
        return new Table(table.Line + 1, rows[0], rows[1..]);
    }

    /// <summary>The text of a cell or of an item, which is one paragraph.</summary>
    private static string TextOf(ContainerBlock container, string path) => container switch
    {
        [] => string.Empty,
        [ParagraphBlock only] => TextOf(only.Inline, path),
        _ => throw new PageException(path, container.Line + 1, "Help has no place for more than one paragraph in an item or a cell."),
    };

    private static string TextOf(ContainerInline? inlines, string path) => string.Concat((inlines ?? []).Select(inline => TextOf(inline, path)));

    private static string TextOf(Inline inline, string path) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LinkInline { Url: { } url } link when Uri.IsWellFormedUriString(url, UriKind.Absolute) && TextOf((ContainerInline)link, path) is var text =>
            text == url ? url : $"{text} ({url})",
        ContainerInline container => TextOf(container, path),
        _ => throw new PageException(path, inline.Line + 1, $"Help has no place for {inline.GetType().Name}."),
    };
}
