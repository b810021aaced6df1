using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>An upgrade that stands still, which only good readings can tell.</summary>
public class StallTests
{
    private const string Place = "It hangs on b (Upgrade_OpenSearch since 2025-03-24 17:25:00 +09:00). 1 of 2 nodes are done.";

    [Fact]
    public void A_warning_comes_after_every_half_hour_without_a_change_and_nothing_ends()
    {
        WatchLog log = WatchOne(null, Told.Half);

        log.EndsWith(NcpErrorId.RollingUpgradeTimeout, at: TimeSpan.FromHours(8));
        Happening[] warnings = [.. log.Of(RollingUpgradeEventKind.Warning)];
        Assert.Equal(Enumerable.Range(1, 15).Select(static i => Seconds(1800 * i)), warnings.Select(static warning => warning.At));
        Assert.Contains("nothing has changed for 30 min. " + Place, warnings[0].Event.Message);
        Assert.Contains("nothing has changed for 90 min. ", warnings[2].Event.Message);
    }

    [Fact]
    public void The_time_limit_for_it_ends_the_wait_and_names_node_and_time()
    {
        string message = WatchOne(new() { StallTimeout = Seconds(600) }, Told.Half).EndsWith(NcpErrorId.RollingUpgradeStalled, at: Seconds(600));

        Assert.Contains("cluster000 (1): the rolling upgrade has not changed for 10 min. " + Place, message);
    }

    [Fact]
    public void Where_no_node_is_being_upgraded_it_names_the_last_change()
    {
        string message = WatchOne(new() { StallTimeout = Seconds(600) }, Told.Nodes("a complete 17:25:00, b running 16:00:00"))
            .EndsWith(NcpErrorId.RollingUpgradeStalled, at: Seconds(600));

        Assert.Contains("No node is being upgraded, the last change was at 2025-03-24 17:25:00 +09:00.", message);
    }

    [Theory]
    [InlineData("503")]
    [InlineData("429")]
    [InlineData("connection")]
    [InlineData("garbage")]
    public void Time_without_good_readings_does_not_count(string trouble)
    {
        RollingUpgradeWatchOptions options = new() { StallTimeout = Seconds(600), Timeout = TimeSpan.FromDays(2) };
        Answer bad = TroubleTests.Find(trouble);

        WatchLog log = WatchOne(options, Told.Half.AsAnswer().Times(31), bad.Times(100), Told.Half);

        log.EndsWith(NcpErrorId.RollingUpgradeStalled);
        Happening[] good = [.. log.Of(RollingUpgradeEventKind.Reading)];
        TimeSpan covered = good[30].At + good[^1].At - good[31].At;
        Assert.InRange(covered, Seconds(600), Seconds(600) + good[^1].At - good[^2].At - TimeSpan.FromTicks(1));
    }

    [Fact]
    public void Dates_that_move_are_a_change_however_many_move_at_once()
    {
        using WatchedService service = new();
        service.Tells("1", (index, at) =>
        {
            string date = Told.Date("17:30:00")!.Replace("17:30", $"17:{30 + (int)at.TotalMinutes}", StringComparison.Ordinal);
            return (index < 100 ? Told.Nodes($"a Upgrade_OpenSearch {date}, b Upgrade_OpenSearch {date}") : Told.Done).AsAnswer();
        });

        service.Watch(new() { StallTimeout = Seconds(120) }).EndsCompleted(at: Seconds(1000));
    }

    [Fact]
    public void Good_readings_between_bad_ones_cover_no_time()
    {
        using WatchedService service = new();
        service.Tells("1", (index, _) => index % 2 == 0 ? Told.Half.AsAnswer() : Told.Unavailable);

        WatchLog log = service.Watch(new() { StallTimeout = Seconds(1), Timeout = TimeSpan.FromHours(3) });

        log.EndsWith(NcpErrorId.RollingUpgradeTimeout);
        Assert.Empty(log.Warnings);
    }

    public static TheoryData<string, bool> Differences => new()
    {
        { "a complete 17:25:00, b Upgrade_OpenSearch 17:26:00", true },
        { "a complete 17:25:00, b Upgrade_Plugins 17:25:00", true },
        { "a complete 17:25:00, b Upgrade_OpenSearch 17:25:00, c running 16:00:00", true },
        { "b Upgrade_OpenSearch 17:25:00", true },
        { "a complete 17:25:00, c Upgrade_OpenSearch 17:25:00", true },
        { "b Upgrade_OpenSearch 17:25:00, a complete 17:25:00", false },
        { "a complete 17:25:00, b Upgrade_OpenSearch 17:25:00", false },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Only_a_change_begins_the_time_anew_and_order_is_none(string then, bool isChange)
    {
        WatchLog log = WatchOne(new() { StallTimeout = Seconds(600) }, Told.Half.AsAnswer().Times(31), Told.Nodes(then));

        log.EndsWith(NcpErrorId.RollingUpgradeStalled, at: Seconds(isChange ? 910 : 600));
    }

    [Fact]
    public void A_name_that_is_listed_twice_in_changing_order_is_no_change()
    {
        using WatchedService service = new();
        service.Tells("1", (index, _) => Told.Nodes(index % 2 == 0
            ? "a complete 17:25:00, a Upgrade_OpenSearch 17:25:00"
            : "a Upgrade_OpenSearch 17:25:00, a complete 17:25:00").AsAnswer());

        WatchLog log = service.Watch(new() { StallTimeout = Seconds(600) });

        log.EndsWith(NcpErrorId.RollingUpgradeStalled, at: Seconds(600));
        Assert.All(log.All, static happening => Assert.Empty(happening.Event.Changes));
    }

    [Fact]
    public void Steady_change_never_stalls()
    {
        using WatchedService service = new();
        service.Tells("1", (_, at) => Told.Nodes($"a complete 17:25:00, b step_{Math.Floor(at.TotalSeconds / 590)} 17:25:00").AsAnswer());

        WatchLog log = service.Watch(new() { StallTimeout = Seconds(600) });

        log.EndsWith(NcpErrorId.RollingUpgradeTimeout);
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public void An_upgrade_that_is_not_there_yet_does_not_stall() =>
        WatchOne(new() { StallTimeout = Seconds(60), StartTimeout = Seconds(3600) }, Told.Nothing)
            .EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(3600));
}
