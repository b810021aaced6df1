using System.Globalization;
using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>Whole upgrades, ordinary and odd.</summary>
public class CourseTests
{
    private const int NodeCount = 20;

    private static readonly TimeSpan _perNode = TimeSpan.FromMinutes(12);

    [Fact]
    public void Four_hours_with_20_nodes_are_followed_node_by_node_to_the_end()
    {
        using WatchedService service = new();
        service.Tells("1", static (_, at) => FourHours(at).AsAnswer());

        WatchLog log = service.Watch();

        log.EndsCompleted(at: TimeSpan.FromHours(4));
        Assert.Equal(1 + (4 * 360), service.Readings.Count);
        Assert.Empty(log.Warnings);
        Assert.Empty(log.Notes);
        Assert.Equal(
            Enumerable.Range(0, NodeCount).Select(static i => ($"node{i:00}", (i + 1) * _perNode)),
            log.All.SelectMany(static happening => happening.Event.Changes
                .Where(static change => change.Node.State == NodeState.Completed)
                .Select(change => (change.Node.Hostname!, happening.At))));
    }

    [Fact]
    public void Every_fourth_reading_may_fail()
    {
        using WatchedService service = new();
        service.Tells("1", static (index, at) => index % 4 == 3 ? Told.Unavailable : FourHours(at).AsAnswer());

        service.Watch().EndsCompleted();
    }

    [Fact]
    public void A_node_that_falls_back_from_complete_is_waited_for_again()
    {
        WatchLog log = WatchOne(
            null,
            Told.Half,
            Told.Nodes("a Upgrade_OpenSearch 17:30:05, b complete 17:30:05"),
            Told.Nodes("a running 16:00:00, b complete 17:30:05"),
            Told.Nodes("a complete 17:30:35, b Upgrade_OpenSearch 17:30:35"),
            Told.Nodes("a complete 17:30:35, b complete 17:30:45"));

        log.EndsCompleted(at: Seconds(40));
        Assert.Equal(NodeState.Completed, log.All[1].Event.Changes.Single(static change => change.Node.Hostname == "a").Previous!.State);
    }

    [Fact]
    public void A_list_that_shrinks_to_the_nodes_that_are_complete_is_not_done() =>
        WatchOne(new() { Timeout = Seconds(100) }, Told.Half, Told.Nodes("a complete 17:25:00") with { NodeCount = 2 })
            .EndsWith(NcpErrorId.RollingUpgradeTimeout);

    /// <summary>The date of the one node's word, and whether it is done by it.</summary>
    [Theory]
    [InlineData("17:20:00", true)]
    [InlineData("17:19:59", false)]
    [InlineData("-", false)]
    [InlineData("soon", false)]
    [InlineData("2025-02-30 10:00:00", false)]
    [InlineData("2025-03-24T17:29:00", false)]
    [InlineData("0000-00-00 00:00:00", false)]
    [InlineData("9999-12-31 23:59:59", false)]
    [InlineData("2035-01-01 00:00:00", true)]
    public void Only_a_readable_date_at_or_after_the_request_is_one(string date, bool isDone)
    {
        WatchLog log = WatchOne(new() { Timeout = Seconds(100) }, Told.Half, Told.Nodes($"a complete 17:25:00, b complete {date}"));

        Assert.Equal(isDone ? WatchOutcome.Completed : WatchOutcome.NotCompleted, log.Ending().Outcome);
    }

    [Theory]
    [InlineData("2035-01-01 00:00:00", NcpErrorId.RollingUpgradeTimeout)]
    [InlineData("-", NcpErrorId.RollingUpgradeTimeout)]
    [InlineData("soon", NcpErrorId.RollingUpgradeTimeout)]
    public void A_request_without_a_readable_date_or_in_the_future_is_never_done(string action, NcpErrorId expected) =>
        WatchOne(new() { Timeout = Seconds(100) }, Told.Half, Told.Nodes("a complete 17:25:00, b complete 17:29:00", action)).EndsWith(expected);

    [Fact]
    public void A_word_that_is_not_known_is_in_progress_for_ever() =>
        WatchOne(null, Told.Half, Told.Nodes("a complete 17:25:00, b Upgraded 17:29:00")).EndsWith(NcpErrorId.RollingUpgradeTimeout);

    [Fact]
    public void An_upgrade_that_begins_within_the_grace_is_followed_to_its_end()
    {
        WatchLog log = WatchOne(null, Told.Nothing.AsAnswer().Times(29), Told.Begun.AsAnswer().Times(100), Told.Done);

        log.EndsCompleted(at: Seconds(1290));
        Assert.Contains("The upgrade may still begin within 5 min.", Assert.Single(log.Notes));
    }

    private static WireProgress FourHours(TimeSpan at)
    {
        int done = Math.Min(NodeCount, (int)(at / _perNode));
        IEnumerable<WireNode> nodes = Enumerable.Range(0, NodeCount).Select(i =>
            i < done ? new WireNode($"node{i:00}", "complete", Date((i + 1) * _perNode))
            : i == done ? new WireNode($"node{i:00}", "Upgrade_OpenSearch", Date(i * _perNode))
            : new WireNode($"node{i:00}", "running", Told.Date("16:00:00")));
        return WireProgress.Of([.. nodes]) with { VersionVo = Told.Done.VersionVo };

        static string Date(TimeSpan at) =>
            (PromptClock.Begin + at).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
