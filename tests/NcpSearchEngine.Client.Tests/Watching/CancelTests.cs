using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>Waits that are left before their end, and what shows that they go on.</summary>
public class CancelTests
{
    [Fact]
    public async Task Cancelling_ends_the_wait_and_what_is_in_flight()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half).Tells("2", Told.Silence);
        using CancellationTokenSource cancel = new();
        IAsyncEnumerable<RollingUpgradeEvent> events = RollingUpgradeWatch.WatchAsync(
            service.Clusters.Select(no => new RollingUpgradeTarget(service.Client, no)), cancellationToken: cancel.Token);
        await using DrivenWatch watch = new(service, events);
        Assert.True(watch.MoveNext());
        Assert.Equal(1, service.Open);

        Assert.ThrowsAny<OperationCanceledException>(() => watch.MoveNext(cancel.Cancel));

        Assert.Equal(0, service.Open);
        Assert.False(watch.MoveNext());
    }

    [Fact]
    public async Task So_does_the_token_of_the_enumerator()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Silence);
        using CancellationTokenSource cancel = new();
        IAsyncEnumerable<RollingUpgradeEvent> events = RollingUpgradeWatch.WatchAsync([new RollingUpgradeTarget(service.Client, "1")]);
        await using DrivenWatch watch = new(service, events, cancel.Token);

        Assert.ThrowsAny<OperationCanceledException>(() => watch.MoveNext(cancel.Cancel));

        Assert.Equal(0, service.Open);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_before_lets_nothing_be_read()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half);
        IAsyncEnumerable<RollingUpgradeEvent> events = RollingUpgradeWatch.WatchAsync(
            [new RollingUpgradeTarget(service.Client, "1")], cancellationToken: new CancellationToken(canceled: true));
        await using DrivenWatch watch = new(service, events);

        Assert.ThrowsAny<OperationCanceledException>(() => watch.MoveNext());

        Assert.Empty(service.Readings);
    }

    [Fact]
    public async Task Leaving_it_early_cancels_what_is_in_flight_and_reads_no_more()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half).Tells("2", Told.Silence);
        await using (DrivenWatch watch = service.Begin())
        {
            Assert.True(watch.MoveNext());
            Assert.Equal(1, service.Open);
        }

        Assert.Equal(0, service.Open);
        int readings = service.Readings.Count;
        service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(readings, service.Readings.Count);
    }

    [Fact]
    public void Nothing_is_read_before_the_first_event_is_asked_for()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Done);

        service.Begin();

        Assert.Empty(service.Readings);
    }

    [Fact]
    public void A_wait_for_no_cluster_is_over_at_once() => Assert.Empty(new WatchedService().Watch().All);

    [Theory]
    [InlineData("good")]
    [InlineData("silence")]
    public void Ticks_come_as_often_as_asked_for_whatever_the_service_does(string kind)
    {
        using WatchedService service = new();
        service.Tells("1", kind == "good" ? Told.Half.AsAnswer() : Told.Silence);

        WatchLog log = service.Watch(new() { TickInterval = Seconds(1), Timeout = Seconds(100) });

        Happening[] ticks = [.. log.Of(RollingUpgradeEventKind.Tick)];
        Assert.Equal(Enumerable.Range(1, 99), ticks.Select(static tick => (int)tick.At.TotalSeconds).Where(static second => second < 100));
        Assert.All(ticks, static tick => Assert.Null(tick.Event.Cluster));
        Assert.Empty(WatchOne(null, Told.Half, Told.Done).Of(RollingUpgradeEventKind.Tick));
    }
}
