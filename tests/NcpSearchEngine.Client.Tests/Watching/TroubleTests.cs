using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>Trouble that passes: it never ends a wait, however long it lasts, and is shown.</summary>
public class TroubleTests
{
    public static TheoryData<string> Troubles => new()
    {
        "429", "500", "503", "504", "connection", "silence", "garbage", "half", "empty", "html 503", "redirect",
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void It_is_tolerated_until_the_time_limit(string trouble)
    {
        using WatchedService service = new();

        WatchLog log = service.Tells("1", Told.Half, Find(trouble)).Watch();

        string message = log.EndsWith(NcpErrorId.RollingUpgradeTimeout, at: TimeSpan.FromHours(8));
        Assert.Contains("(last reading 8 h 0 min ago: ", message);
        int underWayAtTheEnd = trouble == "silence" ? 1 : 0;
        Assert.Equal(service.Readings.Count - 1 - underWayAtTheEnd, log.Of(RollingUpgradeEventKind.ReadingFailed).Count());
        Assert.Equal(0, service.Open);
        Assert.Empty(log.Warnings);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public void It_is_tolerated_from_the_first_reading_and_for_hours(string trouble)
    {
        WatchLog log = WatchOne(new() { Timeout = TimeSpan.Zero }, Find(trouble).Times(30), Told.Half, Find(trouble).Times(30), Told.Done);

        log.EndsCompleted();
    }

    [Fact]
    public void It_is_described_with_its_age()
    {
        using WatchedService service = new();
        service.Tells("1", Told.Unavailable, Told.Half, Told.Unavailable.Times(4), Told.Half, Told.NoConnection, Told.Done);
        DrivenWatch watch = service.Begin();
        List<string?> troubles = [];
        while (watch.MoveNext())
        {
            troubles.Add(watch.Current.Cluster!.DescribeTrouble(service.Clock.GetUtcNow()));
        }

        Assert.Equal(
            [
                "no reading yet: 503 Endpoint Error", null,
                "last reading 10 s ago: 503 Endpoint Error", "last reading 20 s ago: 503 Endpoint Error",
                "last reading 30 s ago: 503 Endpoint Error", "last reading 40 s ago: 503 Endpoint Error", null,
                "last reading 10 s ago: ConnectionFailed", null, null,
            ],
            troubles);
    }

    [Fact]
    public void What_was_read_before_stays_while_readings_fail()
    {
        WatchLog log = WatchOne(new() { Timeout = Seconds(100) }, Told.Half, Told.Unavailable);

        Assert.All(log.All, static happening => Assert.Equal(1, happening.Upgrade!.CompletedCount));
    }

    internal static Answer Find(string trouble) => trouble switch
    {
        "429" => Told.Throttled,
        "500" => Answer.Gateway(500, "900", "Unexpected Error"),
        "503" => Told.Unavailable,
        "504" => Answer.Gateway(504, "510", "Endpoint Timeout"),
        "connection" => Told.NoConnection,
        "silence" => Told.Silence,
        "garbage" => Answer.Text("<html>"),
        "half" => Answer.Text("""{"code":0,"result":{"name":"""),
        "empty" => Answer.Text(string.Empty),
        "html 503" => Answer.Text("<html>", 503),
        _ => Answer.Text(string.Empty, 302),
    };
}
