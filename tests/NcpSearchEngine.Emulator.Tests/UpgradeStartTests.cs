using System.Text.Json;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>A runbook can be rehearsed: ask whether an upgrade could start, start it, watch it.</summary>
public sealed class UpgradeStartTests
{
    private const string PreCheckPath = "/api/v2/cluster/rollingUpgradePreCheck";
    private const string StartPath = "/api/v2/cluster/rollingUpgradeCluster";

    [Fact]
    public async Task An_idle_cluster_is_checked_started_and_comes_to_its_end()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Time.Advance(TimeSpan.FromHours(1));
        var body = """{"serviceGroupInstanceNo":"1000003","targetVersionCode":"2170","regionNo":"1"}""";

        Assert.Equal(JsonValueKind.True, (await emulator.PostAsync(PreCheckPath, body)).Result.ValueKind);
        Assert.Null(Progress.Of(await emulator.ProgressAsync("1000003")).RequestedAt);
        Assert.Equal(JsonValueKind.True, (await emulator.PostAsync(StartPath, body)).Result.ValueKind);

        emulator.Time.Advance(TimeSpan.FromSeconds(100));
        var progress = Progress.Of(await emulator.ProgressAsync("1000003"));
        Assert.Equal(("2140", "2170", new DateTime(2026, 3, 24, 18, 9, 41)), (progress.From, progress.To, progress.RequestedAt!.Value));
        Assert.Single(progress.Nodes, node => node.Status == "complete");

        emulator.Time.Advance(TimeSpan.FromHours(1));
        progress = Progress.Of(await emulator.ProgressAsync("1000003"));
        Assert.All(progress.Nodes, node => Assert.Equal("complete", node.Status));
        var info = (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/1000003")).Result;
        Assert.Equal("2170", info.Text("searchEngineVersionCode"));
    }

    [Fact]
    public async Task After_its_end_a_cluster_can_be_upgraded_again()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Time.Advance(TimeSpan.FromHours(1));

        await StartAsync(emulator, StandardClusters.Live, "2170");

        var progress = Progress.Of(await emulator.ProgressAsync(StandardClusters.Live));
        Assert.Equal(("2150", "2170"), (progress.From, progress.To));
        Assert.Equal(7, progress.Nodes.Count(node => node.Status == "complete" && node.UpdatedAt < progress.RequestedAt));
        Assert.Single(progress.Nodes, node => node.Status == "Upgrade_OpenSearch");
    }

    [Theory]
    [InlineData("""{"serviceGroupInstanceNo":"1000003"}""", 10103)]
    [InlineData("""{"serviceGroupInstanceNo":"1000003","targetVersionCode":""}""", 10103)]
    [InlineData("""{"serviceGroupInstanceNo":"1000003","targetVersionCode":"9990"}""", 10150)]
    [InlineData("""{"serviceGroupInstanceNo":"1000003","targetVersionCode":"2140"}""", 10150)]
    [InlineData("""{"serviceGroupInstanceNo":"1000003","targetVersionCode":"290"}""", 10150)]
    [InlineData("""{"serviceGroupInstanceNo":"1000003","targetVersionCode":"790"}""", 10150)]
    [InlineData("""{"serviceGroupInstanceNo":"1000001","targetVersionCode":"2150"}""", 10150)]
    [InlineData("""{"serviceGroupInstanceNo":"3427188","targetVersionCode":"2170"}""", 10150)]
    [InlineData("""{"serviceGroupInstanceNo":"66","targetVersionCode":"2150"}""", 10154)]
    public async Task The_check_and_the_start_refuse_for_the_same_reasons(string body, int code)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(new LiveUpgradeCluster("66", "no-snapshot", new LiveUpgradePlan { StartsAfter = null, HasRecentSnapshot = false }));

        var check = await emulator.PostAsync(PreCheckPath, body);
        var start = await emulator.PostAsync(StartPath, body);

        Assert.Equal((400, code), (check.Status, check.Json.Number("code")));
        Assert.Equal((400, code), (start.Status, start.Json.Number("code")));
        Assert.Equal(JsonValueKind.Null, start.Result.ValueKind);
        Assert.NotEmpty(start.Json.Text("message")!);
        Assert.Equal(check.Json.Text("message"), start.Json.Text("message"));
    }

    [Fact]
    public async Task It_starts_once_however_many_ask_at_once()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => StartAsync(emulator, StandardClusters.NeverUpgraded, "2150")));

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(15, replies.Count(reply => reply.Status == 400));
    }

    private static Task<Reply> StartAsync(TestEmulator emulator, string no, string target) =>
        emulator.PostAsync(StartPath, $$"""{"serviceGroupInstanceNo":"{{no}}","targetVersionCode":"{{target}}"}""");
}
