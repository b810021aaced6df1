using System.CommandLine;
using NcpSearchEngine.Benchmarks;
using NcpSearchEngine.Benchmarks.Comparison;
using NcpSearchEngine.Benchmarks.Service;
using NcpSearchEngine.Benchmarks.Soak;

// It would be sent from the background, now and then, and make one run unlike the next.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
RootCommand root = new("What the module costs. Build with -c Release.")
{
    CompareCommand.Create(),
    PartsCommand.Create(),
    ServeCommand.Create(),
    SoakCommand.Create(),
};
foreach (Command child in FreshProcess.ChildCommands().Concat(LongWait.ChildCommands()))
{
    root.Add(child);
}

return await root.Parse(args).InvokeAsync();
