using System.Diagnostics;
using System.Globalization;
using NcpSearchEngine.Benchmarks.Hosting;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>From one to ten thousand: clusters, and nodes of one cluster.</summary>
internal static class Growth
{
    internal static readonly int[] Sizes = [1, 10, 100, 1_000, 10_000];

    /// <summary>The most that a piece may cost among ten thousand, against among a thousand.</summary>
    private const double Linear = 1.3;

    internal static IEnumerable<Row> Clusters(int rounds, Uri endpoint)
    {
        using Engine engine = Connected(endpoint);
        List<Cost> costs = [];
        foreach (int clusters in Sizes)
        {
            string[] numbers = Throughput.Numbers(clusters);
            costs.Add(Measure(rounds, clusters, () => engine.Run("$args[0] | Get-NcpRollingUpgradeProgress -ThrottleLimit 16 | Measure-Live", [numbers])));
        }

        foreach (Row row in Rows("cluster", costs))
        {
            yield return row;
        }
    }

    internal static IEnumerable<Row> Nodes(int rounds, Func<int, Uri> endpointOf)
    {
        List<Cost> costs = [];
        foreach (int nodes in Sizes)
        {
            using Engine engine = Connected(endpointOf(nodes));
            costs.Add(Measure(rounds, nodes, () => engine.Run("Get-NcpRollingUpgradeProgress 3427188 | Measure-Live")));
        }

        foreach (Row row in Rows("node", costs))
        {
            yield return row;
        }
    }

    private static Engine Connected(Uri endpoint)
    {
        Engine engine = Engine.Connected(endpoint, ServerProcess.AccessKey, ServerProcess.SecretKey, typeof(MeasureLiveCommand));
        return engine;
    }

    private static Cost Measure(int rounds, int size, Action run)
    {
        // Small ones vary more and cost nothing.
        int repeats = Math.Clamp(size >= 10_000 ? rounds / 6 : rounds, 3, 30);
        run();
        List<double> times = [], live = [];
        for (int i = 0; i < repeats; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            run();
            times.Add(watch.Elapsed.TotalMicroseconds);
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        MeasureLiveCommand.MeasuresAtTheEnd = true;
        run();
        MeasureLiveCommand.MeasuresAtTheEnd = false;
        live.Add(Math.Max(0, MeasureLiveCommand.Live - before));
        return new Cost(size, Pair.Median([.. times]) / size, live[0]);
    }

    private static IEnumerable<Row> Rows(string piece, List<Cost> costs)
    {
        foreach (Cost cost in costs)
        {
            yield return new Row(
                string.Create(CultureInfo.InvariantCulture, $"{cost.Size:#,0} {piece}{(cost.Size == 1 ? "" : "s")}"),
                Row.Text(cost.Microseconds, $"µs a {piece}"),
                "",
                Row.Text(cost.Live / 1024, "KiB held"),
                "",
                null);
        }

        double ratio = costs[^1].Microseconds / costs[^2].Microseconds;
        yield return new Row(
            $"time a {piece} among 10,000, against among 1,000",
            Row.Text(costs[^1].Microseconds, "µs"),
            Row.Text(costs[^2].Microseconds, "µs"),
            string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}"),
            string.Create(CultureInfo.InvariantCulture, $"linear ({Linear:0.0} ×)"),
            ratio <= Linear);
    }

    private sealed record Cost(int Size, double Microseconds, double Live);
}
