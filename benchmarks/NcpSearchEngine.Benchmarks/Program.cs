using System.CommandLine;
using NcpSearchEngine.Benchmarks;

RootCommand root = new("What the module costs. Build with -c Release.")
{
    PartsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
