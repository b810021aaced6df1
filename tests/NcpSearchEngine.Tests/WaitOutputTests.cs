using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>What a wait shows while it waits: changes and progress.</summary>
public sealed class WaitOutputTests
{
    private const string Wait = "Wait-NcpRollingUpgrade";

    [Fact]
    public async Task Change_emits_each_node_as_it_changes_and_no_last_nodes()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult result = wait.Run($"{Wait} 1000001 -Change").ThrowIfFailed();

        // The first node is under way in the baseline: it is reported once, each other one when it begins and when it is done.
        Assert.Equal(15, result.Output.Count);
        Assert.All(result.Output, static node => Assert.Equal("NcpSearchEngine.RollingUpgradeNodeChange", node.TypeNames[0]));
        Assert.All(
            result.Output.GroupBy(static node => node.Properties["Hostname"].Value),
            static changes => Assert.Equal("Completed", changes.Last().Properties["State"].Value));
    }

    [Fact]
    public async Task Changes_have_a_view_of_their_own_with_time_and_cluster()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Clusters.Add(new LiveUpgradeCluster("2", "pair", new LiveUpgradePlan { NodeCount = 2, SecondsPerNode = 60 }));
        wait.Run($"$global:changes = {Wait} 2 -Change").ThrowIfFailed();

        string screen = wait.Shell.Show("$global:changes");

        Assert.Matches(@"(?m)^Updated\s+Cluster\s+Hostname\s+State\s+Status\s*$", screen);
        Assert.Matches(@"(?m)^12:01:00 pair\s+pair-\S+\s+Completed\s+complete\s*$", screen);
        Assert.All(screen.Split('\n'), static line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Fact]
    public async Task Change_with_Summary_emits_a_summary_at_each_change()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult result = wait.Run($"{Wait} 1000001 -Change -Summary").ThrowIfFailed();

        Assert.Equal(Enumerable.Range(1, 8).Cast<object>(), result.Values("CompletedCount"));
    }

    [Fact]
    public async Task One_cluster_has_one_progress_record_that_says_what_a_person_wants_to_know()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        wait.Run($"{Wait} 1000001").ThrowIfFailed();

        IReadOnlyList<ProgressRecord> records = wait.Shell.Screen.Progress;
        Assert.Single(records.Select(static record => record.ActivityId).Distinct());
        Assert.Contains(records, static record => record.Activity == "live-upgrade 2140->2150"
            && record.StatusDescription == "3/8 live-upgrade-do-6tnk Upgrade_OpenSearch" && record is { PercentComplete: 37, SecondsRemaining: > 360 and <= 450 });
        Assert.All(records, static record => Assert.InRange(record.Activity.Length + record.StatusDescription.Length, 0, 79));
        Assert.Equal(ProgressRecordType.Completed, records[^1].RecordType);
        Assert.Equal(1, records.Count(static record => record.RecordType == ProgressRecordType.Completed));

        // Once a second, changed or not: 8 nodes of 90 s.
        Assert.InRange(records.Count, 700, 740);
    }

    [Fact]
    public async Task A_bar_ends_before_the_first_wide_character()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(culture: "ko-KR");
        wait.Emulator.Faults.Add("pass then 503/500 '일시적인 오류' x30 then pass on 1000001");

        wait.Run($"{Wait} 1000001").ThrowIfFailed();

        Assert.Contains(wait.Shell.Screen.Progress, static record => record.StatusDescription == "last reading 40 s ago: 503 …");
    }

    [Fact]
    public async Task While_the_service_is_away_it_says_so()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Faults.Add("pass then 503/500 x30 then pass on 1000001");

        wait.Run($"{Wait} 1000001").ThrowIfFailed();

        Assert.Contains(wait.Shell.Screen.Progress, static record => record.StatusDescription == "last reading 40 s ago: 503 Endpoint Error");
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(40, 6)]
    public async Task Many_clusters_have_one_parent_and_at_most_six_children(int clusters, int children)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        string numbers = string.Join(',', wait.Emulator.Clusters.AddLiveClusters(clusters - 1).Select(static cluster => cluster.No).Append("1000005"));

        wait.Run($"{Wait} {numbers} -TimeoutSec 3600");

        IReadOnlyList<ProgressRecord> records = wait.Shell.Screen.Progress;
        int parent = records[0].ActivityId;
        Assert.Equal(children, records.Where(record => record.ParentActivityId == parent).Select(static record => record.ActivityId).Distinct().Count());
        Assert.Contains(records, record => record.ActivityId == parent && record.StatusDescription == $"{clusters - 1}/{clusters} clusters done");
        Assert.All(
            records.GroupBy(static record => record.ActivityId),
            static group => Assert.Equal(ProgressRecordType.Completed, group.Last().RecordType));
        Assert.Equal(parent, records[^1].ActivityId);
    }

    [Fact]
    public async Task No_cluster_is_read_more_than_once_an_interval()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        string[] numbers = [.. wait.Emulator.Clusters.AddLiveClusters(12).Select(static cluster => cluster.No)];

        wait.Run($"{Wait} {string.Join(',', numbers)} -PollIntervalSec 20").ThrowIfFailed();

        foreach (string no in numbers)
        {
            DateTimeOffset[] read = [.. wait.Emulator.Requests.Snapshot().Where(record => record.ClusterNo == no).Select(static record => record.ArrivedAt)];
            Assert.True(read.Length > 30);
            Assert.All(read.Zip(read.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(20)));
        }
    }

    [Theory]
    [InlineData("throttle 90s")]
    [InlineData("throttle 90s date")]
    public async Task A_service_that_asks_for_patience_gets_it_and_Verbose_says_so(string fault)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Faults.Add($"pass then {fault} x1 then pass on 1000001");

        ShellResult result = wait.Run($"{Wait} 1000001 -Verbose").ThrowIfFailed();

        DateTimeOffset[] read = [.. wait.Emulator.Requests.Snapshot().Where(static record => record.ClusterNo == "1000001").Select(static record => record.ArrivedAt)];
        Assert.Equal(TimeSpan.FromSeconds(90), read[2] - read[1]);
        Assert.Contains("The service asks for patience: each cluster is now read every 90 s.", result.Verbose);
    }

    [Fact]
    public async Task Without_progress_there_are_no_records()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        wait.Run($"$ProgressPreference = 'SilentlyContinue'; {Wait} 1000001").ThrowIfFailed();

        Assert.Empty(wait.Shell.Screen.Progress);
    }
}
