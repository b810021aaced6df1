using System.Globalization;
using static NcpSearchEngine.Client.Tests.Watching.Waits;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>A thousand clusters in one wait.</summary>
public class ManyClustersTests
{
    private const int Count = 1000;

    /// <summary>How a cluster answers, and how it ends: null is done.</summary>
    private static readonly (object[] Answers, NcpErrorId? End)[] _kinds =
    [
        ([Told.Done], null),
        ([Told.Begun, Told.Half, Told.Done], null),
        ([Told.Half, Told.Unavailable.Times(5), Told.NoConnection, Told.Done], null),
        ([Told.Half, Told.Nodes("a running 17:25:00, b complete 17:29:00")], null),
        ([Told.Half, Told.Nodes("a complete 17:25:00, b error 17:29:00")], NcpErrorId.RollingUpgradeFailed),
        ([Told.Nodes("a complete 2025-02-01 17:25:00", "2025-02-01 17:20:00")], NcpErrorId.RollingUpgradeNotStarted),
        ([Told.Forbidden], NcpErrorId.PermissionDenied),
        ([Told.Half, Told.Refused], NcpErrorId.ServiceError),
        ([Told.Half], NcpErrorId.RollingUpgradeStalled),
        ([Told.Half, Told.Unavailable], NcpErrorId.RollingUpgradeTimeout),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void All_end_as_they_must_whatever_the_others_do(int delayMilliseconds)
    {
        using WatchedService service = new() { Info = () => Told.Cluster(), Delay = TimeSpan.FromMilliseconds(delayMilliseconds) };
        for (int i = 0; i < Count; i++)
        {
            service.Tells($"{i + 1}", _kinds[i % _kinds.Length].Answers);
        }

        WatchLog log = service.Watch(new() { Timeout = Seconds(900), StallTimeout = Seconds(600) });

        Assert.Equal(Count, log.Of(RollingUpgradeEventKind.Ended).Count());
        foreach (Happening end in log.Of(RollingUpgradeEventKind.Ended))
        {
            int index = int.Parse(end.No!, CultureInfo.InvariantCulture) - 1;
            Assert.Equal(_kinds[index % _kinds.Length].End, end.Event.Cluster!.Error?.ErrorId);
            Assert.Equal(end.Event.Cluster.Error is null, end.Outcome == WatchOutcome.Completed);
        }

        Assert.InRange(service.MostOpen, 1, 16);
        Assert.All(service.Readings.GroupBy(static reading => reading.No), static readings =>
            Assert.All(readings.Zip(readings.Skip(1)), static pair => Assert.True(pair.Second.At - pair.First.At >= Seconds(10))));
    }
}
