using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>What each reading says is new.</summary>
public class ChangeTests
{
    [Fact]
    public void The_first_reading_is_the_baseline() => Assert.Equal([""], Changes(Told.Done));

    [Fact]
    public void Each_node_that_changed_is_told_with_what_it_was() => Assert.Equal(
        ["", "a: Upgrade_OpenSearch to complete, b: running to Upgrade_OpenSearch", "", "b: Upgrade_OpenSearch to complete"],
        Changes(Told.Begun, Told.Half, Told.Half, Told.Done));

    [Fact]
    public void Changes_are_told_as_they_happened_and_the_end_of_one_node_before_the_begin_of_the_next()
    {
        WatchLog log = WatchOne(
            new() { Timeout = Seconds(15) },
            Told.Nodes("a running 16:00:00, b Upgrade_OpenSearch 17:20:05, c running 16:00:00"),
            Told.Nodes("a Upgrade_OpenSearch 17:29:00, b complete 17:25:00, c complete 17:29:00"));

        Assert.Equal(["b", "c", "a"], log.Of(RollingUpgradeEventKind.Reading).Last().Event.Changes.Select(static change => change.Node.Hostname));
    }

    [Fact]
    public void Order_and_dates_alone_are_no_change() => Assert.Equal(
        ["", "", "", "a: Upgrade_OpenSearch to complete"],
        Changes(
            Told.Nodes("a Upgrade_OpenSearch 17:25:00, b complete 17:25:00"),
            Told.Nodes("b complete 17:25:00, a Upgrade_OpenSearch 17:25:00"),
            Told.Nodes("b complete 17:25:00, a Upgrade_OpenSearch 17:29:00"),
            Told.Done));

    [Fact]
    public void A_state_that_changed_under_the_same_word_is_a_change() => Assert.Equal(
        ["", "a: complete to complete"],
        Changes(Told.Nodes("a complete 16:00:00"), Told.Nodes("a complete 17:29:00")));

    [Fact]
    public void A_node_that_was_not_listed_before_was_nothing() => Assert.Equal(
        ["", "", "b:  to complete"],
        Changes(Told.Half, Told.Nodes("a complete 17:25:00") with { NodeCount = 2 }, Told.Done));

    [Fact]
    public void Readings_that_fail_are_skipped() => Assert.Equal(
        ["", "b: Upgrade_OpenSearch to complete"],
        Changes(Told.Half, Told.Unavailable, Told.NoConnection, Told.Done));

    [Fact]
    public void A_name_listed_twice_is_told_where_one_of_the_two_changed() => Assert.Equal(
        ["", "a: running to Upgrade_OpenSearch", ""],
        Changes(
            Told.Nodes("a running 16:00:00, a complete 17:25:00"),
            Told.Nodes("a complete 17:25:00, a Upgrade_OpenSearch 17:29:00"),
            Told.Nodes("a Upgrade_OpenSearch 17:29:00, a complete 17:25:00"))[..3]);

    /// <summary>What each good reading says, by hostname.</summary>
    private static string[] Changes(params object[] answers) =>
    [
        .. WatchOne(new() { Timeout = Seconds(100) }, answers).Of(RollingUpgradeEventKind.Reading).Select(static reading => string.Join(
            ", ",
            reading.Event.Changes
                .Select(static change => $"{change.Node.Hostname}: {change.Previous?.Status} to {change.Node.Status}")
                .Order(StringComparer.Ordinal))),
    ];
}
