using System.Xml.Linq;
using NcpSearchEngine.HelpCompiler.Cmdlets;
using NcpSearchEngine.HelpCompiler.Pages;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlNames;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlText;

namespace NcpSearchEngine.HelpCompiler.CommandHelp;

/// <summary>The help of one cmdlet.</summary>
internal static class MamlCommand
{
    internal static XElement Of(CmdletPage page, CmdletFacts cmdlet, string culture)
    {
        string[] words = page.Name.Split('-', 2);
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", page.Name),
                new XElement(Command + "verb", words[0]),
                new XElement(Command + "noun", words[1]),
                new XElement(Maml + "description", Paragraphs(page.Synopsis, page.Page))),
            new XElement(Maml + "description", Blocks(page.Description, page.Page)),
            new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => new XElement(
                Command + "syntaxItem",
                new XElement(Maml + "name", page.Name),
                set.Select(static parameter => MamlParameter.InSyntax(parameter))))),
            new XElement(Command + "parameters", MamlParameter.All(page, cmdlet)),
            new XElement(Command + "inputTypes", Types("inputType", page.Inputs, page.Page)),
            new XElement(Command + "returnValues", Types("returnValue", page.Outputs, page.Page)),
            MamlErrors.Of(page),
            new XElement(Command + "examples", page.Examples.Select(example => MamlExample.Of(example, page.Page))),
            Links(page, cmdlet, culture));
    }

    private static IEnumerable<XElement> Types(string element, IEnumerable<Section> types, Page page) => types.Select(type => new XElement(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Title)),
        new XElement(Maml + "description", Paragraphs(type.Contents, page))));

    /// <summary>The first is what -Online opens: the page in the language of this help.</summary>
    private static XElement Links(CmdletPage page, CmdletFacts cmdlet, string culture) => new(
        Command + "relatedLinks",
        Link("Online Version:", cmdlet.HelpUri.Replace("/en-US/", $"/{culture}/", StringComparison.Ordinal)),
        page.RelatedLinks.Select(static name => Link(name, string.Empty)));

    private static XElement Link(string text, string uri) =>
        new(Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri", uri));
}
