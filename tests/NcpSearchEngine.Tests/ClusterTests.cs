using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

public sealed class ClusterTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Get = "Get-NcpSearchEngineCluster";

    [Fact]
    public void Clusters_come_with_their_facts_and_those_not_to_be_touched_are_marked()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ShellResult result = shell.Run(Get).ThrowIfFailed();

        Assert.Equal(fixture.Emulator.Clusters.Select(static cluster => cluster.No), result.Values("ServiceGroupInstanceNo"));
        PSObject cluster = result.Output.Single(static cluster => (string)cluster.Properties["ClusterName"].Value == "never-upgraded");
        Assert.Equal("NcpSearchEngine.SearchEngineCluster", cluster.TypeNames[0]);
        Assert.Equal(
            [
                "ServiceGroupInstanceNo 1000003", "ClusterName never-upgraded", "Status running", "Version 2.14.0", "VersionCode 2140", "SearchEngineStatus green",
                "ManagerNodeCount 2", "DataNodeCount 3", "MasterNodeCount 3", "VpcName emulated-vpc", "CreatedAt 2024-03-05T21:10:00+09:00", "IsAllowed True",
            ],
            cluster.Properties.Select(static property => $"{property.Name} {(property.Value is DateTimeOffset time ? time.ToString("yyyy-MM-ddTHH:mm:sszzz", null) : property.Value)}").SkipLast(2));
        Assert.Equal(["RequestId", "Session"], cluster.Properties.Select(static property => property.Name).TakeLast(2));
        Assert.Equal("default", cluster.Properties["Session"].Value);
        PSObject other = Assert.Single(result.Output, static cluster => !(bool)cluster.Properties["IsAllowed"].Value);
        Assert.Equal(StandardClusters.Disallowed, other.Properties["ServiceGroupInstanceNo"].Value);
        Assert.Null(other.Properties["Version"].Value);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        await using SearchEngineEmulator emulator = await Fleet();
        using Shell shell = new();
        shell.Connect(emulator);

        Assert.Equal(250, shell.Run(Get + " fleet-*").ThrowIfFailed().Output.Count);
        Assert.Equal(3, emulator.Requests.Count);
    }

    [Fact]
    public async Task The_first_page_is_out_before_the_second_is_asked_for()
    {
        await using SearchEngineEmulator emulator = await Fleet();
        using Shell shell = new();
        shell.Connect(emulator);

        // Throws at an object, as Select-Object -First does in a full PowerShell.
        shell.Run($"$script:n = 0; try {{ {Get} | ForEach-Object {{ if (++$script:n -eq 100) {{ throw 'enough' }} }} }} catch {{ }}");

        Assert.Equal(1, emulator.Requests.Count);
    }

    [Fact]
    public async Task Once_every_number_is_found_no_further_page_is_asked_for()
    {
        await using SearchEngineEmulator emulator = await Fleet();
        using Shell shell = new();
        shell.Connect(emulator);

        Assert.Equal(["fleet-0001", "fleet-0002"], shell.Run(Get + " -ClusterNo 5000002, 5000001").ThrowIfFailed().Values("ClusterName"));
        Assert.Equal(1, emulator.Requests.Count);
    }

    [Theory]
    [InlineData("live-upgrade", "1000001")]
    [InlineData("LIVE-upgrade", "1000001")]
    [InlineData("*-UPGRADE", "1000001 1000002 1000005")]
    [InlineData("live*, never-upgraded, never-*", "1000001 1000003")]
    [InlineData("cluster[0-9]*", "3427188")]
    [InlineData("nothing-like-it*", "")]
    [InlineData("-Name somebody*", "9000001")]
    [InlineData("-ServiceGroupInstanceNo 2700270, ' 3427188 ', 2700270", "2700270 3427188")]
    [InlineData("*-upgrade -ClusterNo 1000002, 1000003", "1000002")]
    public void Names_and_numbers_choose(string given, string numbers)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        Assert.Equal(numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries), shell.Run($"{Get} {given}").ThrowIfFailed().Values("ServiceGroupInstanceNo"));
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("@()")]
    [InlineData("abc")]
    public void A_number_that_is_none_never_means_all_clusters(string given)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        long before = fixture.Emulator.Requests.Count;

        Assert.Empty(shell.Run($"{Get} -ServiceGroupInstanceNo {given}").Output);
        Assert.Equal(before, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public void Numbers_that_are_piped_in_cost_one_list()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        long before = fixture.Emulator.Requests.Count;

        ShellResult result = shell.Run(
            $"[pscustomobject]@{{ ClusterNo = '3427188' }}, [pscustomobject]@{{ ServiceGroupInstanceNo = 2700270 }}, [pscustomobject]@{{ ClusterNo = '404404' }} | {Get}");

        Assert.Equal(["2700270", "3427188"], result.Values("ServiceGroupInstanceNo"));
        Assert.Equal("404404", Assert.Single(result.Errors).TargetObject);
        Assert.Equal(before + 1, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public void Clusters_pipe_into_the_progress_of_their_own_session_and_back()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-Name first");
        shell.Connect(fixture.Emulator, "-Name second");

        ShellResult result = shell.Run(
            $"{Get} cluster000, sso-test-270 -Session first | Get-NcpRollingUpgradeProgress -Summary | {Get} | Get-NcpRollingUpgradeProgress -Summary").ThrowIfFailed();

        Assert.Equal(["sso-test-270", "cluster000"], result.Values("ClusterName"));
        Assert.Equal(["first", "first"], result.Values("Session"));
    }

    [Fact]
    public async Task Clusters_pipe_into_a_wait()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(speed: 1, connect: "-Name kr");
        wait.Shell.Connect(wait.Emulator, $"-Name other -TimeoutSec {DrivenClock.RequestTimeoutSec}");

        ShellResult result = wait.Run(Get + " live-upgrade, back-to-running -Session kr | Wait-NcpRollingUpgrade -Summary -StartTimeoutSec 28800").ThrowIfFailed();

        Assert.Equal(["back-to-running", "live-upgrade"], result.Values("ClusterName").Order());
        Assert.Equal(["Completed", "Completed"], result.Values("State"));
        Assert.Equal(["kr", "kr"], result.Values("Session"));
    }

    /// <summary>An emulator with three pages of clusters.</summary>
    internal static async Task<SearchEngineEmulator> Fleet()
    {
        SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions { Examples = false });
        emulator.Clusters.AddLiveClusters(250);
        return emulator;
    }
}
