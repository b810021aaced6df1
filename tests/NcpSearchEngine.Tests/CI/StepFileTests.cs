using System.Text.RegularExpressions;
using NcpSearchEngine.Tests.Hosting;
using YamlDotNet.RepresentationModel;

namespace NcpSearchEngine.Tests.CI;

/// <summary>action.yml, the Azure Pipelines template and the examples of both: that they fit each other, and that no input gets into a script.</summary>
public sealed partial class StepFileTests
{
    private static readonly string[] _cultures = ["en-US", "ko-KR"];

    [Fact]
    public void The_action_hands_inputs_to_its_script_by_env_only()
    {
        (string Path, string Value)[] withInput = [.. StepFiles.Scalars(StepFiles.Action["runs"]).Where(static scalar => scalar.Value.Contains("inputs.", StringComparison.Ordinal))];

        Assert.All(withInput, static scalar => Assert.Matches("/env/|/with/|/if$", scalar.Path));
        Assert.All(
            StepFiles.Scalars(StepFiles.Action["runs"]).Where(static scalar => scalar.Path.EndsWith("/run", StringComparison.Ordinal)),
            static run => Assert.DoesNotContain("${{", run.Value, StringComparison.Ordinal));
        Assert.Equal(StepFiles.KeysOf(StepFiles.Action["inputs"]).Order(), withInput.SelectMany(static scalar => Input().Matches(scalar.Value)).Select(static match => match.Groups[1].Value).Distinct().Order());
    }

    [Fact]
    public void The_template_hands_parameters_to_its_script_by_env_only()
    {
        Assert.DoesNotContain("${{", StepFiles.Template["steps"][0]["inputs"]["script"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("$(", StepFiles.Template["steps"][0]["inputs"]["script"].ToString(), StringComparison.Ordinal);
        string[] used = [.. Parameter().Matches(StepFiles.Text("azure-pipelines", "wait-rolling-upgrade.yml")).Select(static match => match.Groups[1].Value).Distinct().Order()];
        Assert.Equal(Parameters().Order(), used);
    }

    [Fact]
    public void The_template_has_the_script_word_for_word() =>
        Assert.Equal(StepFiles.Script, StepFiles.Template["steps"][0]["inputs"]["script"].ToString());

    [Fact]
    public void Both_set_every_variable_that_the_script_reads()
    {
        string[] read = [.. Variable().Matches(StepFiles.Script).Select(static match => match.Value).Distinct().Order()];

        Assert.Equal(read, StepFiles.KeysOf(StepFiles.Action["runs"]["steps"][0]["env"]).Except(["NCP_ACTION_PATH"]).Order());
        Assert.Equal(read, StepFiles.KeysOf(StepFiles.Template["steps"][0]["env"]).Where(static name => name.StartsWith("NCP_", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void The_outputs_are_those_that_the_script_writes() => Assert.Equal(
        Output().Matches(StepFiles.Script).Select(static match => match.Groups[1].Value).Order(),
        StepFiles.KeysOf(StepFiles.Action["outputs"]).Order());

    [Fact]
    public void Keys_are_no_inputs()
    {
        Assert.DoesNotContain(StepFiles.KeysOf(StepFiles.Action["inputs"]), static name => name.Contains("key", StringComparison.Ordinal) || name.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain("NCLOUD", StepFiles.Script, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_install_the_version_of_this_module()
    {
        string version = ManifestVersion().Match(StepFiles.Text("NcpSearchEngine.psd1")).Groups[1].Value;

        Assert.Equal(version, StepFiles.Action["inputs"]["module-version"]["default"].ToString());
        Assert.Equal(version, ((YamlSequenceNode)StepFiles.Template["parameters"]).Single(static parameter => parameter["name"].ToString() == "moduleVersion")["default"].ToString());
    }

    [Fact]
    public void Actions_of_others_are_named_by_a_commit()
    {
        string[] files = ["action.yml", .. Directory.GetFiles(Path.Combine(Checkout.Root, ".github", "workflows")).Select(static file => Path.GetRelativePath(Checkout.Root, file))];
        IEnumerable<YamlNode> pages = [.. files.Select(static file => StepFiles.Mapping(StepFiles.Text(file))), .. _cultures.SelectMany(StepFiles.Examples).Select(StepFiles.Mapping)];

        string[] used = [.. pages.SelectMany(static page => StepFiles.Scalars(page)).Where(static scalar => scalar.Path.EndsWith("/uses", StringComparison.Ordinal)).Select(static scalar => scalar.Value)];

        Assert.NotEmpty(used);
        Assert.All(used.Where(static name => !name.StartsWith("./", StringComparison.Ordinal)), static name => Assert.Matches("^(OWNER/NcpSearchEngine@COMMIT|[^@]+@[0-9a-f]{40})$", name));
    }

    [Fact]
    public void Examples_are_the_same_in_every_language() => Assert.Equal(StepFiles.Examples("en-US"), StepFiles.Examples("ko-KR"));

    [Fact]
    public void Examples_use_what_there_is()
    {
        YamlMappingNode[] examples = [.. StepFiles.Examples("en-US").Select(StepFiles.Mapping)];

        YamlNode job = examples[0]["jobs"]["upgrade"];
        Assert.Subset(StepFiles.KeysOf(StepFiles.Action["inputs"]).ToHashSet(), StepFiles.KeysOf(job["steps"][0]["with"]).ToHashSet());
        string[] outputs = [.. StepFiles.Scalars(job).SelectMany(static scalar => StepOutput().Matches(scalar.Value)).Select(static match => match.Groups[1].Value)];
        Assert.NotEmpty(outputs);
        Assert.Subset(StepFiles.KeysOf(StepFiles.Action["outputs"]).ToHashSet(), outputs.ToHashSet());
        Assert.Subset(Parameters().ToHashSet(), StepFiles.KeysOf(examples[2]["steps"][0]["parameters"]).ToHashSet());
    }

    private static string[] Parameters() => [.. ((YamlSequenceNode)StepFiles.Template["parameters"]).Select(static parameter => parameter["name"].ToString())];

    [GeneratedRegex(@"inputs\.([a-z-]+)")]
    private static partial Regex Input();

    [GeneratedRegex(@"parameters\.([A-Za-z]+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"NCP_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^ +Write-StepOutput '([a-z-]+)'", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"steps\.upgrade\.outputs\.([a-z-]+)")]
    private static partial Regex StepOutput();

    [GeneratedRegex(@"ModuleVersion\s*=\s*'([0-9.]+)'")]
    private static partial Regex ManifestVersion();
}
