using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>Which upgrade counts where version or time is given: whatever does not match is not there, in whatever state.</summary>
public class MatchingTests
{
    private const string Action = "2025-03-24 17:20:00";

    [Fact]
    public void An_upgrade_long_over_is_done_at_once_where_the_version_names_it()
    {
        WatchLog log = WatchAs("2150", null, Told.Nodes("a complete 2025-02-01 10:00:00", "2025-02-01 09:00:00"));

        log.EndsCompleted(at: TimeSpan.Zero);
    }

    [Theory]
    [InlineData("a complete 17:25:00")]
    [InlineData("a Upgrade_OpenSearch 17:25:00")]
    [InlineData("a running 17:25:00")]
    [InlineData("a failed 17:25:00")]
    public void A_record_to_another_version_is_not_there_in_whatever_state(string nodes)
    {
        WatchLog log = WatchAs("2160", null, Told.Nodes(nodes));

        string message = log.EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(300));
        Assert.Contains("2140 to 2150", message);
        Assert.Contains("-TargetVersionCode", message);
        Assert.Single(log.Notes);
    }

    [Theory]
    [InlineData("a complete 17:25:00")]
    [InlineData("a Upgrade_OpenSearch 17:25:00")]
    [InlineData("a failed 17:25:00")]
    public void A_record_asked_for_earlier_is_not_there_in_whatever_state(string nodes)
    {
        WatchLog log = WatchAs(null, RequestTime.At(new DateTime(2025, 3, 24, 17, 21, 1)), Told.Nodes(nodes));

        log.EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(300));
    }

    public static TheoryData<string, bool> Times => new()
    {
        { "2025-03-24 17:20:00", true },
        { "2025-03-24 17:21:00", true },
        { "2025-03-24 17:21:01", false },
        { "2025-03-24 08:21:00Z", true },
        { "2025-03-24 08:21:01Z", false },
        { "2025-03-24 08:19:00Z", true },
        { "2025-03-24 17:21:00+09:00", true },
        { "2025-03-24 17:21:01+09:00", false },
        { "2025-03-24 04:20:00-04:00", true },
        { "0001-01-01 00:00:30", true },
        { "9999-12-31 23:59:59", false },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_is_met_with_60_s_of_tolerance(string after, bool isMet)
    {
        Assert.Equal(isMet, IsDone(null, Time(after)));
        Assert.Equal(isMet, IsDone("2150", Time(after)));
        Assert.False(IsDone("2160", Time(after)));
    }

    /// <summary>The moments below are 17:20 in Singapore by +8 and by +9.</summary>
    [Theory]
    [InlineData("2025-03-24 09:20:00Z", false)]
    [InlineData("2025-03-24 08:21:01Z", false)]
    [InlineData("2025-03-24 08:21:00Z", true)]
    [InlineData("2025-03-24 17:21:00", true)]
    [InlineData("2025-03-24 17:21:01", false)]
    public void In_Singapore_a_record_must_be_late_enough_in_either_zone(string after, bool isMet)
    {
        using WatchedService service = new();
        using SearchEngineClient client = service.MakeClient("SGN");
        service.Tells("1", Told.Nodes("a complete 17:25:00", Action));

        Assert.Equal(isMet, service.Watch(null, service.Target(null, Time(after), client)).Ending().Outcome == WatchOutcome.Completed);
    }

    [Fact]
    public void In_Singapore_the_session_may_say_the_zone()
    {
        using WatchedService service = new();
        using SearchEngineClient client = service.MakeClient("SGN", TimeSpan.FromHours(8));
        service.Tells("1", Told.Nodes("a complete 17:25:00", Action));

        service.Watch(null, service.Target(null, Time("2025-03-24 09:21:00Z"), client)).EndsCompleted();
    }

    [Theory]
    [InlineData("16:29:00", false)]
    [InlineData("17:29:00", true)]
    public void In_Singapore_an_upgrade_counts_as_just_over_only_where_it_is_in_either_zone(string lastChange, bool counts)
    {
        // 16:30 or 17:30 there; what is an hour ahead in one zone is plausible in the other.
        using WatchedService service = new();
        using SearchEngineClient client = service.MakeClient("SGN");
        service.Tells("1", Told.Nodes($"a complete {lastChange}", "16:20:00"));

        Assert.Equal(counts, service.Watch(null, service.Target(client: client)).Ending().Outcome == WatchOutcome.Completed);
    }

    [Fact]
    public void A_record_without_a_readable_date_never_matches()
    {
        foreach (string action in new[] { "-", "soon", "2025-13-01 00:00:00" })
        {
            WatchAs("2150", null, Told.Nodes("a complete 17:25:00", action)).EndsWith(NcpErrorId.RollingUpgradeNotStarted);
        }
    }

    [Fact]
    public void An_error_of_the_service_is_part_of_the_grace()
    {
        WatchLog log = WatchAs("2150", null, Told.Refused.Times(5), Told.Begun, Told.Done);

        log.EndsCompleted(at: Seconds(60));
        Assert.Equal(5, log.Of(RollingUpgradeEventKind.ReadingFailed).Count());
        Assert.Contains("10107", WatchAs("2150", null, Told.Refused).EndsWith(NcpErrorId.RollingUpgradeNotStarted, at: Seconds(300)));
    }

    private static RequestTime Time(string text) => text.Length > 19
        ? RequestTime.At(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
        : RequestTime.At(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static bool IsDone(string? version, RequestTime after) =>
        WatchAs(version, after, Told.Nodes("a complete 17:25:00", Action)).Ending().Outcome == WatchOutcome.Completed;

    private static WatchLog WatchAs(string? version, RequestTime? after, params object[] answers)
    {
        using WatchedService service = new();
        return service.Tells("1", answers).Watch(null, service.Target(version, after));
    }
}
