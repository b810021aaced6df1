using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>How many nodes there have to be, where the service tells it and where it does not.</summary>
public class NodeCountTests
{
    /// <summary>One word a reading, one letter a hostname; ! is a failed reading. Then the reading that shows it done, or -1.</summary>
    public static TheoryData<string, int> Lists => new()
    {
        { "ab ab", 1 },
        { "ab ba", 1 },
        { "ab ! ab", 2 },
        { "ab abc abc", 2 },
        { "ab cd cd", 2 },
        { "abc ab ab ab", -1 },
        { "ab a a a", -1 },
        { "abc ab abc abc", 3 },
        { "ab abc ab abc ab cd cd", -1 },
        { "a ab abc abcd abcd", 4 },
        { "aab aab", 1 },
        { "ab aab", 1 },
        { "abb aac aac", 2 },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Where_the_number_is_missing_two_readings_must_list_the_same_names_and_none_before_more(string lists, int doneAt)
    {
        WatchLog log = WatchOne(Short, lists.Split(' ').Select(static list => list == "!" ? Told.Unavailable : Complete(list).Uncounted().AsAnswer()));

        Ends(log, doneAt);
    }

    /// <summary>One word a reading: the number that the service tells, and the hostnames.</summary>
    public static TheoryData<string, int> Numbers => new()
    {
        { "2ab", 0 },
        { "3ab 3abc", 1 },
        { "2abc 3abc", 1 },
        { "2aab", 0 },
        { "3aab", -1 },
        { "3ab", -1 },
        { "1ab", -1 },
        { "0ab", -1 },
        { "0", -1 },
        { "2aa", -1 },
        { "2aA", -1 },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Where_the_number_is_told_there_must_be_as_many_names(string answers, int doneAt)
    {
        WatchLog log = WatchOne(Short, answers.Split(' ').Select(static answer => Complete(answer[1..]) with { NodeCount = answer[..1] }));

        Ends(log, doneAt);
    }

    [Fact]
    public void A_number_that_was_told_once_is_not_forgotten_where_it_is_missing_later()
    {
        WatchOne(Short, Complete("ab") with { NodeCount = 3 }, Complete("ab").Uncounted()).EndsWith(NcpErrorId.RollingUpgradeTimeout);
        WatchOne(Short, Complete("ab") with { NodeCount = 3 }, Complete("abc").Uncounted()).EndsCompleted(at: Seconds(20));
        WatchOne(Short, Complete("ab").Uncounted(), Complete("ab") with { NodeCount = 3 }, Complete("ab").Uncounted())
            .EndsWith(NcpErrorId.RollingUpgradeTimeout);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_node_without_a_name_is_never_enough(string? hostname)
    {
        string? date = Told.Date("17:29:00");
        WireProgress progress = WireProgress.Of(new WireNode("a", "complete", date), new WireNode(hostname, "complete", date)) with
        {
            VersionVo = Told.Done.VersionVo,
        };

        WatchOne(Short, progress).EndsWith(NcpErrorId.RollingUpgradeTimeout);
        WatchOne(Short, progress.Uncounted()).EndsWith(NcpErrorId.RollingUpgradeTimeout);
    }

    private static RollingUpgradeWatchOptions Short => new() { Timeout = Seconds(200) };

    private static WireProgress Complete(string hostnames) => Told.Nodes(string.Join(',', hostnames.Select(static name => $"{name} complete 17:29:00")));

    private static void Ends(WatchLog log, int doneAt)
    {
        if (doneAt < 0)
        {
            log.EndsWith(NcpErrorId.RollingUpgradeTimeout);
        }
        else
        {
            log.EndsCompleted(at: Seconds(10 * doneAt));
        }
    }
}
