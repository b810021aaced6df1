using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using NcpSearchEngine.Benchmarks.Hosting;

namespace NcpSearchEngine.Benchmarks.Parts;

/// <summary>Loads the client from output/, where no module has loaded it before.</summary>
internal static class ShippedClient
{
#pragma warning disable CA2255 // An application's own initializer: BenchmarkDotNet finds the classes before any code of this project runs.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        name.Name == "NcpSearchEngine.Client" ? context.LoadFromAssemblyPath(Path.Combine(Repository.Module, "bin", "net8.0", "NcpSearchEngine.Client.dll")) : null;
}
