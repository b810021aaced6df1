using System.Management.Automation;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Help;

/// <summary>What Get-Help gives for a cmdlet, in a language.</summary>
internal sealed class CmdletHelp(PSObject help)
{
    internal string Synopsis => Text(help, "Synopsis");

    internal string Description => Text(help, "description");

    internal IReadOnlyDictionary<string, string> Parameters => Items(help, "parameters", "parameter")
        .ToDictionary(static parameter => Text(parameter, "name"), static parameter => Text(parameter, "description"));

    internal IReadOnlyList<(string Title, string Code)> Examples => [.. Items(help, "examples", "example").Select(static example => (Text(example, "title"), Text(example, "code")))];

    internal IReadOnlyList<string> OutputTypes => [.. Items(help, "returnValues", "returnValue").Select(static value => Text(Get(value, "type")!, "name"))];

    internal string Errors => Text(Get(help, "alertSet")!, "alert");

    internal string OnlineAddress => Text(Items(help, "relatedLinks", "navigationLink").First(), "uri");

    internal static CmdletHelp Of(string cmdlet, string culture)
    {
        using Shell shell = new();
        return new CmdletHelp(shell.Run(HelpPages.Under(culture, "Get-Help $args[0] -Full"), cmdlet).ThrowIfFailed().Output.Single());
    }

    private static PSObject? Get(PSObject value, string property) => value.Properties[property]?.Value is { } found ? PSObject.AsPSObject(found) : null;

    private static IEnumerable<PSObject> Items(PSObject value, string list, string item) =>
        Get(value, list) is { } found && Get(found, item) is { } items ? LanguagePrimitives.GetEnumerable(items)?.Cast<object>().Select(PSObject.AsPSObject) ?? [items] : [];

    /// <summary>The text of a property, also where it is made of paragraphs, lists and definitions.</summary>
    private static string Text(PSObject value, string property) => string.Join('\n', (LanguagePrimitives.GetEnumerable(Get(value, property))?.Cast<object>() ?? [Get(value, property) ?? string.Empty])
        .Select(PSObject.AsPSObject)
        .Select(static item => item.BaseObject is string text ? text : string.Join(' ', new[] { "Text", "Term", "Definition" }.Select(name => item.Properties[name]?.Value))))
        .Trim();
}
