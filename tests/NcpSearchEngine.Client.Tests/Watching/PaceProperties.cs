using CsCheck;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>The service is never asked more often than was agreed, whatever it answers.</summary>
public class PaceProperties
{
    private static readonly Answer[] _answers =
    [
        Told.Half.AsAnswer(), Told.Half.AsAnswer(), Told.Begun.AsAnswer(), Told.Nothing.AsAnswer(), Told.Done.Uncounted().AsAnswer(),
        Told.Nodes("a running 17:25:00").AsAnswer(), Told.Nodes("a failed 17:25:00").AsAnswer(), Told.Unavailable, Told.NoConnection, Told.Silence,
        Told.Throttled, Told.Throttled, Told.WrongKey, Told.Refused, Answer.Text("<html>"),
    ];

    private static readonly Gen<(int Interval, int Limit, int DelaySeconds, Answer[][] Answers)> _waits = Gen.Select(
        Gen.Int[1, 90], Gen.Int[1, 4], Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 40])), Gen.OneOf(_answers).Array[1, 40].Array[1, 6]);

    [Fact]
    public void Readings_of_a_cluster_are_an_interval_apart_and_their_number_is_bounded_by_it() => _waits.Sample(
        static wait =>
        {
            TimeSpan limit = TimeSpan.FromMinutes(20);
            TimeSpan interval = TimeSpan.FromSeconds(wait.Interval);
            using WatchedService service = new() { Delay = TimeSpan.FromSeconds(wait.DelaySeconds) };
            for (int i = 0; i < wait.Answers.Length; i++)
            {
                // The first is good, so that most waits last.
                service.Tells($"{i}", [Told.Half, .. wait.Answers[i]]);
            }

            WatchLog log = service.Watch(new() { PollInterval = interval, ThrottleLimit = wait.Limit, Timeout = limit });

            Assert.True(service.MostOpen <= wait.Limit);
            Assert.Equal(0, service.Open);
            Assert.True(log.EndedAt <= limit);
            foreach (string no in service.Clusters)
            {
                TimeSpan[] readings = service.ReadingsOf(no);
                Happening end = log.Ending(no);
                Assert.True(readings.Length <= (end.At / interval) + 1);
                Assert.All(readings.Zip(readings.Skip(1)), pair => Assert.True(pair.Second - pair.First >= interval));
                Assert.All(readings, reading => Assert.True(reading <= end.At));
                Assert.All(log.All.SkipWhile(happening => happening != end).Skip(1), happening => Assert.NotEqual(no, happening.No));
            }
        },
        iter: 500,
        threads: 2);
}
