using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>How often and when clusters are read.</summary>
public class PaceTests
{
    [Fact]
    public void The_first_readings_come_at_once_and_the_later_ones_spread_over_the_interval()
    {
        using WatchedService service = new();
        Many(service, 10, Told.Half.AsAnswer().Times(5), Told.Done);

        service.Watch();

        for (int i = 0; i < 10; i++)
        {
            double spread = 10 + i;
            Assert.Equal([0, spread, spread + 10, spread + 20, spread + 30, spread + 40], Times(service, $"{i + 1}"));
        }
    }

    [Fact]
    public void An_hour_between_readings_is_kept_also_after_one_that_failed()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half, Told.Unavailable, Told.NoConnection, Told.Refused, Told.Silence, Told.Done);

        service.Watch(new() { PollInterval = TimeSpan.FromHours(1) }).EndsCompleted(at: TimeSpan.FromHours(5));
    }

    [Fact]
    public void At_429_the_interval_doubles_up_to_ten_minutes()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half, Told.Throttled);

        WatchLog log = service.Watch();

        Assert.Equal([0, 10, 30, 70, 150, 310, 630, 1230, 1830], Times(service, "1").Take(9));
        Assert.Contains("The service asks for patience: each cluster is now read every 20 s.", log.Notes);
        Assert.Contains("The service asks for patience: each cluster is now read every 10 min.", log.Notes);
    }

    /// <summary>The interval, Retry-After, and when the next reading comes after the one that got it.</summary>
    [Theory]
    [InlineData(10, "5", 20)]
    [InlineData(10, "20", 20)]
    [InlineData(10, "45", 45)]
    [InlineData(10, "600", 600)]
    [InlineData(10, "3600", 600)]
    [InlineData(400, "1", 600)]
    [InlineData(3600, "1", 3600)]
    [InlineData(3600, "7200", 3600)]
    public void At_429_a_cluster_is_read_no_sooner_than_the_service_asks_for_nor_more_often_than_before(int interval, string retryAfter, int next)
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half, Told.Throttled with { RetryAfter = retryAfter }, Told.Done);

        service.Watch(new() { PollInterval = Seconds(interval), Timeout = TimeSpan.Zero }).EndsCompleted(at: Seconds(interval + next));
    }

    [Fact]
    public void After_that_it_shrinks_slowly_and_both_are_told()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half, Told.Throttled, Told.Half);

        WatchLog log = service.Watch(new() { Timeout = Seconds(1000) });

        double[] at = Times(service, "1");
        double[] gaps = [.. at.Skip(1).Zip(at, static (next, last) => Math.Round(next - last, 3))];
        Assert.Equal([10, 20, 18, 16.2, 14.58, 13.122, 11.81, 10.629, 10, 10, 10], gaps.Take(11));
        Assert.Equal(
            ["The service asks for patience: each cluster is now read every 20 s.", "Each cluster is again read every 10 s."],
            log.Notes);
    }

    [Fact]
    public void One_cluster_at_429_slows_all_of_them_once()
    {
        using WatchedService service = new();
        Many(service, 4, Told.Half, Told.Throttled, Told.Half);

        WatchLog log = service.Watch(new() { Timeout = Seconds(1000) });

        Assert.Single(log.Notes, static note => note!.Contains("patience"));
        Assert.All(service.Clusters, no =>
        {
            double[] at = Times(service, no);
            Assert.InRange(at[3] - at[2], 17, 20);
        });
    }

    [Fact]
    public void Never_more_readings_than_the_limit_are_under_way_and_where_that_takes_longer_all_are_read_less_often()
    {
        using WatchedService service = new() { Delay = Seconds(3) };
        Many(service, 20, Told.Half);

        WatchLog log = service.Watch(new() { ThrottleLimit = 3, Timeout = Seconds(600) });

        Assert.Equal(3, service.MostOpen);
        Assert.Contains(log.Notes, static note => note!.StartsWith("With 3 readings at a time each cluster is read about every ", StringComparison.Ordinal));

        // 300 s for 3 at a time that take 3 s each, shared fairly once all have found their places.
        Assert.All(service.Clusters, no => Assert.InRange(service.ReadingsOf(no).Count(static at => at >= Seconds(300)), 12, 18));
        Assert.Equal(0, service.Open);
    }

    [Fact]
    public void A_cluster_that_hangs_delays_no_other()
    {
        using WatchedService service = new();
        Many(service, 6, Told.Half).Tells("1", Told.Silence);

        WatchLog log = service.Watch(new() { ThrottleLimit = 2, Timeout = Seconds(600) });

        Assert.All(service.Clusters.Skip(1), no => Assert.InRange(service.ReadingsOf(no).Length, 59, 60));
        Assert.All(service.ReadingsOf("1").Zip(service.ReadingsOf("1").Skip(1)), static pair => Assert.Equal(Seconds(30), pair.Second - pair.First));
        Assert.Contains("RequestTimeout", log.EndsWith(NcpErrorId.RollingUpgradeTimeout, at: Seconds(600), no: "1"));
    }

    private static double[] Times(WatchedService service, string no) => [.. service.ReadingsOf(no).Select(static at => at.TotalSeconds)];

    private static WatchedService Many(WatchedService service, int count, params object[] answers)
    {
        for (int i = 1; i <= count; i++)
        {
            service.Tells($"{i}", answers);
        }

        return service;
    }
}
