using System.Text.RegularExpressions;
using NcpSearchEngine.Tests.Hosting;
using YamlDotNet.RepresentationModel;

namespace NcpSearchEngine.Tests.CI;

/// <summary>The files by which others use this module in their pipelines, and the pages that show how.</summary>
internal static partial class StepFiles
{
    internal static string Script { get; } = Text("actions", "wait-rolling-upgrade.ps1");

    internal static YamlMappingNode Action { get; } = Mapping(Text("action.yml"));

    internal static YamlMappingNode Template { get; } = Mapping(Text("azure-pipelines", "wait-rolling-upgrade.yml"));

    /// <summary>What the page on pipelines shows as YAML.</summary>
    internal static string[] Examples(string culture) =>
        [.. YamlBlock().Matches(Text("docs", culture, "about_NcpSearchEngine_ContinuousIntegration.md")).Select(static match => match.Groups[1].Value)];

    internal static string Text(params string[] path) => File.ReadAllText(Path.Combine([Checkout.Root, .. path])).ReplaceLineEndings("\n");

    internal static YamlMappingNode Mapping(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode);
    }

    /// <summary>Every text in a file with the keys that lead to it.</summary>
    internal static IEnumerable<(string Path, string Value)> Scalars(YamlNode node, string path = "") => node switch
    {
        YamlMappingNode mapping => mapping.SelectMany(child => Scalars(child.Value, $"{path}/{child.Key}")),
        YamlSequenceNode sequence => sequence.SelectMany((child, i) => Scalars(child, $"{path}/{i}")),
        YamlScalarNode scalar => [(path, scalar.Value ?? string.Empty)],
        _ => [],
    };

    internal static string[] KeysOf(YamlNode mapping) => [.. ((YamlMappingNode)mapping).Select(static child => child.Key.ToString())];

    [GeneratedRegex(@"^```yaml\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex YamlBlock();
}
