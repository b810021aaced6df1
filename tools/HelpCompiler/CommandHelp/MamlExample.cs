using System.Xml.Linq;
using NcpSearchEngine.HelpCompiler.Pages;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlNames;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlText;

namespace NcpSearchEngine.HelpCompiler.CommandHelp;

/// <summary>An example: what it is for, the code, what that shows, and remarks.</summary>
internal static class MamlExample
{
    private const string Rule = "----------";

    internal static XElement Of(Section example, Page page)
    {
        Code code = example.Contents.OfType<Code>().FirstOrDefault(static code => !code.IsOutput)
            ?? throw new PageException(page.Path, example.Line, "An example has a block of powershell.");
        return new XElement(
            Command + "example",
            new XElement(Maml + "title", $"{Rule} {example.Title} {Rule}"),
            new XElement(Maml + "introduction", example.Contents.TakeWhile(content => content != code).Select(content => Introduction(content, page))),
            new XElement(Dev + "code", code.Text),

            // An empty paragraph at the end keeps the next example away.
            new XElement(Dev + "remarks", example.Contents.SkipWhile(content => content != code).Skip(1).Select(content => Remark(content, page)), Para(string.Empty)));
    }

    /// <summary>The view writes the code right behind it, so that it brings its own line ends.</summary>
    private static XElement Introduction(Content content, Page page) => content is Paragraph paragraph
        ? Para(paragraph.Text + "\n\n")
        : throw new PageException(page.Path, content.Line, "Get-Help shows only paragraphs here.");

    private static XElement Remark(Content content, Page page) => content switch
    {
        Paragraph paragraph => Para(paragraph.Text),
        Code { IsOutput: true } output => Para(output.Text),
        _ => throw new PageException(page.Path, content.Line, "An example has one block of powershell, and then paragraphs and blocks of output."),
    };
}
