using System.Globalization;
using System.Xml.Linq;
using NcpSearchEngine.HelpCompiler.Cmdlets;
using NcpSearchEngine.HelpCompiler.Pages;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlNames;
using static NcpSearchEngine.HelpCompiler.CommandHelp.MamlText;

namespace NcpSearchEngine.HelpCompiler.CommandHelp;

/// <summary>A parameter, in the syntax and with all that there is to say of it.</summary>
internal static class MamlParameter
{
    internal static XElement InSyntax(ParameterFacts parameter) => new(
        Command + "parameter",
        Attributes(parameter),
        new XElement(Maml + "name", parameter.Name),
        parameter.IsSwitch ? null
        : parameter.ValidValues.Count > 0 ? new XElement(Command + "parameterValueGroup", parameter.ValidValues.Select(static value => Value(value, isRequired: false)))
        : Value(parameter.Type, isRequired: true));

    /// <summary>In the order of the page; then those of the cmdlet that the page has not, without a description.</summary>
    internal static IEnumerable<XElement> All(CmdletPage page, CmdletFacts cmdlet) =>
        page.Parameters.Select(static section => section.Title.TrimStart('-')).Union(cmdlet.Parameters.Select(static parameter => parameter.Name)).Select(name => Full(
            name,
            cmdlet.Parameters.FirstOrDefault(parameter => parameter.Name == name),
            page.Parameters.FirstOrDefault(section => section.Title == "-" + name)?.Contents ?? [],
            page.Page));

    private static XElement Full(string name, ParameterFacts? parameter, IReadOnlyList<Content> description, Page page) => new(
        Command + "parameter",
        parameter is null ? null : Attributes(parameter),
        new XElement(Maml + "name", name),
        new XElement(Maml + "description", Blocks(description, page)),
        parameter is null ? null : new object[]
        {
            Value(parameter.Type, !parameter.IsSwitch),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.DefaultValue),
        });

    private static XAttribute[] Attributes(ParameterFacts parameter) =>
    [
        new("required", parameter.IsMandatory),
        new("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal)),
        new("globbing", parameter.TakesWildcards),
        new("pipelineInput", parameter.PipelineInput),
        new("position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
    ];

    private static XElement Value(string text, bool isRequired) =>
        new(Command + "parameterValue", new XAttribute("required", isRequired), new XAttribute("variableLength", false), text);
}
