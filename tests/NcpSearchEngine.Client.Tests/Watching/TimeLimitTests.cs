using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>The time limit of the whole wait.</summary>
public class TimeLimitTests
{
    [Fact]
    public void It_ends_every_cluster_that_has_not_ended_and_nothing_is_read_after()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half).Tells("2", Told.Half, Told.Done).Tells("3", Told.Unavailable).Tells("4", Told.Half, Told.Nothing);

        WatchLog log = service.Watch(new() { Timeout = Seconds(100), StartTimeout = Seconds(300) });

        log.EndsWith(NcpErrorId.RollingUpgradeTimeout, Seconds(100), "1");
        log.EndsCompleted(no: "2");
        log.EndsWith(NcpErrorId.RollingUpgradeTimeout, Seconds(100), "3");
        log.EndsWith(NcpErrorId.RollingUpgradeTimeout, Seconds(100), "4");
        int readings = service.Readings.Count;
        service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(readings, service.Readings.Count);
        Assert.All(service.Readings, static reading => Assert.True(reading.At < Seconds(100)));
        Assert.Equal(2, service.ReadingsOf("2").Length);
    }

    [Fact]
    public void The_error_names_the_node_since_when_and_the_last_trouble()
    {
        using WatchedService service = new();
        service.Tells("1", (_, at) => at < TimeSpan.FromSeconds(28_760) ? Told.Half.AsAnswer() : Told.Unavailable);

        string message = service.Watch().EndsWith(NcpErrorId.RollingUpgradeTimeout, at: TimeSpan.FromHours(8));

        Assert.Contains("cluster000 (1): the rolling upgrade was not done within 8 h 0 min.", message);
        Assert.Contains("It hangs on b (Upgrade_OpenSearch since 2025-03-24 17:25:00 +09:00). 1 of 2 nodes are done.", message);
        Assert.Contains("(last reading 50 s ago: 503 Endpoint Error)", message);
        Assert.Contains("-TimeoutSec", message);
        Assert.Contains("request-1", message);
    }

    [Fact]
    public void The_error_of_a_cluster_that_was_never_read_says_so()
    {
        string message = WatchOne(new() { Timeout = Seconds(90) }, Told.Unavailable).EndsWith(NcpErrorId.RollingUpgradeTimeout);

        Assert.Contains("1: the rolling upgrade was not done within 90 s. It was never read. (no reading yet: 503 Endpoint Error)", message);
    }

    [Fact]
    public void The_error_of_a_record_that_is_not_the_one_meant_names_that()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Done);

        string message = service.Watch(new() { Timeout = Seconds(90) }, service.Target("2160")).EndsWith(NcpErrorId.RollingUpgradeTimeout);

        Assert.Contains("The record seen is 2140 to 2150", message);
    }

    [Fact]
    public void Zero_is_none()
    {
        RollingUpgradeWatchOptions options = new() { Timeout = TimeSpan.Zero, PollInterval = TimeSpan.FromHours(1) };

        WatchOne(options, Told.Half.AsAnswer().Times(24 * 60), Told.Done).EndsCompleted(at: TimeSpan.FromDays(60));
        WatchOne(options, Told.Half, Told.Unavailable.Times(24 * 60), Told.Done).EndsCompleted();
    }

    [Fact]
    public void An_interval_of_days_is_kept_and_a_limit_within_it_too()
    {
        RollingUpgradeWatchOptions options = new() { Timeout = TimeSpan.FromDays(8), PollInterval = TimeSpan.FromDays(3) };

        WatchOne(options, Told.Half, Told.Half, Told.Done).EndsCompleted(at: TimeSpan.FromDays(6));
        WatchOne(options, Told.Half).EndsWith(NcpErrorId.RollingUpgradeTimeout, at: TimeSpan.FromDays(8));
    }

    [Fact]
    public void Requests_that_hang_do_not_hold_it_up()
    {
        using WatchedService service = new();

        service.Tells("1", Told.Half, Told.Silence).Watch(new() { Timeout = Seconds(25) }).EndsWith(NcpErrorId.RollingUpgradeTimeout, at: Seconds(25));

        Assert.Equal(0, service.Open);
    }

    [Fact]
    public void Options_out_of_their_range_are_refused_before_anything_is_read()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Done);

        Assert.All(
            new RollingUpgradeWatchOptions[]
            {
                new() { PollInterval = TimeSpan.Zero }, new() { Timeout = Seconds(-1) }, new() { StallTimeout = Seconds(-1) },
                new() { StartTimeout = Seconds(-1) }, new() { TickInterval = Seconds(-1) }, new() { ThrottleLimit = 0 },
            },
            options => Assert.Throws<ArgumentOutOfRangeException>(() => service.Begin(options)));
        Assert.Empty(service.Readings);
    }
}
