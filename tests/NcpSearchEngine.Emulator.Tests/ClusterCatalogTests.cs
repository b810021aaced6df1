namespace NcpSearchEngine.Emulator.Tests;

/// <summary>Clusters come and go while the emulator runs.</summary>
public sealed class ClusterCatalogTests
{
    [Fact]
    public async Task The_standard_clusters_are_there_unless_they_are_left_out()
    {
        await using var with = await TestEmulator.StartAsync();
        await using var without = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, Examples = false });

        Assert.Equal(
            ["1000001", "1000002", "1000003", "1000004", "1000005", "2700270", "3427188", "9000001"],
            with.Clusters.Select(cluster => cluster.No));
        Assert.Equal(StandardClusters.Descriptions.Select(cluster => cluster.No).Order(), with.Clusters.Select(cluster => cluster.No).Order());
        Assert.Empty(without.Clusters);
        Assert.Equal(400, (await without.ProgressAsync("3427188")).Status);
    }

    [Fact]
    public async Task A_cluster_can_be_added_replaced_and_removed_while_it_runs()
    {
        await using var emulator = await TestEmulator.StartAsync();
        Assert.Equal(400, (await emulator.ProgressAsync("42")).Status);

        emulator.Clusters.Add(new ReplayCluster("42", "1"));
        Assert.Equal("1", (await emulator.ProgressAsync("42")).Text);

        emulator.Clusters.Add(new ReplayCluster("42", "2"));
        Assert.Equal("2", (await emulator.ProgressAsync("42")).Text);
        Assert.Equal(9, emulator.Clusters.Count);

        Assert.True(emulator.Clusters.Remove("42"));
        Assert.False(emulator.Clusters.Remove("42"));
        Assert.Null(emulator.Clusters.Find("42"));
        Assert.Equal(400, (await emulator.ProgressAsync("42")).Status);

        emulator.Clusters.Clear();
        Assert.Empty(emulator.Clusters);
    }

    [Fact]
    public async Task A_thousand_live_clusters_are_there_in_one_call()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(new ReplayCluster("5000002", "{}"));

        var added = emulator.Clusters.AddLiveClusters(1000, new LiveUpgradePlan { NodeCount = 3 });

        Assert.Equal(1000, added.Count);
        Assert.Equal(("5000001", "5000003", "5001001"), (added[0].No, added[1].No, added[^1].No));
        var progress = Progress.Of(await emulator.ProgressAsync("5001001"));
        Assert.Equal(("fleet-1001", 3), (emulator.Clusters.Find("5001001")!.Name, progress.Nodes.Count));
        Assert.Equal("5001002", Assert.Single(emulator.Clusters.AddLiveClusters(1)).No);
    }

    [Fact]
    public async Task A_live_cluster_begins_when_it_enters()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var cluster = new LiveUpgradeCluster("42", "late");
        Assert.Throws<InvalidOperationException>(() => cluster.ReadState());
        emulator.Time.Advance(TimeSpan.FromMinutes(10));

        emulator.Clusters.Add(cluster);

        Assert.Equal(new DateTime(2026, 3, 24, 17, 19, 41), Progress.Of(await emulator.ProgressAsync("42")).RequestedAt);
    }

    [Fact]
    public async Task The_standard_live_cluster_started_with_the_emulator()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(new DateTime(2026, 3, 24, 17, 9, 41), Progress.Of(await emulator.ProgressAsync(StandardClusters.Live)).RequestedAt);
    }
}
