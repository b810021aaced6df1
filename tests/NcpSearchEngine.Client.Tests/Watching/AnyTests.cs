using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>A wait for the first of several clusters.</summary>
public class AnyTests
{
    private static RollingUpgradeWatchOptions Any => new() { Any = true, PollInterval = Seconds(10) };

    [Fact]
    public void The_first_that_is_completed_ends_it_and_the_others_are_dropped()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half).Tells("2", Told.Half, Told.Half, Told.Done).Tells("3", Told.Unavailable);

        WatchLog log = service.Watch(Any);

        log.EndsCompleted(no: "2");
        Assert.Single(log.Of(RollingUpgradeEventKind.Ended));
        Assert.All(
            log.All.Where(static happening => happening.No is "1" or "3"),
            static happening =>
            {
                Assert.Equal(WatchOutcome.Dropped, happening.Event.Cluster!.Outcome);
                Assert.Null(happening.Event.Cluster.Error);
            });
        int readings = service.Readings.Count;
        service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(readings, service.Readings.Count);
    }

    [Fact]
    public void Of_two_that_are_completed_in_the_same_moment_one_counts()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Done).Tells("2", Told.Done);

        Assert.Single(service.Watch(Any).Of(RollingUpgradeEventKind.Ended));
    }

    [Fact]
    public void One_that_ends_badly_is_told_and_the_wait_goes_on()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Forbidden).Tells("2", Told.Half.AsAnswer().Times(20), Told.Done);

        WatchLog log = service.Watch(Any);

        log.EndsWith(NcpErrorId.PermissionDenied, no: "1");
        log.EndsCompleted(no: "2");
    }

    [Fact]
    public void It_ends_where_none_can_be_completed_any_more()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Forbidden).Tells("2", Told.Half, Told.Nodes("a failed 17:29:00")).Tells("3", Told.Nothing);

        WatchLog log = service.Watch(Any);

        log.EndsWith(NcpErrorId.PermissionDenied, no: "1");
        log.EndsWith(NcpErrorId.RollingUpgradeFailed, no: "2");
        log.EndsWith(NcpErrorId.RollingUpgradeNotStarted, no: "3");
        Assert.InRange(log.EndedAt, Seconds(300), Seconds(310));
    }

    [Fact]
    public void Requests_under_way_are_cancelled()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Silence).Tells("2", Told.Done).Tells("3", Told.Silence);

        service.Watch(Any).EndsCompleted(at: TimeSpan.Zero, no: "2");

        Assert.Equal(0, service.Open);
    }
}
