using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Runtime;
using NcpSearchEngine.Benchmarks.Hosting;
using NcpSearchEngine.Benchmarks.References;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>Import and first result, each time in a process of its own.</summary>
internal static class FreshProcess
{
    private const string Ours = "first-result";
    private const string Reference = "first-call";

    internal static IEnumerable<Command> ChildCommands()
    {
        Argument<string> endpoint = new("endpoint");
        foreach (string name in new[] { Ours, Reference })
        {
            Command command = new(name) { endpoint };
            command.Hidden = true;
            command.SetAction(result => Print(name, new Uri(result.GetValue(endpoint)!)));
            yield return command;
        }
    }

    internal static IEnumerable<Row> Measure(int rounds, ServerProcess server)
    {
        List<double[]> ours = [], reference = [];
        string endpoint = server.Endpoint(8, 0).ToString();
        Pair.Interleave(
            rounds,
            warmUps: 1,
            () => Add(ours, ThisProgram.Measure(Ours, endpoint)),
            () => Add(reference, ThisProgram.Measure(Reference, endpoint)));
        yield return Row.Of("Import-Module in a fresh process, against an empty module", Of(0), "ms", budget: 1.3);
        yield return Row.Of("first result in a fresh process (import, connect, get), against import of the empty module and one signed HttpClient call", Of(1), "ms", budget: 1.5);
        yield return Row.Of("processor time of the import", Of(2), "ms");
        yield return Row.Of("processor time of the first result", Of(3), "ms");
        yield return Row.Of("assemblies loaded by then", Of(4), "");
        yield return Row.Of("methods compiled by then", Of(5), "");

        Pair Of(int figure) => new([.. ours.Skip(1).Select(figures => figures[figure])], [.. reference.Skip(1).Select(figures => figures[figure])]);

        static double Add(List<double[]> all, double[] figures)
        {
            all.Add(figures);
            return 0;
        }
    }

    private static void Print(string name, Uri endpoint)
    {
        // As a CI step has them.
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", ServerProcess.AccessKey);
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", ServerProcess.SecretKey);
        using Engine engine = new();
        int assemblies = AppDomain.CurrentDomain.GetAssemblies().Length;
        Stopwatch watch = Stopwatch.StartNew();
        long compiledBefore = JitInfo.GetCompiledMethodCount();
        TimeSpan imported, first, processorBefore = Environment.CpuUsage.TotalTime, processorOfImport;
        if (name == Ours)
        {
            engine.Run($"Import-Module -Name '{Repository.Module}'");
            imported = watch.Elapsed;
            processorOfImport = Environment.CpuUsage.TotalTime - processorBefore;
            engine.Run($"Connect-NcpSearchEngine -Endpoint {endpoint.GetLeftPart(UriPartial.Authority)}");
            IReadOnlyList<PSObject> nodes = engine.Run("Get-NcpRollingUpgradeProgress 3427188");
            first = watch.Elapsed;
            ArgumentOutOfRangeException.ThrowIfNotEqual(nodes.Count, 8);
        }
        else
        {
            engine.Run($"Import-Module -Name '{Repository.EmptyModule}'");
            imported = watch.Elapsed;
            processorOfImport = Environment.CpuUsage.TotalTime - processorBefore;
            using BareClient client = new(endpoint, ServerProcess.AccessKey, ServerProcess.SecretKey);
            byte[] answer = client.ReadAsync("3427188").GetAwaiter().GetResult();
            first = watch.Elapsed;
            ArgumentOutOfRangeException.ThrowIfZero(answer.Length);
        }

        TimeSpan processorOfFirst = Environment.CpuUsage.TotalTime - processorBefore;
        foreach (double figure in new[]
        {
            imported.TotalMilliseconds, first.TotalMilliseconds, processorOfImport.TotalMilliseconds, processorOfFirst.TotalMilliseconds,
            AppDomain.CurrentDomain.GetAssemblies().Length - assemblies, JitInfo.GetCompiledMethodCount() - compiledBefore,
        })
        {
            Console.WriteLine(figure.ToString(CultureInfo.InvariantCulture));
        }
    }
}
