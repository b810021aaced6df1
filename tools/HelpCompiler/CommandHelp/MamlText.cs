using System.Xml.Linq;
using NcpSearchEngine.HelpCompiler.Pages;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlNames;

namespace NcpSearchEngine.HelpCompiler.CommandHelp;

/// <summary>Prose as MAML: only what the engine's views show well, each in the place where they do.</summary>
internal static class MamlText
{
    /// <summary>Paragraphs only, for the places whose view shows nothing else.</summary>
    internal static IEnumerable<XElement> Paragraphs(IEnumerable<Content> contents, Page page) => contents.Select(content => content is Paragraph paragraph
        ? Para(paragraph.Text)
        : throw new PageException(page.Path, content.Line, "Get-Help shows only paragraphs here."));

    /// <summary>Paragraphs, lists, and tables of two columns as terms with definitions, with a blank line between them.</summary>
    internal static IEnumerable<XElement> Blocks(IReadOnlyList<Content> contents, Page page)
    {
        // The engine puts a blank line after a paragraph, but not after the one that is as far down as there are paragraphs with text; and never after a list.
        int withText = contents.OfType<Paragraph>().Count(), written = 0;
        for (int i = 0; i < contents.Count; i++)
        {
            yield return Block(contents[i], page);
            bool hasBlankLine = contents[i] is Paragraph && ++written != withText;
            if (i < contents.Count - 1 && !hasBlankLine)
            {
                written++;
                yield return Para(string.Empty);
            }
        }
    }

    internal static XElement Para(string text) => new(Maml + "para", text);

    private static XElement Block(Content content, Page page) => content switch
    {
        Paragraph paragraph => Para(paragraph.Text),
        ItemList list => new XElement(
            Maml + "list",
            new XAttribute("class", list.IsOrdered ? "ordered" : "bullet"),
            list.Items.Select(static item => new XElement(Maml + "listItem", Para(item)))),
        Table { Head.Count: 2 } table => new XElement(
            Maml + "definitionList",
            table.Rows.Select(static row => new XElement(
                Maml + "definitionListItem",
                new XElement(Maml + "term", row[0]),
                new XElement(Maml + "definition", Para(row[1]))))),
        _ => throw new PageException(page.Path, content.Line, "Get-Help shows only paragraphs, lists and tables of two columns here."),
    };
}
