using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>What people expect of any module: verbs, nouns, names of parameters, known values, and types of what comes out.</summary>
public sealed class ConventionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    /// <summary>Parameters whose values are known, and so can be completed.</summary>
    private static readonly string[] _completed = ["Session", "Region", "Site", "ProfileName", "ServiceGroupInstanceNo", "Type", "CIFormat"];

    private readonly Shell _shell = new();

    [Fact]
    public void Every_verb_is_approved()
    {
        // What Get-Verb lists, which is not in the engine.
        HashSet<string> approved = [.. typeof(VerbsCommon).Assembly.GetExportedTypes()
            .Where(static type => type.Namespace == "System.Management.Automation" && type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(static field => (string)field.GetRawConstantValue()!)];

        Assert.InRange(approved.Count, 90, 200);
        Assert.All(Cmdlets(), cmdlet => Assert.Contains(cmdlet.Verb, approved));
    }

    [Fact]
    public void Every_noun_is_singular_and_says_whose_it_is() => Assert.All(Cmdlets(), static cmdlet => Assert.Matches("^Ncp[A-Z][A-Za-z]*([^s]|ss)$", cmdlet.Noun));

    [Fact]
    public void Parameters_are_in_capitals_and_singular_and_say_their_unit() => Assert.All(OwnParameters(), static parameter =>
    {
        Assert.Matches("^([A-Z][a-z]+|CI)+$", parameter.Name);
        Assert.True(!parameter.ParameterType.IsArray || !parameter.Name.EndsWith('s'), parameter.Name);
        Assert.True(parameter.ParameterType != typeof(int) || Regex.IsMatch(parameter.Name, "(Sec|Limit|Count)$"), parameter.Name);
        Assert.True(parameter.ParameterType != typeof(bool), $"-{parameter.Name} should be a switch.");
    });

    [Fact]
    public void The_same_thing_has_the_same_name_type_and_aliases_in_every_cmdlet()
    {
        // A name of sessions or clusters may be one or several.
        var differing = OwnParameters()
            .Where(static parameter => parameter.Name != "Name")
            .GroupBy(static parameter => parameter.Name)
            .Where(static group => group.Select(static parameter => $"{parameter.ParameterType} {string.Join(' ', parameter.Aliases)}").Distinct().Count() > 1);

        Assert.Empty(differing.Select(static group => group.Key));
        Assert.All(OwnParameters().Where(static parameter => parameter.Name == "ServiceGroupInstanceNo"), static no => Assert.Equal(["ClusterNo"], no.Aliases));
    }

    [Fact]
    public void A_default_parameter_set_is_one_of_those_that_there_are() => Assert.All(Cmdlets(), static cmdlet =>
    {
        Assert.Single(cmdlet.ParameterSets, static set => set.IsDefault || set.Name == ParameterAttribute.AllParameterSets);
        Assert.All(cmdlet.ParameterSets, static set =>
        {
            IEnumerable<int> positions = set.Parameters.Select(static parameter => parameter.Position).Where(static position => position >= 0);
            Assert.Equal(positions.Distinct().Order(), positions.Order());
            Assert.True(set.Parameters.Count(static parameter => parameter.ValueFromPipeline) <= 1);
        });
    });

    [Fact]
    public void What_has_known_values_completes() => Assert.All(OwnParameters().Where(static parameter => _completed.Contains(parameter.Name)), static parameter =>
        Assert.Contains(parameter.Attributes, static attribute => attribute is ArgumentCompleterAttribute or ValidateSetAttribute));

    [Theory]
    [InlineData("Connect-NcpSearchEngine -AccessKey $args[0] -SecretKey $args[1] -Endpoint $args[2] -PassThru")]
    [InlineData("Get-NcpSearchEngineSession")]
    [InlineData("Get-NcpSearchEngineCluster")]
    [InlineData("Get-NcpSearchEngineVersion")]
    [InlineData("Get-NcpRollingUpgradeProgress 3427188")]
    [InlineData("Get-NcpRollingUpgradeProgress 3427188 -Summary")]
    [InlineData("Wait-NcpRollingUpgrade 3427188 -TimeoutSec 1")]
    [InlineData("Wait-NcpRollingUpgrade 3427188 -TimeoutSec 1 -Summary")]
    public void What_comes_out_is_of_a_type_that_the_cmdlet_tells(string script)
    {
        _shell.Connect(fixture.Emulator);
        string[] told = [.. Cmdlets().Single(cmdlet => cmdlet.Name == script.Split(' ')[0]).OutputType.Select(static type => type.Name)];

        ShellResult result = _shell.Run(script, fixture.Emulator.AccessKey, Shell.Secure(fixture.Emulator.SecretKey), fixture.Emulator.Endpoint.ToString());

        Assert.NotEmpty(result.Output);
        Assert.All(result.Output, item => Assert.Contains(item.BaseObject.GetType().FullName, told));
    }

    [Fact]
    public void A_cmdlet_that_emits_nothing_tells_no_type()
    {
        _shell.Connect(fixture.Emulator, "-Name other");
        ShellResult result = _shell.Run("Select-NcpSearchEngineSession other; Disconnect-NcpSearchEngine other").ThrowIfFailed();

        Assert.Empty(result.Output);
        Assert.All(Cmdlets().Where(static cmdlet => cmdlet.Verb is "Select" or "Disconnect"), static cmdlet => Assert.Empty(cmdlet.OutputType));
    }

    public void Dispose() => _shell.Dispose();

    private CmdletInfo[] Cmdlets()
    {
        CmdletInfo[] cmdlets = [.. _shell.Run("Get-Command -Module NcpSearchEngine").ThrowIfFailed().Output.Select(static item => (CmdletInfo)item.BaseObject)];
        Assert.NotEmpty(cmdlets);
        return cmdlets;
    }

    private IEnumerable<ParameterMetadata> OwnParameters() =>
        Cmdlets().SelectMany(static cmdlet => cmdlet.Parameters.Values).Where(static parameter => !Cmdlet.CommonParameters.Contains(parameter.Name));
}
