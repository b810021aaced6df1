using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>A node that failed: believed in the second reading that says so.</summary>
public class FailedNodeTests
{
    private static readonly WireProgress _failed = Told.Nodes("a complete 17:25:00, b Upgrade_Failed 17:29:00");

    [Fact]
    public void Two_readings_end_the_wait_and_name_node_and_time()
    {
        WatchLog log = WatchOne(null, Told.Half, _failed, _failed, Told.Done);

        string message = log.EndsWith(NcpErrorId.RollingUpgradeFailed, at: Seconds(20));
        Assert.Contains("cluster000 (1): the rolling upgrade failed at b (Upgrade_Failed since 2025-03-24 17:29:00 +09:00). 1 of 2 nodes are done.", message);
        Assert.Contains("request-1", message);
        NcpApiException error = Assert.IsType<NcpApiException>(log.Ending().Event.Cluster!.Error);
        Assert.Equal(("getRollingUpgradeProgress", "request-1", 200), (error.Operation, error.RequestId, error.HttpStatus));
        Assert.Equal("vpcsearchengine.apigw.ntruss.com", error.Host);
    }

    [Fact]
    public void The_first_two_readings_are_enough() => WatchOne(null, _failed).EndsWith(NcpErrorId.RollingUpgradeFailed, at: Seconds(10));

    [Fact]
    public void A_failure_that_has_also_stalled_ends_the_wait_once() =>
        WatchOne(new() { StallTimeout = Seconds(10) }, _failed).EndsWith(NcpErrorId.RollingUpgradeFailed, at: Seconds(10));

    [Fact]
    public void One_reading_is_not() => WatchOne(null, _failed, Told.Half, _failed, Told.Half, _failed, Told.Done).EndsCompleted(at: Seconds(50));

    [Fact]
    public void A_reading_that_fails_between_them_says_nothing_about_the_node() =>
        WatchOne(null, Told.Half, _failed, Told.Unavailable, Told.NoConnection, _failed).EndsWith(NcpErrorId.RollingUpgradeFailed, at: Seconds(40));

    [Theory]
    [InlineData("Failover")]
    [InlineData("incomplete")]
    [InlineData("Upgrade_Elsewhere")]
    public void A_word_that_only_looks_like_failure_ends_nothing(string word) =>
        WatchOne(null, Told.Half, Told.Nodes($"a complete 17:25:00, b {word} 17:29:00").AsAnswer().Times(9), Told.Done).EndsCompleted(at: Seconds(100));
}
