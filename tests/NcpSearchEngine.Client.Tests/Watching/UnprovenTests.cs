using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>Nodes that only look done: the cluster's own version decides, however often the progress says the same.</summary>
public class UnprovenTests
{
    private const string Info = "getClusterInfo";

    private static readonly WireProgress _back = Told.Nodes("a running 17:25:00, b running 17:29:00");

    public static TheoryData<string> Lists => new()
    {
        "a running 17:25:00, b running 17:29:00",
        "a complete 17:25:00, b running 17:29:00",
        "a complete -, b complete -",
        "a complete 17:29:00, b complete soon",
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Version_and_status_of_the_cluster_prove_it(string nodes)
    {
        using WatchedService service = new() { Info = () => Told.Cluster() };

        WatchLog log = service.Tells("1", Told.Half, Told.Nodes(nodes)).Watch();

        log.EndsCompleted(at: Seconds(10));
        Assert.Equal([Info], service.Others);
        Assert.Empty(log.Warnings);
    }

    public static TheoryData<string, string> NoProofs => new()
    {
        { "the version before", "is at version 2140, status running" },
        { "another status", "is at version 2150, status changing" },
        { "no version", "does not tell the cluster's own version" },
        { "403", "could not be read: " },
        { "429", "could not be read: " },
        { "503", "could not be read: " },
        { "code", "could not be read: " },
        { "connection", "could not be read: " },
        { "404, list 503", "could not be read: " },
        { "404, list 2.14.0", "is at version 2140, status running" },
        { "404, not in the list", "does not tell the cluster's own version" },
    };

    [Theory]
    [MemberData(nameof(NoProofs))]
    public void Without_that_proof_it_is_in_progress_with_one_warning_for_the_whole_wait(string answer, string reason)
    {
        using WatchedService service = new()
        {
            Info = () => answer switch
            {
                "the version before" => Told.Cluster("2140"),
                "another status" => Told.Cluster(status: "changing"),
                "no version" => Answer.Success("null"),
                "403" => Told.Forbidden,
                "429" => Told.Throttled,
                "503" => Told.Unavailable,
                "code" => Told.Refused,
                "connection" => Told.NoConnection,
                _ => Told.NoRoute,
            },
            List = () => answer switch
            {
                "404, list 2.14.0" => Told.List("1", "2.14.0"),
                "404, not in the list" => Told.List("2"),
                _ => Told.Unavailable,
            },
        };

        WatchLog log = service.Tells("1", Told.Half, _back, _back, Told.Unavailable, Told.Half, _back).Watch(new() { Timeout = Seconds(600) });

        log.EndsWith(NcpErrorId.RollingUpgradeTimeout, at: Seconds(600));
        string? warning = Assert.Single(log.Warnings);
        Assert.Contains("not proven to be at 2150, so it counts as InProgress. 2 of 2 nodes (a: running, changed since the upgrade was asked for)", warning);
        Assert.Contains(reason, warning);
        Assert.All(log.Of(RollingUpgradeEventKind.Reading), static reading => Assert.Equal(UpgradeState.InProgress, reading.Upgrade!.State));
    }

    [Fact]
    public void Where_the_cluster_can_only_be_read_from_the_list_the_digits_of_its_versions_name_prove_it()
    {
        using WatchedService service = new() { Info = () => Told.NoRoute, List = () => Told.List("1") };

        service.Tells("1", Told.Half, _back).Watch().EndsCompleted(at: Seconds(10));

        Assert.Equal([Info, "getClusterInfoList"], service.Others);
    }

    [Fact]
    public void It_is_done_as_soon_as_the_cluster_is_at_its_version()
    {
        int reads = 0;
        using WatchedService service = new() { Info = () => ++reads < 4 ? Told.Cluster(status: "changing") : Told.Cluster() };

        WatchLog log = service.Tells("1", Told.Half, _back).Watch();

        log.EndsCompleted(at: Seconds(40));
        Assert.Single(log.Warnings);
    }

    [Theory]
    [InlineData("a running 17:25:00, b running 16:00:00")]
    [InlineData("a complete -, b Upgrade_OpenSearch 17:29:00")]
    [InlineData("a complete -, b complete 16:00:00")]
    [InlineData("a running 17:20:00, b running 17:25:00")]
    public void While_any_node_is_certainly_not_done_nothing_more_is_read(string nodes)
    {
        using WatchedService service = new() { Info = () => Told.Cluster() };

        service.Tells("1", Told.Nodes(nodes)).Watch(new() { Timeout = Seconds(60) }).EndsWith(NcpErrorId.RollingUpgradeTimeout);

        Assert.Empty(service.Others);
    }

    [Fact]
    public void Where_the_number_of_nodes_is_missing_too_both_rules_hold()
    {
        using WatchedService service = new() { Info = () => Told.Cluster() };

        service.Tells("1", Told.Half, Told.Nodes("a running 17:25:00").Uncounted(), _back.Uncounted()).Watch().EndsCompleted(at: Seconds(30));

        Assert.Equal([Info], service.Others);
    }

    [Fact]
    public void The_proof_of_one_cluster_is_none_for_another()
    {
        using WatchedService service = new();
        int reads = 0;
        service.Info = () => reads++ % 2 == 0 ? Told.Cluster() : Told.Cluster("2140");

        WatchLog log = service.Tells("1", Told.Half, _back).Tells("2", Told.Half, Told.Half, _back).Watch(new() { Timeout = Seconds(60) });

        log.EndsCompleted(at: Seconds(10));
        Assert.Single(log.Warnings);
    }
}
