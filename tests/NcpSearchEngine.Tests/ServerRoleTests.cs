using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>Keys of a server's role, from a metadata service on a loopback address.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class ServerRoleTests : IDisposable
{
    private readonly CleanEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public async Task It_is_asked_only_when_that_is_asked_for_and_its_keys_sign()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        using Shell shell = new();
        Environment.SetEnvironmentVariable("NCLOUD_METADATA_ENDPOINT", emulator.Endpoint.ToString());
        Environment.SetEnvironmentVariable("HOME", "/nowhere");

        Assert.StartsWith("CredentialNotFound,", shell.Run("Connect-NcpSearchEngine").Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, emulator.Requests.Count);

        ShellResult result = shell.Run(
            "$s = Connect-NcpSearchEngine -ServerRole -Endpoint $args[0] -PassThru; Get-NcpRollingUpgradeProgress 3427188 -Summary; $s.Source", emulator.Endpoint.ToString());
        Assert.Equal("-ServerRole", result.ThrowIfFailed().Output[1].ToString());
    }

    [Fact]
    public async Task Its_keys_are_renewed_before_they_expire_while_a_wait_goes_on()
    {
        DrivenClock clock = new();
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(
            new EmulatorOptions { TimeProvider = clock, Speed = 1, RoleKeyLifetime = TimeSpan.FromMinutes(30) });
        emulator.Clusters.Add(new LiveUpgradeCluster("20", "long", new LiveUpgradePlan { NodeCount = 8, SecondsPerNode = 900 }));
        using Shell shell = new();
        WaitFixture.UseClock(shell, clock);
        Environment.SetEnvironmentVariable("NCLOUD_METADATA_ENDPOINT", emulator.Endpoint.ToString());
        shell.Run($"Connect-NcpSearchEngine -ServerRole -Endpoint $args[0] -TimeoutSec {DrivenClock.RequestTimeoutSec}", emulator.Endpoint.ToString()).ThrowIfFailed();

        using RunningScript script = shell.Begin("Wait-NcpRollingUpgrade 20 -Summary -PollIntervalSec 60");
        ShellResult result = clock.Drive(script).ThrowIfFailed();

        Assert.Equal(["Completed"], result.Values("State"));
        Assert.InRange(emulator.Requests.Snapshot().Where(static record => record.ClusterNo == "20").Select(static record => record.AccessKey).Distinct().Count(), 4, 6);
        Assert.DoesNotContain(emulator.Requests.Snapshot(), static record => record.Refusal is not null);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "ServerRoleUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData("http://10.1.2.3", "InvalidEndpoint", ErrorCategory.InvalidArgument)]
    [InlineData("https://169.254.169.254", "InvalidEndpoint", ErrorCategory.InvalidArgument)]
    [InlineData("nonsense", "InvalidEndpoint", ErrorCategory.InvalidArgument)]
    public void Without_one_it_says_so(string address, string id, ErrorCategory category)
    {
        using Shell shell = new();
        Environment.SetEnvironmentVariable("NCLOUD_METADATA_ENDPOINT", address);

        ErrorRecord error = shell.Run("Connect-NcpSearchEngine -ServerRole").Terminating!;

        Assert.Equal($"{id},NcpSearchEngine.Commands.ConnectNcpSearchEngineCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Empty(shell.Run("Get-NcpSearchEngineSession").Output);
    }

    [Theory]
    [InlineData("404/300")]
    [InlineData("body \"\"")]
    [InlineData("body \"{}\"")]
    [InlineData("body \"a/b\"")]
    [InlineData("503/500")]
    public async Task A_metadata_service_without_keys_is_ServerRoleUnavailable(string fault)
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        emulator.Faults.Add(fault);
        using Shell shell = new();
        Environment.SetEnvironmentVariable("NCLOUD_METADATA_ENDPOINT", emulator.Endpoint.ToString());

        ErrorRecord error = shell.Run("Connect-NcpSearchEngine -ServerRole").Terminating!;

        Assert.StartsWith("ServerRoleUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_is_asked_for_neither_a_loopback_address_nor_the_metadata_service()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        using Shell shell = new();
        Environment.SetEnvironmentVariable("http_proxy", "http://127.0.0.1:1");
        Environment.SetEnvironmentVariable("all_proxy", "http://127.0.0.1:1");
        Environment.SetEnvironmentVariable("NCLOUD_METADATA_ENDPOINT", emulator.Endpoint.ToString());

        shell.Run("Connect-NcpSearchEngine -ServerRole -Endpoint $args[0] -Proxy http://127.0.0.1:1; Get-NcpRollingUpgradeProgress 3427188", emulator.Endpoint.ToString())
            .ThrowIfFailed();
    }
}
