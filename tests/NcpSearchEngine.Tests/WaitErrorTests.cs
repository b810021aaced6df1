using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>Errors of a wait: where they stop the script, what ends at once, and what is refused before the first reading.</summary>
public sealed class WaitErrorTests
{
    private const string Wait = "Wait-NcpRollingUpgrade";

    [Theory]
    [InlineData("$ErrorActionPreference = 'stop'; " + Wait + " 1000002, 1000001, 20 -Summary")]
    [InlineData("$ErrorActionPreference = 'Stop'; '1000002', '1000001', '20' | " + Wait + " -Summary")]
    [InlineData(Wait + " 1000002, 1000001, 20 -Summary -ErrorAction Stop")]
    public async Task Where_errors_stop_all_others_are_waited_for_and_emitted_first(string script)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Clusters.Add(new LiveUpgradeCluster("20", "twenty", new LiveUpgradePlan { NodeCount = 20 }));

        ShellResult result = wait.Run(script);

        Assert.Equal(["1000002", "1000001", "20"], result.Values("ServiceGroupInstanceNo"));
        Assert.Equal(["Failed", "Completed", "Completed"], result.Values("State"));
        Assert.StartsWith("RollingUpgradeFailed,", result.Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("failed at", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_bad_ends_are_one_error_that_names_them_all()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult result = wait.Run($"{Wait} 1000002, 404404, abc, 1000001 -Summary -ErrorAction Stop");

        string message = result.Terminating!.Exception.Message;
        Assert.Contains("3 clusters did not make it", message, StringComparison.Ordinal);
        Assert.Contains("1000002", message, StringComparison.Ordinal);
        Assert.Contains("10107", message, StringComparison.Ordinal);
        Assert.Contains("'abc'", message, StringComparison.Ordinal);
        Assert.Equal(["1000002", "1000001"], result.Values("ServiceGroupInstanceNo"));
        Assert.Equal(3, result.Warnings.Count);
    }

    [Theory]
    [InlineData("401/200", "AuthenticationFailed")]
    [InlineData("401/210", "PermissionDenied")]
    [InlineData("404/300", "RouteNotFound")]
    public async Task What_concerns_the_whole_session_ends_everything_in_the_first_reading(string fault, string id)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Faults.Add(fault);

        ShellResult result = wait.Run($"{Wait} 1000001, 1000002");

        Assert.StartsWith(id + ",", result.Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_it_takes_three_refusals_over_a_minute_and_what_was_received_goes_out_first()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        DateTimeOffset refused = default;

        ShellResult result = wait.Run($"{Wait} 1000001, 1000005 -Summary", () =>
        {
            if (refused == default && wait.Clock.GetUtcNow() - wait.Clock.Start > TimeSpan.FromSeconds(100))
            {
                refused = wait.Clock.GetUtcNow();
                wait.Emulator.Faults.Add("401/200");
            }
        });

        Assert.StartsWith("AuthenticationFailed,", result.Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.InRange(wait.Clock.GetUtcNow() - refused, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90));
        Assert.Equal(["1000001", "1000005"], result.Values("ServiceGroupInstanceNo").Order());
    }

    [Theory]
    [InlineData("2026-11-22T11:59:30+09:00", "en-US", true)]
    [InlineData("2026-11-22T02:59:30Z", "en-US", true)]
    [InlineData("2026-11-22 11:59:30", "en-US", true)]
    [InlineData("2026-11-22 12:00:59", "en-US", true)]
    [InlineData("2026-11-22 12:01:01", "en-US", false)]
    [InlineData("2026-11-22T12:02:00+09:00", "en-US", false)]
    [InlineData("11/22/2026 11:59:30 AM +09:00", "en-US", true)]
    [InlineData("22/11/2026 11:59:30", "en-GB", true)]
    [InlineData("22.11.2026 11:59:30 +09:00", "de-DE", true)]
    [InlineData("2026-11-22 오전 11:59:30 +09:00", "ko-KR", true)]
    [InlineData("2026-11-22 오전 11:59:30 +09:00", "en-US", true)]
    [InlineData("2026-11-22 오후 12:05:00", "de-DE", false)]
    public async Task RequestedAfter_is_read_as_it_was_written(string given, string culture, bool isMet)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(culture: culture);
        wait.Emulator.Clusters.Add(new ReplayCluster("7", Answers.Progress("a:complete:60", wait.Clock.Start)));

        ShellResult result = wait.Run($"{Wait} 7 -RequestedAfter $args[0] -Summary", arguments: given);

        string? id = result.Errors.Count == 0 ? null : result.Errors[0].FullyQualifiedErrorId.Split(',')[0];
        Assert.Equal(isMet ? null : "RollingUpgradeNotStarted", id);
    }

    [Fact]
    public async Task A_node_that_was_in_a_file_says_which_upgrade_to_wait_for()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        const string Revive = "ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }";

        ShellResult result = wait.Run($"Get-NcpRollingUpgradeProgress 1000001 | {Revive} | {Wait} -Summary");

        Assert.Empty(result.Errors);
        Assert.Equal(["Completed"], result.Values("State"));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2026-13-45")]
    public async Task A_time_that_cannot_be_read_is_an_error_and_never_passed_over(string given)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(culture: "ko-KR");
        wait.Emulator.Requests.Clear();

        ErrorRecord error = Assert.Single(wait.Run("[pscustomobject]@{ ClusterNo = '1000001'; RequestedAt = $args[0] } | Wait-NcpRollingUpgrade", arguments: given).Errors);

        Assert.Equal("InvalidRequestedAfter,NcpSearchEngine.Commands.WaitNcpRollingUpgradeCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(0, wait.Emulator.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_empty_time_from_the_pipeline_is_not_given(string? given)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult result = wait.Run(
            "[pscustomobject]@{ ClusterNo = '1000001'; RequestedAt = $args[0]; TargetVersionCode = $args[0] } | Wait-NcpRollingUpgrade -Summary", arguments: given);

        Assert.Equal(["Completed"], result.ThrowIfFailed().Values("State"));
    }

    [Fact]
    public void Without_a_session_nothing_is_waited_for()
    {
        using Shell shell = new();

        Assert.StartsWith("NotConnected,", shell.Run($"{Wait} 1").Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
