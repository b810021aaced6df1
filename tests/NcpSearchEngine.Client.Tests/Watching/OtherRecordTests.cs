using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>What another record, or none, means while one is waited for.</summary>
public class OtherRecordTests
{
    private static readonly WireProgress _newer = Told.Nodes("a complete 17:25:00, b Upgrade_OpenSearch 17:30:09", "17:30:05", "2160");
    private static readonly WireProgress _newerDone = Told.Nodes("a complete 17:32:00, b complete 17:31:00", "17:30:05", "2160");
    private static readonly WireProgress _olderDone = Told.Nodes("a complete 16:25:00, b complete 16:29:00", "16:20:00");

    [Fact]
    public void A_newer_record_is_followed_with_a_warning()
    {
        WatchLog log = WatchOne(null, Told.Half, _newer, _newer, _newerDone);

        log.EndsCompleted(at: Seconds(30));
        Assert.Contains("newer upgrade has begun, 2140 to 2160, asked for at 2025-03-24 17:30:05 +09:00", Assert.Single(log.Warnings));
    }

    [Fact]
    public void So_is_one_of_the_same_second_to_another_version()
    {
        WatchLog log = WatchOne(null, Told.Half, Told.Nodes("a complete 17:25:00, b complete 17:30:05", "17:20:00", "2160"));

        log.EndsCompleted(at: Seconds(10));
        Assert.Single(log.Warnings);
    }

    [Fact]
    public void A_newer_record_asked_for_late_enough_is_followed_with_a_warning()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half, _newerDone);

        WatchLog log = service.Watch(null, service.Target(after: RequestTime.At(new DateTime(2025, 3, 24, 17, 0, 0))));

        log.EndsCompleted(at: Seconds(10));
        Assert.Single(log.Warnings);
    }

    [Fact]
    public void A_newer_record_to_another_version_than_the_one_asked_for_is_not_followed()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Half, _newerDone);

        service.Watch(null, service.Target("2150")).EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(310));
    }

    [Fact]
    public void A_failure_and_a_standstill_of_the_record_before_do_not_count_against_a_newer_one()
    {
        RollingUpgradeWatchOptions options = new() { StallTimeout = Seconds(30) };

        WatchLog log = WatchOne(
            options,
            Told.Half.AsAnswer().Times(3),
            Told.Nodes("a complete 17:25:00, b failed 17:29:00"),
            Told.Nodes("a running 17:25:00, b failed 17:30:09", "17:30:05", "2160"),
            _newer.AsAnswer().Times(3),
            _newerDone);

        log.EndsCompleted(at: Seconds(80));
    }

    [Fact]
    public void An_older_record_never_counts()
    {
        WatchLog log = WatchOne(null, Told.Half, _olderDone, _olderDone, Told.Done);
        log.EndsCompleted(at: Seconds(30));
        Assert.Empty(log.Warnings);

        WatchOne(null, Told.Half, _olderDone).EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(310));
    }

    public static TheoryData<string> Gaps => new() { "nothing", "null", "no nodes", "older" };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void A_record_that_is_missing_in_one_answer_is_tolerated_and_for_longer_than_the_grace_it_is_not(string gap)
    {
        object missing = gap switch
        {
            "nothing" => Told.Nothing,
            "null" => Answer.Success("null"),
            "no nodes" => Told.Nodes(string.Empty).Unrecorded(),
            _ => _olderDone,
        };

        WatchOne(null, Told.Half, missing, Told.Half, missing, Told.Done).EndsCompleted(at: Seconds(40));
        WatchOne(null, Told.Half, Told.Half, missing).EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(320));

        // The grace begins anew once the record is back.
        Answer[] most = [.. new[] { Told.Half.AsAnswer() }.Concat(missing is Answer one ? one.Times(29) : ((WireProgress)missing).AsAnswer().Times(29))];
        WatchOne(null, most, most, most, Told.Done).EndsCompleted(at: Seconds(900));
    }

    [Fact]
    public void Nodes_that_are_complete_are_not_done_while_the_record_is_missing()
    {
        RollingUpgradeWatchOptions options = new() { Timeout = Seconds(1000) };

        WatchOne(options, Told.Half, Told.Done.Unrecorded()).EndsWith(NcpErrorId.RollingUpgradeTimeout, at: Seconds(1000));
        WatchOne(options, Told.Half, Told.Done.Unrecorded(), Told.Done).EndsCompleted(at: Seconds(20));
        WatchOne(options, Told.Done.Unrecorded()).EndsWith(NcpErrorId.RollingUpgradeTimeout);
    }
}
