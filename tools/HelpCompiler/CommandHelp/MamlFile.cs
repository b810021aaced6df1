using System.Xml.Linq;
using NcpSearchEngine.HelpCompiler.Cmdlets;
using NcpSearchEngine.HelpCompiler.Pages;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlNames;

namespace NcpSearchEngine.HelpCompiler.CommandHelp;

/// <summary>The file that Get-Help reads for the cmdlets of an assembly.</summary>
internal static class MamlFile
{
    /// <summary>Joins the prose of pages with the facts of cmdlets. What one has and the other has not is written as it is, for the tests to find.</summary>
    internal static XDocument Of(IEnumerable<CmdletPage> pages, IReadOnlyList<CmdletFacts> cmdlets, string culture) => new(
        new XElement(
            Msh + "helpItems",
            new XAttribute("schema", "maml"),
            pages.Select(page => MamlCommand.Of(
                page,
                cmdlets.SingleOrDefault(cmdlet => cmdlet.Name == page.Name)
                    ?? throw new PageException(page.Page.Path, page.Page.Root.Line, $"The module has no cmdlet {page.Name}."),
                culture))));
}
