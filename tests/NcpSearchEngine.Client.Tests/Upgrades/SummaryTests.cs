namespace NcpSearchEngine.Client.Tests;

/// <summary>What is derived from the nodes: counts, percent, the node of the moment and the estimate.</summary>
public class SummaryTests
{
    private static readonly TimeSpan _korea = TimeSpan.FromHours(9);

    [Fact]
    public async Task Counts_are_those_of_the_states()
    {
        RollingUpgrade upgrade = await WireProgress.Of(
            new WireNode("a"), new WireNode("b"), new WireNode("c"),
            new WireNode("d", "Upgrade_OpenSearch"), new WireNode("e", "running"),
            new WireNode("f", "running", WireProgress.Before),
            new WireNode("g", "failed"), new WireNode("h", "error"), new WireNode("i", "aborted"), new WireNode("j", "fail")).ReadAsync();

        Assert.Equal((3, 2, 1, 4), (upgrade.CompletedCount, upgrade.InProgressCount, upgrade.PendingCount, upgrade.FailedCount));
        Assert.Equal((UpgradeState.Failed, 30), (upgrade.State, upgrade.PercentComplete));
    }

    /// <summary>complete, listed, nodeCount, percent.</summary>
    [Theory]
    [InlineData(0, 3, 3, 0)]
    [InlineData(1, 3, 3, 33)]
    [InlineData(2, 3, 3, 66)]
    [InlineData(3, 3, 3, 100)]
    [InlineData(1, 8, 8, 12)]
    [InlineData(199, 200, 200, 99)]
    [InlineData(3, 3, 6, 50)]
    [InlineData(3, 3, 2, 99)]
    [InlineData(3, 3, null, 99)]
    [InlineData(1, 2, null, 50)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 0, null, 0)]
    [InlineData(1, 1, int.MaxValue, 0)]
    public async Task Percent_is_rounded_down_and_reaches_100_only_when_done(int complete, int listed, int? nodeCount, int expected)
    {
        IEnumerable<WireNode> nodes = Enumerable.Range(0, listed).Select(i => new WireNode($"node-{i}", i < complete ? "complete" : "Upgrade_OpenSearch"));

        RollingUpgrade upgrade = await (WireProgress.Of([.. nodes]) with { NodeCount = nodeCount }).ReadAsync();

        Assert.Equal(expected, upgrade.PercentComplete);
        Assert.Equal(nodeCount, upgrade.NodeCount);
    }

    [Theory]
    [InlineData("Upgrade_OpenSearch", "node-2")]
    [InlineData("Something_New", "node-2")]
    [InlineData("running", null)] // Changed after the action: unproven, but nobody is at it now.
    [InlineData("complete", null)]
    [InlineData("failed", null)]
    public async Task The_node_of_the_moment_is_the_one_in_progress(string status, string? expected)
    {
        RollingUpgrade upgrade = await WireProgress.Of(new WireNode(), new WireNode("node-2", status), Waiting("node-3")).ReadAsync();

        Assert.Equal(expected, upgrade.CurrentHostname);
    }

    [Fact]
    public async Task The_last_change_is_the_newest_of_any_node()
    {
        RollingUpgrade upgrade = await WireProgress.Of(
            new WireNode("a", "complete", WireProgress.After), Waiting("b"), new WireNode("c", "complete", null)).ReadAsync();

        Assert.Equal(new DateTimeOffset(2025, 3, 24, 17, 11, 28, _korea), upgrade.LastUpdatedAt);
    }

    [Fact]
    public async Task The_estimate_gives_each_node_to_come_the_time_of_those_done()
    {
        // Two nodes in 60 s, so 30 s for each of the four others; when the one in progress last changed says nothing of it.
        RollingUpgrade upgrade = await WireProgress.Of(
            new WireNode("a", "complete", "2025-03-24 17:10:11"), new WireNode("b", "complete", "2025-03-24 17:10:41"),
            new WireNode("c", "Upgrade_OpenSearch", "2025-03-24 17:10:52"), Waiting("d"), Waiting("e"), Waiting("f")).ReadAsync();

        Assert.Equal(new DateTimeOffset(2025, 3, 24, 17, 12, 41, _korea), upgrade.EstimatedCompletionAt);
    }

    [Fact]
    public async Task There_is_no_estimate_where_nothing_can_be_told()
    {
        WireNode done = new("a");
        WireProgress[] cases =
        [
            WireProgress.Of(Waiting("a"), Waiting("b")),
            WireProgress.Of(done),
            WireProgress.Of(done, new WireNode("b", "failed")),
            WireProgress.Of(done) with { NodeCount = null },
            WireProgress.Of(done, Waiting("b")) with { VersionVo = null },
            WireProgress.Of(),
        ];

        foreach (WireProgress progress in cases)
        {
            Assert.Null((await progress.ReadAsync()).EstimatedCompletionAt);
        }
    }

    private static WireNode Waiting(string hostname) => new(hostname, "running", WireProgress.Before);
}
