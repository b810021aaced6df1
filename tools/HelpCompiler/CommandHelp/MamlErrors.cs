using System.Xml.Linq;
using NcpSearchEngine.HelpCompiler.Pages;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlNames;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlText;

namespace NcpSearchEngine.HelpCompiler.CommandHelp;

/// <summary>The errors that a cmdlet writes, as its notes: the view that MAML has for errors is hard to read.</summary>
internal static class MamlErrors
{
    internal static XElement Of(CmdletPage page) => new(
        Maml + "alertSet",
        new XElement(Maml + "title", page.Errors.Title),
        new XElement(Maml + "alert", page.Errors.Contents.SelectMany(content => content switch
        {
            Paragraph paragraph => [Para(paragraph.Text)],
            Table { Head.Count: 2 } table => table.Rows.Select(static row => Para($"{row[0]}: {row[1]}")),
            _ => throw new PageException(page.Page.Path, content.Line, "Get-Help shows only paragraphs and tables of two columns here."),
        })));
}
