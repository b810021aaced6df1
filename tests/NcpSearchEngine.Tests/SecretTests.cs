using System.Management.Automation;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>With a marked secret, every cmdlet through success and failure: the mark is in no stream, exception, property or text, nor any part of it.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class SecretTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string ByParameters = "Connect-NcpSearchEngine -AccessKey ANJNAAAABBBBCCCCaaV2 -SecretKey $secret -Endpoint $endpoint -MaxRetryCount 0 -PassThru";

    private readonly CleanEnvironment _environment = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public static TheoryData<string> Connections { get; } = new()
    {
        ByParameters,
        ByParameters + " -Validate",
        ByParameters + " -Region NOWHERE",
        ByParameters + " -Endpoint http://example.com",
        "[pscredential]::new('ANJNAAAABBBBCCCCaaV2', $secret) | Connect-NcpSearchEngine -Endpoint $endpoint -PassThru -ProxyCredential ([pscredential]::new('me', $secret)) -Proxy http://127.0.0.1:1",
        "Connect-NcpSearchEngine -Endpoint $endpoint -PassThru",
        "Connect-NcpSearchEngine -ConfigPath $whole -Endpoint $endpoint -PassThru",
        "Connect-NcpSearchEngine -ConfigPath $damaged -Endpoint $endpoint -PassThru",
        "Connect-NcpSearchEngine -ConfigPath $halved -Endpoint $endpoint -PassThru",
        "Connect-NcpSearchEngine -AccessKey 'no key' -SecretKey $secret -PassThru",
    };

    public static TheoryData<string, string> Commands()
    {
        TheoryData<string, string> data = [];
        foreach (string command in new[]
        {
            "Get-NcpRollingUpgradeProgress 3427188, abc -Summary",
            "Get-NcpRollingUpgradeProgress 1000004",
            "Wait-NcpRollingUpgrade 1000004 -TargetVersionCode 2150 -Summary -TimeoutSec 1 -StartTimeoutSec 0",
            "Get-NcpSearchEngineSession",
            "Get-NcpSearchEngineSession | Select-NcpSearchEngineSession",
            "Get-NcpSearchEngineCluster",
            "Get-NcpSearchEngineVersion",
            "Get-NcpSearchEngineSession nobody",
            "Disconnect-NcpSearchEngine; Get-NcpRollingUpgradeProgress 1 -Session $s",
        })
        {
            foreach (string fault in new[] { "pass", "401/200", "401/210", "404/300", "429/410", "503/500", "code 10107", "empty", "reset", "body \"<html>\"", "redirect \"http://example.com\"" })
            {
                data.Add(command, fault);
            }
        }

        return data;
    }

    [Theory]
    [InlineData("…ArKeR012…")]
    [InlineData("eHhzRWNSZVRtQXJLZVIwMTIzNDU2Nzg5ell4V3ZVdFNyUXBPbk1sS2pJ")]
    public void The_search_finds_a_part_and_what_is_encoded(string text) =>
        Assert.ThrowsAny<Exception>(() => new SecretMark().AssertAbsentFrom([new InvalidOperationException("outer", new InvalidOperationException(text))]));

    [Theory]
    [MemberData(nameof(Connections))]
    public void Connecting_never_shows_it(string script) => Sweep(script + " -Verbose -Debug; $error; Get-NcpSearchEngineSession", fault: null);

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_command_shows_it(string script, string fault) => Sweep($"$s = {ByParameters}; & {{ {script} }}; $s", fault);

    public void Dispose()
    {
        fixture.Emulator.Faults.Clear();
        _environment.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Sweep(string script, string? fault)
    {
        using Shell shell = new();
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", "ANJNAAAABBBBCCCCaaV2");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", SecretMark.Text);
        shell.Run(
            "$global:secret, $global:endpoint, $global:whole, $global:damaged, $global:halved = $args",
            Shell.Secure(SecretMark.Text),
            fixture.Emulator.Endpoint.ToString(),
            Write("whole", "ncloud_access_key_id = ANJNAAAABBBBCCCCaaV2\nncloud_secret_access_key = " + SecretMark.Text),
            Write("damaged", "ncloud_access_key_id = ANJNAAAABBBBCCCCaaV2\n" + SecretMark.Text + "\n"),
            Write("halved", "ncloud_access_key_id\nncloud_secret_access_key = " + SecretMark.Text)).ThrowIfFailed();
        if (fault is not null)
        {
            fixture.Emulator.Faults.Add(fault);
        }

        ShellResult result = shell.Run("$VerbosePreference = $DebugPreference = 'Continue'; " + script);
        string screen = shell.Show(script);

        SecretMark sweep = new();
        sweep.AssertAbsentFrom([.. result.Output, .. result.Errors, .. result.Warnings, .. result.Verbose, .. result.Debug, .. result.Information, .. result.Progress]);
        sweep.AssertAbsentFrom([result.Thrown, screen]);
        sweep.AssertAbsentFrom(result.Output.Select(static item => PSSerializer.Serialize(item, 3)));
        Assert.True(sweep.Visited > 5);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
