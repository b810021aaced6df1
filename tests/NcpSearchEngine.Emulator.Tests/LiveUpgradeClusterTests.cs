namespace NcpSearchEngine.Emulator.Tests;

/// <summary>An upgrade proceeds by the clock alone: node by node, with dates as the published examples have them.</summary>
public sealed class LiveUpgradeClusterTests
{
    private const string Up = "Upgrade_OpenSearch";
    private static readonly DateTime Began = new(2026, 3, 24, 17, 9, 41); // the service's zone is UTC+9

    [Theory]
    [InlineData(0, "Upgrade_OpenSearch running running")]
    [InlineData(89.9, "Upgrade_OpenSearch running running")]
    [InlineData(90, "complete Upgrade_OpenSearch running")]
    [InlineData(179.9, "complete Upgrade_OpenSearch running")]
    [InlineData(180, "complete complete Upgrade_OpenSearch")]
    [InlineData(269.9, "complete complete Upgrade_OpenSearch")]
    [InlineData(270, "complete complete complete")]
    [InlineData(86400, "complete complete complete")]
    public async Task One_node_after_the_other(double seconds, string statuses)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster());
        emulator.Time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(statuses, (await ReadAsync(emulator)).Statuses);
    }

    [Fact]
    public async Task Dates_are_those_of_the_hand_overs()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster());
        emulator.Time.Advance(TimeSpan.FromSeconds(100));

        var progress = await ReadAsync(emulator);

        Assert.Equal(("2140", "2150", Began), (progress.From, progress.To, progress.RequestedAt!.Value));
        Assert.Equal(Began.AddSeconds(90), progress.Nodes[0].UpdatedAt);
        Assert.Equal(progress.Nodes[0].UpdatedAt, progress.Nodes[1].UpdatedAt);
        Assert.True(progress.Nodes[2].UpdatedAt < Began, "an untouched node has a date before the upgrade");

        emulator.Time.Advance(TimeSpan.FromSeconds(200));
        progress = await ReadAsync(emulator);
        Assert.Equal([Began.AddSeconds(90), Began.AddSeconds(180), Began.AddSeconds(270)], progress.Nodes.Select(node => node.UpdatedAt));
    }

    [Theory]
    [InlineData(60, null, 1.5)]
    [InlineData(1, null, 90)]
    [InlineData(60, 9.0, 10)]
    [InlineData(1e6, null, 0.00009)]
    public async Task Speed_shortens_the_time_a_node_takes(double speed, double? own, double secondsPerNode)
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, Speed = speed });
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { Speed = own }));

        emulator.Time.Advance(TimeSpan.FromSeconds(secondsPerNode) * 0.99);
        Assert.StartsWith(Up, (await ReadAsync(emulator)).Statuses, StringComparison.Ordinal);
        emulator.Time.Advance(TimeSpan.FromSeconds(secondsPerNode) * 2.02);
        Assert.Equal("complete complete complete", (await ReadAsync(emulator)).Statuses);
    }

    [Fact]
    public async Task At_speed_the_dates_are_still_those_of_the_service_s_clock()
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            Speed = 45,
            ClockOffset = TimeSpan.FromHours(1),
            ServiceUtcOffset = TimeSpan.FromHours(8),
        });
        emulator.Clusters.Add(Cluster());
        emulator.Time.Advance(TimeSpan.FromSeconds(5));

        var progress = await ReadAsync(emulator);

        Assert.Equal(Began, progress.RequestedAt); // an hour ahead, a zone back
        Assert.Equal([2, 4, 4], progress.Nodes.Select(node => (int)(node.UpdatedAt - Began).TotalSeconds));
    }

    [Fact]
    public async Task Dates_do_not_jump_when_the_clock_is_set_wrong_meanwhile()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster());
        emulator.Time.Advance(TimeSpan.FromSeconds(100));
        var before = await ReadAsync(emulator);

        emulator.Emulator.ClockOffset = TimeSpan.FromHours(3);

        var after = await ReadAsync(emulator);
        Assert.Equal(before.RequestedAt, after.RequestedAt);
        Assert.Equal(before.Nodes, after.Nodes);
    }

    [Fact]
    public async Task Before_it_starts_there_is_no_record()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { StartsAfter = TimeSpan.FromMinutes(2) }));

        emulator.Time.Advance(TimeSpan.FromSeconds(119));
        var progress = await ReadAsync(emulator);
        Assert.Null(progress.To);
        Assert.Equal("running running running", progress.Statuses);

        emulator.Time.Advance(TimeSpan.FromSeconds(1));
        progress = await ReadAsync(emulator);
        Assert.Equal((Began.AddMinutes(2), Up + " running running"), (progress.RequestedAt!.Value, progress.Statuses));
    }

    [Theory]
    [InlineData(AfterUpgrade.StaysComplete, "complete")]
    [InlineData(AfterUpgrade.BackToRunning, "running")]
    public async Task Before_it_starts_there_may_be_the_record_of_an_earlier_one(AfterUpgrade afterwards, string left)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { StartsAfter = TimeSpan.FromMinutes(2), PreviousVersionCode = "2110", Afterwards = afterwards }));

        var progress = await ReadAsync(emulator);
        Assert.Equal(("2110", "2140"), (progress.From, progress.To));
        Assert.True(progress.RequestedAt < Began.AddDays(-29));
        Assert.Equal($"{left} {left} {left}", progress.Statuses);
        Assert.All(progress.Nodes, node => Assert.InRange(node.UpdatedAt, progress.RequestedAt!.Value, Began.AddDays(-29)));
        var old = progress.Nodes[2];

        emulator.Time.Advance(TimeSpan.FromMinutes(2));
        progress = await ReadAsync(emulator);
        Assert.Equal(("2140", "2150", Began.AddMinutes(2)), (progress.From, progress.To, progress.RequestedAt!.Value));
        Assert.Equal($"{Up} {left} {left}", progress.Statuses);
        Assert.Equal(old, progress.Nodes[2]);
    }

    [Fact]
    public async Task It_may_have_started_before()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { StartsAfter = TimeSpan.FromSeconds(-100) }));

        var progress = await ReadAsync(emulator);

        Assert.Equal(Began.AddSeconds(-100), progress.RequestedAt);
        Assert.Equal($"complete {Up} running", progress.Statuses);
        Assert.True(progress.Nodes[2].UpdatedAt < progress.RequestedAt);
    }

    [Fact]
    public async Task It_may_fail_half_way_through_a_node_and_goes_no_further()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { FailsAtNode = 2 }));

        emulator.Time.Advance(TimeSpan.FromSeconds(134));
        Assert.Equal($"complete {Up} running", (await ReadAsync(emulator)).Statuses);

        emulator.Time.Advance(TimeSpan.FromSeconds(1));
        var progress = await ReadAsync(emulator);
        Assert.Equal("complete Upgrade_OpenSearch_Failed running", progress.Statuses);
        Assert.Equal(Began.AddSeconds(135), progress.Nodes[1].UpdatedAt);

        emulator.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(progress.Nodes, (await ReadAsync(emulator)).Nodes);
        Assert.Equal(("2140", "changing"), await InfoAsync(emulator));
    }

    [Fact]
    public async Task The_word_for_a_failure_can_be_chosen()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { FailsAtNode = 1, FailureStatus = "오류" }));
        emulator.Time.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal("오류 running running", (await ReadAsync(emulator)).Statuses);
    }

    [Theory]
    [InlineData(1, "Upgrade_OpenSearch running running", 0)]
    [InlineData(3, "complete complete Upgrade_OpenSearch", 180)]
    public async Task It_may_stand_still_at_a_node(int node, string statuses, int since)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { StallsAtNode = node }));
        emulator.Time.Advance(TimeSpan.FromDays(1));

        var progress = await ReadAsync(emulator);

        Assert.Equal(statuses, progress.Statuses);
        Assert.Equal(Began.AddSeconds(since), progress.Nodes[node - 1].UpdatedAt);
        Assert.Equal(("2140", "changing"), await InfoAsync(emulator));
    }

    [Fact]
    public async Task Afterwards_its_nodes_may_be_running_again_with_newer_dates()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { Afterwards = AfterUpgrade.BackToRunning }));
        emulator.Time.Advance(TimeSpan.FromSeconds(269));
        Assert.Equal($"complete complete {Up}", (await ReadAsync(emulator)).Statuses);

        emulator.Time.Advance(TimeSpan.FromSeconds(1));

        var progress = await ReadAsync(emulator);
        Assert.Equal("running running running", progress.Statuses);
        Assert.All(progress.Nodes, node => Assert.Equal(Began.AddSeconds(270), node.UpdatedAt));
        Assert.Equal(("2150", "running"), await InfoAsync(emulator));
    }

    [Fact]
    public async Task However_fast_it_was_the_dates_of_nodes_back_to_running_are_newer_than_the_record()
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, Speed = 1000 });
        emulator.Time.Advance(TimeSpan.FromMilliseconds(300));
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { Afterwards = AfterUpgrade.BackToRunning }));

        emulator.Time.Advance(TimeSpan.FromMilliseconds(699));
        Assert.Equal("complete complete complete", (await ReadAsync(emulator)).Statuses);

        emulator.Time.Advance(TimeSpan.FromMilliseconds(1));
        var progress = await ReadAsync(emulator);
        Assert.Equal("running running running", progress.Statuses);
        Assert.All(progress.Nodes, node => Assert.Equal(progress.RequestedAt!.Value.AddSeconds(1), node.UpdatedAt));
    }

    [Fact]
    public async Task The_cluster_s_own_version_and_status_follow_the_upgrade()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(Cluster(new LiveUpgradePlan { StartsAfter = TimeSpan.FromSeconds(10) }));
        Assert.Equal(("2140", "running"), await InfoAsync(emulator));

        emulator.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(("2140", "changing"), await InfoAsync(emulator));

        emulator.Time.Advance(TimeSpan.FromSeconds(269.9));
        Assert.Equal(("2140", "changing"), await InfoAsync(emulator));

        emulator.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(("2150", "running"), await InfoAsync(emulator));
    }

    [Fact]
    public async Task It_can_be_played_again_from_its_start()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var cluster = Cluster();
        emulator.Clusters.Add(cluster);
        emulator.Time.Advance(TimeSpan.FromHours(1));

        cluster.Restart();

        var progress = await ReadAsync(emulator);
        Assert.Equal(Began.AddHours(1), progress.RequestedAt);
        Assert.Equal($"{Up} running running", progress.Statuses);
    }

    [Theory]
    [InlineData(1, "D:1")]
    [InlineData(2, "D:1 M:1")]
    [InlineData(5, "D:3 M:2")]
    [InlineData(8, "DO:3 M:2 MO:3")]
    [InlineData(40, "DO:35 M:2 MO:3")]
    public void Nodes_are_made_up_with_the_roles_of_a_real_cluster(int count, string roles)
    {
        var nodes = GeneratedNodes.Make("search-7", count);

        var groups = nodes.GroupBy(node => node.RoleCode).OrderBy(group => group.Key, StringComparer.Ordinal);
        Assert.Equal(roles, string.Join(' ', groups.Select(group => $"{group.Key}:{group.Count()}")));
        Assert.Equal(count, nodes.Select(node => node.Hostname).Distinct().Count());
        Assert.All(nodes, node => Assert.Matches($"^search-7-{node.RoleCode.ToLowerInvariant()}-[0-9a-z]{{4}}$", node.Hostname));
    }

    [Fact]
    public async Task Made_up_nodes_are_upgraded_masters_first_and_listed_in_another_order()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var touched = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            touched.Add((await ReadAsync(emulator, StandardClusters.Live)).Nodes.Single(node => node.Status == Up).Role);
            emulator.Time.Advance(TimeSpan.FromSeconds(90));
        }

        Assert.Equal(["MO", "MO", "MO", "DO", "DO", "DO", "M", "M"], touched);
        Assert.NotEqual(touched, (await ReadAsync(emulator, StandardClusters.Live)).Nodes.Select(node => node.Role));
    }

    [Fact]
    public void A_plan_that_makes_no_sense_is_refused()
    {
        var node = new EmulatedNode("a", "D");
        Assert.Throws<ArgumentException>(() => new LiveUpgradeCluster("1", "x", new LiveUpgradePlan { Nodes = [] }));
        Assert.Throws<ArgumentException>(() => new LiveUpgradeCluster("1", "x", new LiveUpgradePlan { Nodes = [node, node] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveUpgradeCluster("1", "x", new LiveUpgradePlan { NodeCount = 0 }));
        Assert.Throws<ArgumentException>(() => new LiveUpgradeCluster("1", "x", new LiveUpgradePlan { Speed = 0 }));
        Assert.Throws<ArgumentException>(() => new LiveUpgradeCluster("1", "x", new LiveUpgradePlan { SecondsPerNode = -1 }));
        Assert.Throws<ArgumentException>(() => new LiveUpgradeCluster("1", "x", new LiveUpgradePlan { FailsAtNode = 0 }));
        Assert.Throws<ArgumentException>(() => new LiveUpgradeCluster("1", "x", new LiveUpgradePlan { NodeCount = 3, StallsAtNode = 4 }));
    }

    private static LiveUpgradeCluster Cluster(LiveUpgradePlan? plan = null) => new("77", "three", (plan ?? new LiveUpgradePlan()) with
    {
        Nodes = [new("three-do-1", "DO"), new("three-do-2", "DO"), new("three-m-1", "M")],
    });

    private static async Task<Progress> ReadAsync(TestEmulator emulator, string no = "77") => Progress.Of(await emulator.ProgressAsync(no));

    private static async Task<(string? Version, string? Status)> InfoAsync(TestEmulator emulator)
    {
        var info = (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/77")).Result;
        return (info.Text("searchEngineVersionCode"), info.Text("clusterStatus"));
    }
}
