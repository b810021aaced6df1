using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using NcpSearchEngine.Benchmarks.Hosting;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>From Ctrl+C to the prompt.</summary>
internal static class Cancellation
{
    private const double BudgetMs = 50;

    /// <summary>How long something runs before it is stopped.</summary>
    private static readonly TimeSpan _runsFor = TimeSpan.FromMilliseconds(150);

    /// <param name="rounds">How often.</param>
    /// <param name="prompt">A service that answers.</param>
    /// <param name="mute">A service that does not answer.</param>
    internal static IEnumerable<Row> Measure(int rounds, Uri prompt, Uri mute)
    {
        yield return Measure("Ctrl+C in a wait between two readings", rounds, prompt, "Wait-NcpRollingUpgrade 3427188");
        yield return Measure("Ctrl+C in a wait for 1,000 clusters", rounds, prompt, "3000000..3000999 | Wait-NcpRollingUpgrade -PollIntervalSec 1");
        yield return Measure("Ctrl+C in a wait while a request hangs", rounds, mute, "Wait-NcpRollingUpgrade 3427188");
        yield return Measure("Ctrl+C in a get while a request hangs", rounds, mute, "Get-NcpRollingUpgradeProgress 3427188");
    }

    private static Row Measure(string what, int rounds, Uri endpoint, string script)
    {
        using Engine engine = Engine.Connected(endpoint, ServerProcess.AccessKey, ServerProcess.SecretKey);
        double[] times = [.. Enumerable.Range(-1, rounds + 1).Select(_ => Stop(engine, script)).Skip(1)];
        double median = Pair.Median(times);
        return new Row(what, Row.Text(median, "ms"), "", string.Create(CultureInfo.InvariantCulture, $"at most {times.Max():0.#} ms"), "50 ms", median <= BudgetMs);
    }

    private static double Stop(Engine engine, string script)
    {
        using PowerShell shell = engine.Create(script);
        IAsyncResult running = shell.BeginInvoke();
        Thread.Sleep(_runsFor);
        if (running.IsCompleted)
        {
            shell.EndInvoke(running);
            throw new InvalidOperationException($"'{script}' ended by itself.");
        }

        Stopwatch watch = Stopwatch.StartNew();
        shell.Stop();
        return watch.Elapsed.TotalMilliseconds;
    }
}
