using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NcpSearchEngine.Benchmarks.Hosting;

namespace NcpSearchEngine.Benchmarks;

/// <summary><c>parts</c>: BenchmarkDotNet over single parts of client and module.</summary>
internal static class PartsCommand
{
    internal static Command Create()
    {
        Argument<string[]> arguments = new("arguments") { Description = "What BenchmarkDotNet takes, such as --filter *Signing*.", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("parts", "Measures single parts by BenchmarkDotNet; arguments after -- are its own.") { arguments };
        command.SetAction(result =>
        {
            // In this process, so that the client and the module are those of output/, as they ship.
            IConfig config = DefaultConfig.Instance
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
                .WithArtifactsPath(Path.Combine(Repository.Root, "output", "benchmarks", "results"));
            BenchmarkSwitcher.FromAssembly(typeof(PartsCommand).Assembly).Run(result.GetValue(arguments) is { Length: > 0 } given ? given : ["--filter", "*"], config);
        });
        return command;
    }
}
