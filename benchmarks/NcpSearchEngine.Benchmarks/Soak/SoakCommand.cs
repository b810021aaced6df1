using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using NcpSearchEngine.Benchmarks.Hosting;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Soak;

/// <summary><c>soak</c>: many readings through one wait, as fast as they go, and what they leave behind.</summary>
/// <remarks>
/// The cmdlet in the engine, over HTTP, at an emulator in another process: a hundred clusters whose upgrades proceed, 5 % of the answers a
/// 503 and 2 % of them cut off. Time is hurried, so that an interval of 10 seconds takes 10 ms.
/// </remarks>
internal static class SoakCommand
{
    private const int Clusters = 100;
    private const int FirstCluster = 5000001;
    private const int WarmUp = 1_000;
    private const int Step = 10_000;
    private const int TimeFactor = 1_000;

    internal static Command Create()
    {
        Option<int> readings = new("--readings") { Description = "How many readings.", DefaultValueFactory = static _ => 100_000 };
        Command command = new("soak", "Reads through one wait as fast as it goes and prints memory, handles and threads; fails where they grow.") { readings };
        command.SetAction(result => Run(result.GetValue(readings)));
        return command;
    }

    private static int Run(int readings)
    {
        using EmulatorProcess emulator = new(
            "--no-examples", "--clusters", Clusters.ToString(CultureInfo.InvariantCulture), "--nodes", "12", "--speed", "1",
            "--fault", "503/500 5% seed 7", "--fault", "truncate 2% seed 8");
        using Engine engine = Connected(emulator.Endpoint);
        using PowerShell wait = engine.Create(
            "$args | Wait-NcpRollingUpgrade -Summary -TimeoutSec 0",
            Enumerable.Range(FirstCluster, Clusters).Select(static no => no.ToString(CultureInfo.InvariantCulture)).ToArray());
        IAsyncResult running = wait.BeginInvoke();

        Console.WriteLine("| readings | managed KiB | working set MiB | handles | threads | readings/s |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
        ProcessFigures? first = null;
        ProcessFigures? last = null;
        Stopwatch watch = Stopwatch.StartNew();
        foreach (int goal in Enumerable.Range(0, (readings / Step) + 1).Select(static i => Math.Max(WarmUp, i * Step)))
        {
            while (emulator.Requests < goal)
            {
                if (running.IsCompleted)
                {
                    throw new InvalidOperationException("The wait ended: " + string.Join("; ", wait.Streams.Error));
                }

                // A host shows these and lets them go.
                wait.Streams.ClearStreams();
                Thread.Sleep(20);
            }

            double rate = goal / watch.Elapsed.TotalSeconds;
            last = ProcessFigures.Now();
            first ??= last;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {goal:N0} | {last.ManagedBytes / 1024:N0} | {last.WorkingSetBytes >> 20} | {last.Handles} | {last.Threads} | {rate:N0} |"));
        }

        long stopping = Stopwatch.GetTimestamp();
        wait.Stop();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Stopped in {Stopwatch.GetElapsedTime(stopping).TotalMilliseconds:0.0} ms."));
        bool isFlat = last!.IsFlatSince(first!);
        Console.WriteLine(isFlat ? "Flat." : "NOT flat: more than 1 MiB, 4 handles or 8 threads more than after the first thousand.");
        return isFlat ? 0 : 1;
    }

    private static Engine Connected(Uri endpoint)
    {
        Engine engine = new();
        engine.Run("Import-Module -Name $args[0] -ErrorAction Stop", Repository.Module);
        new ModuleClock(TimeFactor) { KeepsDate = true }.UseIn(engine);

        // An hour for a request, which is 3.6 s of real time.
        engine.Connect(endpoint, ServerProcess.AccessKey, ServerProcess.SecretKey, "-TimeoutSec 3600");
        return engine;
    }
}
