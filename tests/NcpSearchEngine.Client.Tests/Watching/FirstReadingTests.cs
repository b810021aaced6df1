using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>Which upgrade counts where neither version nor time is given: never one that was over long before.</summary>
public class FirstReadingTests
{
    [Theory]
    [InlineData("17:29:59")]
    [InlineData("17:25:00")]
    public void An_upgrade_that_was_over_just_before_the_wait_is_done_at_once(string lastChange)
    {
        WatchLog log = WatchOne(null, Told.Nodes($"a complete 17:20:00, b complete {lastChange}"));

        log.EndsCompleted(at: TimeSpan.Zero);
    }

    [Theory]
    [InlineData("17:24:59", "17:20:00")]
    [InlineData("16:30:00", "16:20:00")]
    [InlineData("2025-02-24 17:29:00", "2025-02-24 17:20:00")]
    public void An_upgrade_that_was_over_before_that_is_never_done(string lastChange, string action)
    {
        WatchLog log = WatchOne(null, Told.Nodes($"a complete {lastChange}, b complete {lastChange}", action));

        string message = log.EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(300));
        Assert.Empty(log.Warnings);
        Assert.Contains($"2140 to 2150, asked for at {Told.Date(action)} +09:00, Completed, last changed at {Told.Date(lastChange)} +09:00", message);
        Assert.Contains("-TargetVersionCode 2150", message);
    }

    [Fact]
    public void An_upgrade_that_has_long_stood_still_with_nodes_to_come_is_not_over_and_is_followed() =>
        WatchOne(null, Told.Nodes("a complete 16:40:00, b Upgrade_OpenSearch 16:40:00", "16:30:00"), Told.Nodes("a complete 16:40:00, b complete 17:30:09", "16:30:00"))
            .EndsCompleted(at: Seconds(10));

    public static TheoryData<string, bool> LongOver => new()
    {
        { "a running 16:40:00, b running 16:45:00", true },
        { "a complete 16:40:00, b running 16:45:00", true },
        { "a complete -, b complete -", true },
        { "a complete 16:40:00, b complete soon", true },
        { "a complete 16:40:00, b complete 16:45:00", false },
        { "a running 16:40:00, b running 16:45:00", false },
        { "a complete 16:40:00, b failed 16:45:00", true },
    };

    [Theory]
    [MemberData(nameof(LongOver))]
    public void An_upgrade_long_over_is_not_done_either_where_it_is_unproven_or_the_number_of_nodes_is_missing(string nodes, bool isCounted)
    {
        foreach (Answer info in new[] { Told.Cluster(), Told.Cluster("2140"), Told.Unavailable })
        {
            WireProgress progress = Told.Nodes(nodes, "16:30:00");
            using WatchedService service = new() { Info = () => info };

            WatchLog log = service.Tells("1", isCounted ? progress : progress.Uncounted()).Watch();

            log.EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(300));
            Assert.Empty(log.Warnings);
        }
    }

    public static TheoryData<string> Blinks => new() { "nothing", "empty", "null", "complete without a record", "503" };

    [Theory]
    [MemberData(nameof(Blinks))]
    public void An_upgrade_long_over_is_not_done_where_the_first_reading_did_not_show_it(string first)
    {
        WireProgress old = Told.Nodes("a complete 16:40:00, b complete 16:45:00", "16:30:00");
        object blink = first switch
        {
            "nothing" => Told.Nothing,
            "empty" => new WireProgress { VersionVo = null },
            "null" => Answer.Success("null"),
            "503" => Told.Unavailable,
            _ => old.Unrecorded(),
        };

        WatchOne(null, blink, old).EndsWith(NcpErrorId.RollingUpgradeNotStarted);
    }

    [Fact]
    public void A_record_without_nodes_is_an_upgrade_that_goes_on_however_old_it_is()
    {
        WatchLog log = WatchOne(
            null,
            Told.Nodes("", "16:30:00").AsAnswer().Times(40),
            Told.Nodes("a complete 17:35:00, b complete 17:36:00", "16:30:00"));

        log.EndsCompleted(at: Seconds(400));
    }

    [Fact]
    public void Where_no_node_has_a_date_the_record_tells_that_the_upgrade_is_recent()
    {
        using WatchedService service = new() { Info = () => Told.Cluster() };

        service.Tells("1", Told.Nodes("a complete -, b complete -", "17:28:00")).Watch().EndsCompleted(at: TimeSpan.Zero);
    }

    [Fact]
    public void An_upgrade_that_begins_and_ends_between_two_readings_is_done()
    {
        RollingUpgradeWatchOptions options = new() { PollInterval = TimeSpan.FromHours(1), StartTimeout = TimeSpan.FromHours(2) };

        WatchLog log = WatchOne(options, Told.Nothing, Told.Nodes("a complete 17:40:00, b complete 17:45:00", "17:35:00"));

        log.EndsCompleted(at: TimeSpan.FromHours(1));
    }

    [Fact]
    public void So_is_one_that_ends_while_the_service_is_away()
    {
        WatchLog log = WatchOne(null, Told.Nothing, Told.Unavailable.Times(300), Told.Nodes("a complete 17:40:00, b complete 17:45:00", "17:35:00"));

        log.EndsCompleted(at: Seconds(3010));
    }

    [Theory]
    [InlineData("17:32:00", true)]
    [InlineData("17:25:00", true)]
    [InlineData("17:24:59", false)]
    public void An_upgrade_that_ends_before_the_first_reading_succeeds_is_judged_by_when_the_wait_began(string lastChange, bool isDone)
    {
        // Ten minutes of trouble, longer than the five that an upgrade may have been over before the wait.
        WatchLog log = WatchOne(null, Told.Unavailable.Times(60), Told.Nodes($"a complete 17:21:00, b complete {lastChange}"));

        Assert.Equal(isDone, log.Ending().Outcome == WatchOutcome.Completed);
    }

    [Fact]
    public void One_reading_that_does_not_show_it_as_over_makes_no_old_upgrade_a_new_one()
    {
        WireProgress old = Told.Nodes("a complete 16:40:00, b complete 16:45:00", "16:30:00");
        WireProgress odd = Told.Nodes("a complete 16:40:00, b - 16:45:00", "16:30:00");

        WatchOne(null, old, odd, old).EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(300));
        WatchOne(null, old, old with { NodeCount = 3 }, Told.Unavailable, odd, old).EndsWith(NcpErrorId.RollingUpgradeNotStarted);
    }

    [Fact]
    public void An_upgrade_that_was_over_is_not_followed_but_the_next_is()
    {
        WatchLog log = WatchOne(
            null,
            Told.Nodes("a complete 16:40:00, b complete 16:45:00", "16:30:00"),
            Told.Nodes("a Upgrade_OpenSearch 17:30:15, b complete 16:45:00", "17:30:15", "2160"),
            Told.Nodes("a complete 17:31:00, b complete 17:32:00", "17:30:15", "2160"));

        log.EndsCompleted(at: Seconds(20));
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public void A_failure_that_one_reading_tells_wrongly_does_not_make_a_running_upgrade_one_that_is_over()
    {
        WatchLog log = WatchOne(null, Told.Nodes("a failed 17:21:00, b running 16:00:00"), Told.Half, Told.Done);

        log.EndsCompleted(at: Seconds(20));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(3600)]
    public void The_grace_is_the_callers_to_choose(int seconds)
    {
        RollingUpgradeWatchOptions options = new() { StartTimeout = Seconds(seconds) };

        WatchOne(options, Told.Nothing).EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(seconds));
        WatchOne(options, Told.Nothing, Told.Begun, Told.Done).Ending();
        Assert.Equal(seconds >= 300, WatchOne(options, Told.Nodes("a complete 17:25:00")).Ending().Outcome == WatchOutcome.Completed);
    }

    [Fact]
    public void A_clock_of_the_client_that_is_wrong_changes_nothing()
    {
        Answer answer = Told.Nodes("a complete 16:00:00", "15:30:00").AsAnswer();

        WatchOne(null, answer with { Date = PromptClock.Begin.AddMinutes(-88) }).EndsCompleted();
        WatchOne(null, Told.Done.AsAnswer() with { Date = PromptClock.Begin.AddHours(1) }).EndsWith(NcpErrorId.RollingUpgradeNotStarted);
    }

    [Fact]
    public void A_date_of_the_answer_that_is_missing_or_at_the_end_of_the_calendar_ends_no_wait_with_a_defect()
    {
        WatchOne(null, Told.Done.AsAnswer() with { Date = null }).EndsCompleted();
        WatchOne(null, Told.Done.AsAnswer() with { Date = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero) })
            .EndsWith(NcpErrorId.RollingUpgradeNotStarted);
    }
}
