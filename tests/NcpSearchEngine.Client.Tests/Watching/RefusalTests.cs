using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>Answers that say no: in the first reading they end a wait, later only when they keep saying it.</summary>
public class RefusalTests
{
    public static TheoryData<string, NcpErrorId> Refusals => new()
    {
        { "401", NcpErrorId.AuthenticationFailed },
        { "401 without a date", NcpErrorId.ClockSkew },
        { "401/210", NcpErrorId.PermissionDenied },
        { "403", NcpErrorId.PermissionDenied },
        { "404", NcpErrorId.RouteNotFound },
        { "code", NcpErrorId.ServiceError },
        { "code at 500", NcpErrorId.ServiceError },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void The_first_reading_that_is_refused_ends_the_wait(string refusal, NcpErrorId expected)
    {
        using WatchedService service = new();

        service.Tells("1", Find(refusal)).Watch().EndsWith(expected, at: TimeSpan.Zero);

        Assert.Single(service.Readings);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void So_does_one_after_nothing_but_trouble(string refusal, NcpErrorId expected) =>
        WatchOne(null, Told.Unavailable, Told.NoConnection, Told.Throttled, Find(refusal)).EndsWith(expected);

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Where_an_upgrade_is_named_only_an_error_of_the_service_is_part_of_the_grace(string refusal, NcpErrorId expected)
    {
        using WatchedService service = new();
        service.Tells("1", Find(refusal));

        bool isGrace = expected == NcpErrorId.ServiceError;

        service.Watch(null, service.Target("2150")).EndsWith(isGrace ? NcpErrorId.RollingUpgradeNotStarted : expected, Seconds(isGrace ? 300 : 0));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void After_a_good_reading_it_takes_three_running_over_a_minute(string refusal, NcpErrorId expected)
    {
        // Seconds between readings, and the number of the refusal that ends it.
        foreach ((int interval, int count) in new[] { (1, 61), (10, 7), (20, 4), (30, 3), (60, 3), (600, 3) })
        {
            using WatchedService service = new();

            service.Tells("1", Told.Half, Find(refusal)).Watch(new() { PollInterval = Seconds(interval) })
                .EndsWith(expected, at: Seconds(interval * count));

            Assert.Equal(1 + count, service.Readings.Count);
        }
    }

    [Fact]
    public void Refusals_of_different_kinds_run_on()
    {
        WatchLog log = WatchOne(
            new() { PollInterval = Seconds(30) }, Told.Half, Told.WrongKey, Told.Refused, Told.Forbidden, Told.Done);

        log.EndsWith(NcpErrorId.PermissionDenied, at: Seconds(90));
    }

    public static TheoryData<string> Interruptions => new() { "good", "503", "429", "connection", "garbage" };

    [Theory]
    [MemberData(nameof(Interruptions))]
    public void Anything_else_between_them_begins_the_count_anew(string interruption)
    {
        Answer other = interruption == "good" ? Told.Half.AsAnswer() : TroubleTests.Find(interruption);

        WatchOne(new() { PollInterval = Seconds(30) }, Told.Half, Round(2), Round(2), Round(2), Told.Done).EndsCompleted();
        if (interruption != "429")
        {
            WatchOne(null, Told.Half, Round(6), Round(6), Round(6), Told.Done).EndsCompleted();
        }

        IEnumerable<Answer> Round(int count) => [.. Told.WrongKey.Times(count), other];
    }

    [Fact]
    public void One_cluster_that_is_refused_ends_no_other()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Forbidden).Tells("2", Told.Half, Told.Done);

        WatchLog log = service.Watch();

        log.EndsWith(NcpErrorId.PermissionDenied, at: TimeSpan.Zero, no: "1");
        log.EndsCompleted(no: "2");
    }

    [Fact]
    public void A_client_that_is_closed_ends_the_wait()
    {
        using WatchedService service = new();
        service.Tells("1", (index, _) =>
        {
            if (index < 2)
            {
                return Told.Half.AsAnswer();
            }

            service.Client.Dispose();
            return Told.NoConnection;
        });

        service.Watch().EndsWith(NcpErrorId.SessionClosed, at: Seconds(20));
    }

    private static Answer Find(string refusal) => refusal switch
    {
        "401" => Told.WrongKey,
        "401 without a date" => Told.WrongKey with { Date = null },
        "401/210" => Told.NotSubscribed,
        "403" => Told.Forbidden,
        "404" => Told.NoRoute,
        "code" => Told.Refused,
        _ => Answer.Service("10107", 500),
    };
}
