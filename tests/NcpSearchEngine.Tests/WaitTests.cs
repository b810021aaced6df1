using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>Waiting, through the cmdlet, over HTTP, against upgrades that proceed by a clock that flies.</summary>
public sealed class WaitTests
{
    private const string Wait = "Wait-NcpRollingUpgrade";

    [Fact]
    public async Task A_live_upgrade_ends_with_its_last_nodes()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult result = wait.Run($"{Wait} 1000001").ThrowIfFailed();

        Assert.Equal(Enumerable.Repeat("Completed", 8), result.Values("State"));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task Four_hours_of_twenty_nodes()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Clusters.Add(new LiveUpgradeCluster("20", "twenty", new LiveUpgradePlan { NodeCount = 20, SecondsPerNode = 720 }));

        ShellResult result = wait.Run($"{Wait} 20 -Summary").ThrowIfFailed();

        Assert.Equal(["Completed"], result.Values("State"));
        Assert.InRange(wait.Clock.GetUtcNow() - wait.Clock.Start, TimeSpan.FromHours(4), TimeSpan.FromHours(4) + TimeSpan.FromSeconds(30));
        Assert.InRange(wait.Emulator.Requests.CountFor("20"), 1000, 1442);
    }

    [Fact]
    public async Task A_failed_node_ends_the_wait_with_the_nodes_and_then_the_error()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult result = wait.Run($"{Wait} 1000002");

        Assert.Contains("Failed", result.Values("State"));
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("RollingUpgradeFailed,NcpSearchEngine.Commands.WaitNcpRollingUpgradeCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        Assert.Equal("1000002", error.TargetObject);
        string failed = (string)result.Output.Single(static node => (string)node.Properties["State"].Value == "Failed").Properties["Hostname"].Value;
        Assert.Contains(failed, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Upgrade_OpenSearch_Failed since 2026-11-22", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standstill_is_warned_of_every_half_hour_and_ends_the_wait_only_where_asked()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult patient = wait.Run($"{Wait} 1000005 -TimeoutSec 7200");
        Assert.StartsWith("RollingUpgradeTimeout,", Assert.Single(patient.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(3, patient.Warnings.Count);
        Assert.All(patient.Warnings, static warning => Assert.Contains("nothing has changed for", warning, StringComparison.Ordinal));

        ErrorRecord stalled = Assert.Single(wait.Run($"{Wait} 1000005 -TimeoutSec 7200 -StallTimeoutSec 600").Errors);
        Assert.StartsWith("RollingUpgradeStalled,", stalled.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.OperationTimeout, stalled.CategoryInfo.Category);
        Assert.Contains("Upgrade_OpenSearch since", stalled.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_limit_names_the_node_it_hangs_on_and_what_is_wrong_with_the_readings()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Faults.Add("503/500 x1000 on 1000001");
        wait.Emulator.Faults.Clear();
        bool away = false;

        ShellResult result = wait.Run($"{Wait} 1000001 -TimeoutSec 300", () =>
        {
            if (!away && wait.Clock.GetUtcNow() - wait.Clock.Start > TimeSpan.FromSeconds(200))
            {
                away = true;
                wait.Emulator.Faults.Add("503/500");
            }
        });

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("RollingUpgradeTimeout,NcpSearchEngine.Commands.WaitNcpRollingUpgradeCommand", error.FullyQualifiedErrorId);
        Assert.Contains("It hangs on live-upgrade-", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("ago: 503 Endpoint Error", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(8, result.Output.Count);
    }

    [Fact]
    public async Task An_upgrade_that_was_over_before_is_not_taken_for_this_one_unless_it_is_named()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Clusters.Add(new ReplayCluster("7", Answers.Progress("a:complete:60 b:complete:120", wait.Clock.Start.AddHours(-1))));

        ShellResult unnamed = wait.Run($"{Wait} 7");
        ErrorRecord error = Assert.Single(unnamed.Errors);
        Assert.StartsWith("RollingUpgradeNotStarted,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("-TargetVersionCode 2150", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("2140 to 2150, asked for at 2026-11-22 11:00:00 +09:00", error.Exception.Message, StringComparison.Ordinal);

        wait.Emulator.Requests.Clear();
        Assert.Equal(["Completed"], wait.Run($"{Wait} 7 -Summary -TargetVersionCode 2150").ThrowIfFailed().Values("State"));
        Assert.Equal(1, wait.Emulator.Requests.CountFor("7"));
    }

    [Fact]
    public async Task What_Get_returned_is_waited_for_once_and_as_the_very_upgrade_it_was()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Clusters.Add(new ReplayCluster("7", Answers.Progress("a:complete:60 b:complete:120", wait.Clock.Start.AddDays(-30))));

        ShellResult result = wait.Run($"Get-NcpRollingUpgradeProgress 7, 7 | {Wait} -Summary").ThrowIfFailed();

        Assert.Equal(["Completed"], result.Values("State"));
        Assert.Equal(3, wait.Emulator.Requests.CountFor("7"));
    }

    [Theory]
    [InlineData("KR")]
    [InlineData("SGN")]
    [InlineData("JPN")]
    public async Task What_Get_returned_is_the_same_upgrade_to_Wait_in_every_region(string region)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(connect: "-Region " + region);
        wait.Emulator.Clusters.Add(new ReplayCluster("7", Answers.Progress("a:complete:60", wait.Clock.Start.AddDays(-30))));

        Assert.Equal(["Completed"], wait.Run($"Get-NcpRollingUpgradeProgress 7 | {Wait} -Summary").ThrowIfFailed().Values("State"));

        // As from a CSV.
        const string AsText = "ForEach-Object { [pscustomobject]@{ ServiceGroupInstanceNo = '7'; RequestedAt = $_.RequestedAt.ToString($Host.CurrentCulture) } }";
        Assert.Equal(["Completed"], wait.Run($"Get-NcpRollingUpgradeProgress 7 | {AsText} | {Wait} -Summary").ThrowIfFailed().Values("State"));
    }

    [Fact]
    public async Task Nodes_back_to_running_are_done_only_by_the_clusters_own_version()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult proven = wait.Run($"{Wait} 1000004 -TargetVersionCode 2150 -Summary; Get-NcpRollingUpgradeProgress 1000004 -Summary").ThrowIfFailed();
        Assert.Equal(["Completed", "Completed"], proven.Values("State"));
        Assert.Empty(proven.Warnings);

        wait.Emulator.Faults.Add("403/210 on getClusterInfo");
        ShellResult refused = wait.Run($"{Wait} 1000004 -TargetVersionCode 2150 -Summary -TimeoutSec 600; Get-NcpRollingUpgradeProgress 1000004 -Summary");
        Assert.Equal(["InProgress", "InProgress"], refused.Values("State"));
        Assert.StartsWith("RollingUpgradeTimeout,", Assert.Single(refused.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, refused.Warnings.Count);
        Assert.All(refused.Warnings, static warning => Assert.Contains("not proven to be at 2150", warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_ends_with_the_first_that_is_completed_and_says_nothing_of_the_others()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult result = wait.Run($"{Wait} 1000002, 1000001, 1000005 -Any -Summary").ThrowIfFailed();
        Assert.Equal(["1000001"], result.Values("ServiceGroupInstanceNo"));

        ShellResult none = wait.Run($"{Wait} 1000002, 1000005 -Any -Summary -TimeoutSec 3000 -TargetVersionCode 2150");
        Assert.Equal(
            ["RollingUpgradeFailed", "RollingUpgradeTimeout"],
            none.Errors.Select(static error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(["1000002", "1000005"], none.Values("ServiceGroupInstanceNo"));
    }

    [Fact]
    public async Task A_service_that_is_away_for_an_hour_does_not_end_the_wait()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Clusters.Add(new LiveUpgradeCluster("8", "long", new LiveUpgradePlan { NodeCount = 4, SecondsPerNode = 1800 }));
        FaultRule rule = wait.Emulator.Faults.Add("503/500 then 504/510 then 500/900 then throttle then reset then empty then truncate then 429/420 x12 then pass on 8");

        ShellResult result = wait.Run($"{Wait} 8 -Summary").ThrowIfFailed();

        Assert.Equal(["Completed"], result.Values("State"));
        Assert.True(rule.Hits > 19);
    }

    [Fact]
    public async Task Ctrl_C_stops_it_and_is_no_error()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions { Speed = 0.001 });
        using Shell shell = new();
        shell.Connect(emulator);
        TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        emulator.Requests.Answered += _ => read.TrySetResult();
        using RunningScript script = shell.Begin($"{Wait} 1000001");
        await read.Task.WaitAsync(TimeSpan.FromSeconds(60));

        script.Stop();

        Assert.Equal(PSInvocationState.Stopped, script.State);
        Assert.Empty(script.Streams.Error);
    }
}
