using System.Globalization;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>A thousand clusters at a service that fails: all end right, and it is asked no more often than was agreed.</summary>
public sealed class LoadTests
{
    private const int Count = 1000;
    private const int Requests = 16;

    /// <summary>The retry policy in numbers: what all calls of a session may spend together, what a retry costs and a success gives back.</summary>
    private const int MaxRetryCount = 4;
    private const int QuotaCapacity = 500;
    private const int QuotaCost = 5;
    private const int QuotaGain = 1;

    private static readonly string[] _clusters = [.. Enumerable.Range(1, Count).Select(static i => i.ToString(CultureInfo.InvariantCulture))];

    [Fact]
    public async Task Get_reads_all_although_a_fifth_of_the_answers_fail()
    {
        (int[][] statuses, int[] attempts) = FifthFails(seed: 20261125);
        HastyClock clock = new();
        await using SearchEngineEmulator emulator = await StartAsync(clock);
        AnswerWith(emulator, (cluster, request) => statuses[cluster][request]);
        using Shell shell = Connected(emulator, clock);

        ShellResult result = shell.Run($"$args[0] | Get-NcpRollingUpgradeProgress -Summary -ThrottleLimit {Requests}", new object[] { _clusters });

        Assert.Null(result.Thrown);
        Assert.Equal(_clusters.Where((_, i) => Heals(i)), result.Values("ServiceGroupInstanceNo"));
        Assert.Equal(
            _clusters.Select((no, i) => (No: no, Id: statuses[i][^1] == 429 ? "Throttled" : "ServiceUnavailable", Heals: Heals(i))).Where(static end => !end.Heals).Select(static end => (end.No, end.Id)),
            result.Errors.Select(static error => ((string)error.TargetObject, error.FullyQualifiedErrorId.Split(',')[0])));
        Assert.NotEmpty(result.Errors);

        Assert.All(_clusters, (no, i) => Assert.Equal(attempts[i], emulator.Requests.CountFor(no)));
        int retries = attempts.Sum(static made => made - 1);
        int healed = attempts.Where((made, i) => made > 1 && Heals(i)).Count();
        int clean = attempts.Count(static made => made == 1);
        Assert.InRange(retries, Count / 5, (QuotaCapacity + (healed * QuotaCost) + (clean * QuotaGain)) / QuotaCost);
        Assert.InRange(emulator.Requests.PeakInFlight, 2, Requests);

        bool Heals(int i) => statuses[i][attempts[i] - 1] == 200;
    }

    [Fact]
    public async Task In_an_outage_the_retries_of_all_clusters_together_are_bounded_and_afterwards_all_is_well()
    {
        HastyClock clock = new();
        await using SearchEngineEmulator emulator = await StartAsync(clock);
        FaultRule outage = emulator.Faults.Add("503/500");
        using Shell shell = Connected(emulator, clock);

        ShellResult during = shell.Run($"$args[0] | Get-NcpRollingUpgradeProgress -Summary -ThrottleLimit {Requests}", new object[] { _clusters });

        Assert.Empty(during.Output);
        Assert.Equal(_clusters, during.Errors.Select(static error => error.TargetObject));
        Assert.All(during.Errors, static error => Assert.StartsWith("ServiceUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(Count + (QuotaCapacity / QuotaCost), emulator.Requests.Count);
        Assert.All(_clusters, no => Assert.InRange(emulator.Requests.CountFor(no), 1, 1 + MaxRetryCount));

        emulator.Faults.Remove(outage);
        emulator.Requests.Clear();
        ShellResult after = shell.Run($"$args[0] | Get-NcpRollingUpgradeProgress -Summary -ThrottleLimit {Requests}", new object[] { _clusters }).ThrowIfFailed();

        Assert.Equal(_clusters, after.Values("ServiceGroupInstanceNo"));
        Assert.Equal(Count, emulator.Requests.Count);
    }

    [Fact]
    public async Task Wait_follows_each_to_its_own_end_although_a_fifth_of_the_answers_fail()
    {
        const int Interval = 60;
        int[][] statuses = FifthFails(seed: 5).Statuses;
        await using WaitFixture wait = await WaitFixture.StartAsync();
        AddClusters(wait.Emulator);
        AnswerWith(wait.Emulator, (cluster, request) => statuses[(cluster + request) % Count][request % statuses[0].Length]);
        DateTimeOffset begin = wait.Clock.GetUtcNow();

        ShellResult result = wait.Run(
            $"$args[0] | Wait-NcpRollingUpgrade -Summary -PollIntervalSec {Interval} -ThrottleLimit {Requests}",
            null,
            new object[] { _clusters });

        Assert.Null(result.Thrown);
        Assert.Equal(
            _clusters.Order(StringComparer.Ordinal),
            result.Values("ServiceGroupInstanceNo").Cast<string>().Order(StringComparer.Ordinal));
        Assert.All(result.Output, static end => Assert.Equal(EndOf((string)end.Properties["ServiceGroupInstanceNo"].Value).State, end.Properties["State"].Value));
        Assert.Equal(
            _clusters.Select(static no => (no, EndOf(no).ErrorId)).Where(static end => end.ErrorId is not null).Order(),
            result.Errors.Select(static error => ((string)error.TargetObject, (string?)error.FullyQualifiedErrorId.Split(',')[0])).Order());

        // No reading is repeated before the next is due, and many failed.
        TimeSpan interval = TimeSpan.FromSeconds(Interval);
        double longest = (wait.Clock.GetUtcNow() - begin) / interval;
        IReadOnlyList<RequestRecord> requests = wait.Emulator.Requests.Snapshot();
        Assert.InRange(requests.Count(static request => request.Status != 200), requests.Count * 0.15, requests.Count * 0.25);
        Assert.All(requests.GroupBy(static request => request.ClusterNo), cluster =>
        {
            Assert.InRange(cluster.Count(), 1, longest + 1);
            Assert.All(cluster.Zip(cluster.Skip(1)), pair => Assert.True(pair.Second.ArrivedAt - pair.First.ArrivedAt >= interval));
        });
        // That there was more than one depends on how fast the machine answers.
        Assert.InRange(wait.Emulator.Requests.PeakInFlight, 1, Requests);
    }

    /// <summary>
    /// What each request for a cluster is answered, and how many it takes until one succeeds or none is left. The first cluster never gets an answer,
    /// which in a thousand might otherwise not happen.
    /// </summary>
    private static (int[][] Statuses, int[] Attempts) FifthFails(int seed)
    {
        int[] failures = [429, 500, 502, 503, 504];
        Random random = new(seed);
        int[][] statuses = [.. _clusters.Select((_, i) => Enumerable.Range(0, 1 + MaxRetryCount)
            .Select(_ => i == 0 || random.NextDouble() < 0.2 ? failures[random.Next(failures.Length)] : 200).ToArray())];
        return (statuses, [.. statuses.Select(static answers => Array.IndexOf(answers, 200) is >= 0 and var index ? index + 1 : answers.Length)]);
    }

    private static void AnswerWith(SearchEngineEmulator emulator, Func<int, int, int> statusOf) => emulator.Faults.Add(FaultAction.Custom((request, next) =>
    {
        string no = request.ClusterNo!;
        int status = statusOf(int.Parse(no, CultureInfo.InvariantCulture) - 1, (int)emulator.Requests.CountFor(no) - 1);
        return status == 200 ? next() : new(new EmulatedAnswer { Status = status });
    }));

    private static async Task<SearchEngineEmulator> StartAsync(TimeProvider clock)
    {
        SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions { TimeProvider = clock });
        AddClusters(emulator);
        return emulator;
    }

    /// <summary>One in ten fails at its first node, and one in ten is never upgraded.</summary>
    private static void AddClusters(SearchEngineEmulator emulator)
    {
        foreach (string no in _clusters)
        {
            emulator.Clusters.Add(new LiveUpgradeCluster(no, "c" + no, new LiveUpgradePlan
            {
                NodeCount = 2,
                SecondsPerNode = 45,
                FailsAtNode = no[^1] == '3' ? 1 : null,
                StartsAfter = no[^1] == '7' ? null : TimeSpan.Zero,
            }));
        }
    }

    private static (string State, string? ErrorId) EndOf(string no) => no[^1] switch
    {
        '3' => ("Failed", "RollingUpgradeFailed"),
        '7' => ("NotStarted", "RollingUpgradeNotStarted"),
        _ => ("Completed", null),
    };

    private static Shell Connected(SearchEngineEmulator emulator, TimeProvider clock)
    {
        Shell shell = new();
        WaitFixture.UseClock(shell, clock);
        shell.Connect(emulator, $"-TimeoutSec {DrivenClock.RequestTimeoutSec} -MaxRetryCount {MaxRetryCount}");
        return shell;
    }
}
