using System.CommandLine;
using BenchmarkDotNet.Running;

namespace NcpSearchEngine.Benchmarks;

/// <summary><c>parts</c>: BenchmarkDotNet over single parts of client and module.</summary>
internal static class PartsCommand
{
    internal static Command Create()
    {
        Argument<string[]> arguments = new("arguments") { Description = "What BenchmarkDotNet takes, such as --filter *Signing*.", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("parts", "Measures single parts by BenchmarkDotNet; arguments after -- are its own.") { arguments };
        command.SetAction(result => { BenchmarkSwitcher.FromAssembly(typeof(PartsCommand).Assembly).Run(result.GetValue(arguments)); });
        return command;
    }
}
