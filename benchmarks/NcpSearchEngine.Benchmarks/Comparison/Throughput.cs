using System.Diagnostics;
using System.Globalization;
using NcpSearchEngine.Benchmarks.Hosting;
using NcpSearchEngine.Benchmarks.References;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>Many clusters of 8 nodes through the pipeline.</summary>
internal sealed class Throughput : IDisposable
{
    internal const int Nodes = 8;

    private readonly ServerProcess _server;
    private readonly Engine _engine;

    internal Throughput(ServerProcess server)
    {
        _server = server;
        _engine = new Engine(typeof(BareProgressCommand));
        _engine.Run("Import-Module -Name $args[0] -ErrorAction Stop", Repository.Module);
    }

    /// <summary>Against the same calls on a bare HttpClient.</summary>
    internal Row AgainstHttpClient(int rounds, int clusters, int throttle, int delayMs, double budget)
    {
        Connect(delayMs);
        using BareClient client = Bare(delayMs);
        string[] numbers = Numbers(clusters);
        Pair pair = Pair.Interleave(
            rounds,
            warmUps: 1,
            () => Time(() => Get(numbers, throttle)),
            () => Time(() => client.ReadAllAsync(numbers, throttle).GetAwaiter().GetResult()));
        return Row.Of($"{clusters:#,0} clusters, -ThrottleLimit {throttle}, {delayMs} ms delay, against HttpClient alone", pair, "ms", budget);
    }

    /// <summary>Against the bare cmdlet, in time and in bytes.</summary>
    internal IEnumerable<Row> AgainstBareCmdlet(int rounds, int clusters, int throttle, double budget, double bytesBudget)
    {
        Connect(delayMs: 0);
        using BareClient client = Bare(delayMs: 0);
        string[] numbers = Numbers(clusters);
        List<Cost> ours = [], reference = [];
        Pair pair = Pair.Interleave(
            rounds,
            warmUps: 3,
            () => Time(() => ours.Add(CostOf(() => Get(numbers, throttle)))),
            () => Time(() => reference.Add(CostOf(() => _engine.Run($"$args[0] | Get-BareProgress -Client $args[1] -ThrottleLimit {throttle} | Out-Null", numbers, client)))));
        yield return Row.Of($"{clusters:#,0} clusters, -ThrottleLimit {throttle}, 0 ms delay, against the bare cmdlet", pair, "ms", budget);
        if (bytesBudget > 0)
        {
            Pair processor = new([.. ours.Skip(3).Select(static cost => cost.ProcessorMs)], [.. reference.Skip(3).Select(static cost => cost.ProcessorMs)]);
            yield return Row.Of("processor time of that", processor, "ms");
            Pair bytes = new([.. ours.Skip(3).Select(static cost => cost.Bytes)], [.. reference.Skip(3).Select(static cost => cost.Bytes)]);
            yield return Row.Of("bytes allocated a reading, against the bare cmdlet", bytes, "B", bytesBudget, per: clusters);
        }
    }

    /// <summary>A summary a cluster against a node each: what the rest of the work costs.</summary>
    internal Row Summary(int rounds, int clusters, int throttle)
    {
        Connect(delayMs: 0);
        string[] numbers = Numbers(clusters);
        Pair pair = Pair.Interleave(rounds, warmUps: 1, () => CostOf(() => Get(numbers, throttle, "-Summary")).Bytes, () => CostOf(() => Get(numbers, throttle)).Bytes);
        return Row.Of("bytes allocated a reading with -Summary, against without", pair, "B", per: clusters);
    }

    /// <summary>That the server is not what is measured: how much of a core it uses meanwhile, and how fast it is where bare sockets ask.</summary>
    internal IEnumerable<Row> ServerHeadroom(int rounds, int clusters, int throttle)
    {
        Connect(delayMs: 0);
        string[] numbers = Numbers(clusters);
        Pair busy = Pair.Interleave(
            rounds,
            warmUps: 1,
            () =>
            {
                TimeSpan before = _server.ProcessorTime;
                Get(numbers, throttle);
                return (_server.ProcessorTime - before).TotalMilliseconds;
            },
            () => Time(() => Get(numbers, throttle)));
        yield return Row.Of($"the server's processor time for {clusters:#,0} answers, against the time that we take", busy, "ms");
        Pair alone = Pair.Interleave(
            rounds,
            warmUps: 1,
            () => Time(() => SocketLoad.Run(_server.Endpoint(Nodes, 0), clusters, throttle)),
            () => Time(() => Get(numbers, throttle)));
        yield return Row.Of($"{clusters:#,0} answers to bare sockets, against the time that we take", alone, "ms");
    }

    public void Dispose() => _engine.Dispose();

    internal static string[] Numbers(int count) => [.. Enumerable.Range(3_000_000, count).Select(static no => no.ToString(CultureInfo.InvariantCulture))];

    private void Get(string[] numbers, int throttle, string more = "") =>
        _engine.Run($"$args[0] | Get-NcpRollingUpgradeProgress -ThrottleLimit {throttle} {more} | Out-Null", [numbers]);

    private void Connect(int delayMs) => _engine.Connect(_server.Endpoint(Nodes, delayMs), ServerProcess.AccessKey, ServerProcess.SecretKey);

    private BareClient Bare(int delayMs) => new(_server.Endpoint(Nodes, delayMs), ServerProcess.AccessKey, ServerProcess.SecretKey);

    private static double Time(Action action)
    {
        Stopwatch watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static Cost CostOf(Action action)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        action();
        return new Cost(GC.GetTotalAllocatedBytes(precise: true) - bytes, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    private sealed record Cost(double Bytes, double ProcessorMs);
}
