using System.Management.Automation;
using System.Management.Automation.Language;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Help;

/// <summary>What people paste from help and README.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class ExampleTests
{
    public static TheoryData<string, string> Pages =>
        [.. HelpPages.Cultures.SelectMany(static culture => HelpPages.Names(culture).Select(name => new TheoryDataRow<string, string>(culture, name)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void An_example_parses_and_names_only_what_there_is(string culture, string page) => Check(HelpPages.PowerShellIn(HelpPages.Read(culture, page)));

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ko.md")]
    public void So_does_the_README(string file) => Check(HelpPages.PowerShellIn(HelpPages.ReadMe(file)));

    [Theory]
    [MemberData(nameof(Runnable))]
    public async Task An_example_runs_against_the_emulator(string cmdlet, string title)
    {
        using CleanEnvironment clean = new();
        await using WaitFixture fixture = await WaitFixture.StartAsync(speed: 60);
        SearchEngineEmulator emulator = fixture.Emulator;
        string home = Directory.CreateTempSubdirectory("help").FullName;
        try
        {
            Prepare(fixture, home);
            ShellResult result = fixture.Run(CmdletHelp.Of(cmdlet, "en-US").Examples.Single(example => example.Title == title).Code);

            // How a wait of an answer that never changes ends is the module's business here; what the example says wrong would be the engine's.
            Assert.All(
                result.Thrown is null ? result.Errors : [.. result.Errors, result.Terminating!],
                static error => Assert.Contains(",NcpSearchEngine.Commands.", error.FullyQualifiedErrorId, StringComparison.Ordinal));
            Assert.All(result.Errors, static error => Assert.StartsWith("RollingUpgrade", error.FullyQualifiedErrorId, StringComparison.Ordinal));
            Assert.True(emulator.Requests.Count > 0 || cmdlet.EndsWith("Session", StringComparison.Ordinal) || cmdlet.Contains("connect", StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    /// <summary>All examples but those that hand a session to other runspaces, which the clock of these tests does not drive.</summary>
    public static TheoryData<string, string> Runnable() => [.. HelpPages.Cmdlets().SelectMany(static cmdlet => CmdletHelp.Of(cmdlet, "en-US").Examples
        .Where(static example => !example.Code.Contains("-Parallel", StringComparison.Ordinal))
        .Select(example => new TheoryDataRow<string, string>(cmdlet, example.Title)))];

    /// <summary>What the examples find on a user's machine: keys, profiles, sessions, files, and the cmdlets that this engine lacks.</summary>
    private static void Prepare(WaitFixture fixture, string home)
    {
        SearchEngineEmulator emulator = fixture.Emulator;
        string address = emulator.Endpoint.ToString();
        Directory.CreateDirectory(Path.Combine(home, ".ncloud"));
        string profile = $"ncloud_access_key_id = {emulator.AccessKey}\nncloud_secret_access_key = {emulator.SecretKey}\n";
        File.WriteAllText(Path.Combine(home, ".ncloud", "configure"), $"[DEFAULT]\n{profile}\n[project]\n{profile}");
        Environment.SetEnvironmentVariable("HOME", home);
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", emulator.AccessKey);
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", emulator.SecretKey);
        Environment.SetEnvironmentVariable("NCLOUD_METADATA_ENDPOINT", address);
        Environment.SetEnvironmentVariable("NCP_EMULATOR_ENDPOINT", address);
        fixture.Shell.Run(
            """
            $global:credential = [pscredential]::new($args[1], $args[2])
            function global:Get-Credential { $credential }
            function global:Get-Secret { $credential }
            function global:Import-Csv { [pscustomobject]@{ ServiceGroupInstanceNo = '3427188' }, [pscustomobject]@{ ClusterNo = '2700270' } }
            function global:Export-Csv { }
            function global:Select-Object { $input }
            function global:Sort-Object { $input }
            function global:Group-Object { $input }
            function global:Format-List { $input }
            foreach ($name in 'gov', 'project', 'release') { Connect-NcpSearchEngine -AccessKey $args[1] -SecretKey $args[2] -Endpoint $args[0] -Name $name -TimeoutSec $args[3] }
            Connect-NcpSearchEngine -AccessKey $args[1] -SecretKey $args[2] -Endpoint $args[0] -TimeoutSec $args[3]
            $global:PSDefaultParameterValues['Connect-NcpSearchEngine:Endpoint'] = $args[0]
            $global:PSDefaultParameterValues['Connect-NcpSearchEngine:TimeoutSec'] = $args[3]
            """,
            address,
            emulator.AccessKey,
            Shell.Secure(emulator.SecretKey),
            DrivenClock.RequestTimeoutSec).ThrowIfFailed();
    }

    private static void Check(IEnumerable<string> examples)
    {
        using Shell shell = new();
        Assert.All(examples, example =>
        {
            ScriptBlockAst script = Parser.ParseInput(example, out _, out ParseError[] errors);
            Assert.Empty(errors);
            Assert.All(
                script.FindAll(static ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Where(static command => command.GetCommandName()?.Contains("-Ncp", StringComparison.Ordinal) == true),
                command =>
                {
                    CommandInfo cmdlet = (CommandInfo)shell.Run("Get-Command $args[0] -ErrorAction Stop", command.GetCommandName()).ThrowIfFailed().Output.Single().BaseObject;
                    string[] names = [.. cmdlet.Parameters.Values.SelectMany(static parameter => parameter.Aliases.Prepend(parameter.Name))];
                    Assert.Subset(names.ToHashSet(), command.CommandElements.OfType<CommandParameterAst>().Select(static parameter => parameter.ParameterName).ToHashSet());
                });
        });
    }
}
