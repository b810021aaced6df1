using System.CommandLine;
using System.Diagnostics;
using System.Reflection;
using NcpSearchEngine.Benchmarks.Service;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary><c>compare</c>: every budget from end to end, in one run, as one table.</summary>
internal static class CompareCommand
{
    internal static Command Create()
    {
        Option<int> rounds = new("--rounds") { Description = "How often each thing is measured; fewer for a quick look.", DefaultValueFactory = static _ => 30 };
        Option<string[]> only = new("--only") { Description = $"Only these parts: {string.Join(", ", Sections.Select(static section => section.Name))}.", AllowMultipleArgumentsPerToken = true };
        Option<string?> pwsh = new("--pwsh") { Description = $"The path of a pwsh, to compare with the script that one would write today; '{ScriptOfToday.Tool}' takes the tool that dotnet tool restore brings." };
        Command command = new("compare", "Measures every budget against its reference and prints the table; progress goes to standard error.") { rounds, only, pwsh };
        command.SetAction(result => Run(result.GetValue(rounds), result.GetValue(only) ?? [], result.GetValue(pwsh)));
        return command;
    }

    private static readonly (string Name, Func<Setting, IEnumerable<Row>> Measure)[] Sections =
    [
        ("fresh", static setting => FreshProcess.Measure(setting.Rounds, setting.Server)),
        ("throughput", MeasureThroughput),
        ("wait", static setting => LongWait.Measure(setting.Rounds, setting.Server.Endpoint(8, 30), setting.Server.Endpoint(8, 0))),
        ("cancel", static setting => Cancellation.Measure(setting.Rounds, setting.Server.Endpoint(8, 30), setting.Server.Endpoint(8, MuteMs))),
        ("growth", static setting => [.. Growth.Clusters(setting.Rounds, setting.Server.Endpoint(8, 0)), .. Growth.Nodes(setting.Rounds, nodes => setting.Server.Endpoint(nodes, 0))]),
        ("script", static setting => setting.Pwsh is null ? [] : new ScriptOfToday(setting.Pwsh).Measure(setting.Rounds, setting.Server.Endpoint(8, 30))),
    ];

    /// <summary>So long that a request hangs.</summary>
    private const int MuteMs = 600_000;

    private static int Run(int rounds, string[] only, string? pwsh)
    {
        if (typeof(RequestSignature).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            Console.Error.WriteLine("output/ holds a debug build, whose figures mean nothing. Run this by: dotnet run -c Release --project benchmarks/NcpSearchEngine.Benchmarks -- compare");
            return 2;
        }

        Stopwatch watch = Stopwatch.StartNew();
        using ServerProcess server = new([(8, 0), (8, 30), (8, MuteMs), .. Growth.Sizes.Select(static nodes => (nodes, 0))]);
        Setting setting = new(rounds, server, pwsh);
        List<Row> rows = [];
        foreach (var (name, measure) in Sections.Where(section => only.Length == 0 || only.Contains(section.Name)))
        {
            Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} {name}");
            foreach (Row row in measure(setting))
            {
                Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss}   {row.What}: {row.Ours}, {row.Reference}, {row.Ratio}");
                rows.Add(row);
            }
        }

        Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} done");
        foreach (string line in Row.Table(rows))
        {
            Console.WriteLine(line);
        }

        if (pwsh is null && (only.Length == 0 || only.Contains("script")))
        {
            Console.WriteLine();
            Console.WriteLine("Not run, since --pwsh was not given: the comparison with a script of Invoke-RestMethod, and the import in a real pwsh.");
        }

        return rows.Any(static row => row.Met == false) ? 1 : 0;
    }

    private static IEnumerable<Row> MeasureThroughput(Setting setting)
    {
        using Throughput throughput = new(setting.Server);
        yield return throughput.AgainstHttpClient(setting.Rounds, 1_000, throttle: 16, delayMs: 30, budget: 1.1);
        yield return throughput.AgainstHttpClient(setting.Rounds, 80, throttle: 5, delayMs: 30, budget: 0);
        yield return throughput.AgainstHttpClient(setting.Rounds, 16, throttle: 1, delayMs: 30, budget: 0);
        foreach (int throttle in new[] { 16, 5, 1 })
        {
            foreach (Row row in throughput.AgainstBareCmdlet(setting.Rounds, 1_000, throttle, throttle == 16 ? 1.3 : 0, throttle == 16 ? 1.5 : 0))
            {
                yield return row;
            }
        }

        yield return throughput.Summary(setting.Rounds, 1_000, throttle: 16);
        foreach (Row row in throughput.ServerHeadroom(setting.Rounds, 1_000, throttle: 16))
        {
            yield return row;
        }
    }

    private sealed record Setting(int Rounds, ServerProcess Server, string? Pwsh);
}
