using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using NcpSearchEngine.Benchmarks.Hosting;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>What a wait holds: threads while it waits for a thousand clusters, and memory over a hundred thousand readings. Each in a process of its own.</summary>
internal static class LongWait
{
    private const int Clusters = 1_000;
    private const int Readings = 100_000;
    private const int Step = 10_000;

    /// <summary>What is in flight at the moment of a look makes so much of a difference; ten bytes left behind by each reading would make more.</summary>
    private const double Flatness = 1.1;

    internal static IEnumerable<Command> ChildCommands()
    {
        Argument<string> endpoint = new("endpoint"), script = new("script");
        Command threads = new("wait-threads") { endpoint }, memory = new("memory") { endpoint, script };
        threads.SetAction(result => CountThreads(new Uri(result.GetValue(endpoint)!)));
        memory.SetAction(result => WatchMemory(new Uri(result.GetValue(endpoint)!), result.GetValue(script)!));
        foreach (Command command in new[] { threads, memory })
        {
            command.Hidden = true;
            yield return command;
        }
    }

    internal static IEnumerable<Row> Measure(int rounds, Uri slow, Uri fast)
    {
        double[][] threads = [.. Enumerable.Range(0, Math.Clamp(rounds / 10, 1, 3)).Select(_ => ThisProgram.Measure("wait-threads", slow.ToString()))];
        double one = Pair.Median([.. threads.Select(static counts => counts[0])]), many = Pair.Median([.. threads.Select(static counts => counts[1])]);
        yield return new Row(
            "threads while waiting for 1,000 clusters, against for one", Row.Text(many, ""), Row.Text(one, ""), string.Create(CultureInfo.InvariantCulture, $"+{many - one:0.#}"), "+ 4", many - one <= 4);
        yield return Flat("memory in use over 100,000 readings of Wait, against after the first 1,000", fast, "$args[0] | Wait-NcpRollingUpgrade -TimeoutSec 0 -WarningAction Ignore");
        yield return Flat(
            "memory in use over 100,000 readings of Get, against after the first 1,000", fast, $"$args[0] * {Readings / Clusters} | Get-NcpRollingUpgradeProgress -ThrottleLimit 16 | Out-Null");
    }

    private static Row Flat(string what, Uri endpoint, string script)
    {
        double[] used = ThisProgram.Measure("memory", endpoint.ToString(), script);
        Pair pair = new([.. used.Skip(1)], [.. used.Skip(1).Select(_ => used[0])]);
        double last = Pair.Median(used[^3..]);
        return new Row(
            what,
            Row.Text(last / 1024, "KiB"),
            Row.Text(used[0] / 1024, "KiB"),
            string.Create(CultureInfo.InvariantCulture, $"{last / used[0]:0.00} ({pair.Quartiles.Lower:0.00}–{pair.Quartiles.Upper:0.00})"),
            "flat (1.1 ×)",
            last <= used[0] * Flatness);
    }

    private static void CountThreads(Uri endpoint)
    {
        using Engine engine = Engine.Connected(endpoint, ServerProcess.AccessKey, ServerProcess.SecretKey);
        foreach (int clusters in new[] { 1, Clusters })
        {
            using PowerShell shell = engine.Create("$ProgressPreference = 'SilentlyContinue'; $args[0] | Wait-NcpRollingUpgrade -PollIntervalSec 1", [Throughput.Numbers(clusters)]);
            IAsyncResult running = shell.BeginInvoke();
            Stopwatch watch = Stopwatch.StartNew();
            int most = 0;
            while (watch.Elapsed < TimeSpan.FromSeconds(5) && !running.IsCompleted)
            {
                using Process self = Process.GetCurrentProcess();
                most = Math.Max(most, self.Threads.Count);
                Thread.Sleep(50);
            }

            shell.Stop();
            Console.WriteLine(most.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WatchMemory(Uri endpoint, string script)
    {
        using Engine engine = new();
        engine.Run("Import-Module -Name $args[0] -ErrorAction Stop", Repository.Module);
        new ModuleClock(speed: 50).UseIn(engine);
        engine.Connect(endpoint, ServerProcess.AccessKey, ServerProcess.SecretKey, "-TimeoutSec 3600");
        using HttpClient counter = new();
        long before = Served();
        using PowerShell shell = engine.Create("$ProgressPreference = 'SilentlyContinue'; " + script, [Throughput.Numbers(Clusters)]);
        IAsyncResult running = shell.BeginInvoke();
        for (long next = Clusters; next <= Readings;)
        {
            bool isOver = running.IsCompleted;
            if (Served() - before >= next || isOver)
            {
                Console.WriteLine(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
                next = next == Clusters ? Step : next + Step;
            }

            Thread.Sleep(20);
        }

        shell.Stop();

        long Served() => long.Parse(counter.GetStringAsync(endpoint).GetAwaiter().GetResult(), CultureInfo.InvariantCulture);
    }
}
