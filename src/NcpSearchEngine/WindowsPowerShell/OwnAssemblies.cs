using System.Management.Automation;
using System.Reflection;

namespace NcpSearchEngine.WindowsPowerShell;

/// <summary>Gives the assemblies of this module's folder to each other, whatever version of one the other was compiled against.</summary>
/// <remarks>
/// .NET Framework takes only the very version that a reference names, and .NET's own packages refer to older ones of each other. A program has
/// binding redirects for that; a module has only this event, which the whole process shares. So it answers no request but one that an assembly of
/// this folder makes, by the very name that stands in it, and gives only what lies in this folder. It needs none of those assemblies itself.
/// </remarks>
public sealed class OwnAssemblies : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly object _gate = new();

    /// <summary>How many runspaces have the module: the last one that removes it takes the handler along.</summary>
    private static int _imports;

    /// <inheritdoc/>
    public void OnImport()
    {
        lock (_gate)
        {
            if (_imports++ == 0)
            {
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }
        }
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        lock (_gate)
        {
            if (--_imports == 0)
            {
                AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
            }
        }
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        AssemblyName wanted = new(request.Name);
        return FileOf(wanted) is { } file && IsNewEnough(file, wanted) && IsAskedByUs(request, wanted) ? Assembly.LoadFrom(file) : null;
    }

    /// <summary>.NET Framework mostly does not tell who asks. Whoever it is has been loaded, and names what it asks for.</summary>
    private static bool IsAskedByUs(ResolveEventArgs request, AssemblyName wanted) => request.RequestingAssembly is { } asking
        ? IsOurs(asking)
        : AppDomain.CurrentDomain.GetAssemblies().Any(loaded => IsOurs(loaded) && Array.Exists(loaded.GetReferencedAssemblies(), name => name.FullName == wanted.FullName));

    /// <summary>By identity, not by place: .NET Framework shares one assembly among all who bring the same, from wherever it came first.</summary>
    private static bool IsOurs(Assembly assembly) =>
        FileOf(assembly.GetName()) is { } file && AssemblyName.GetAssemblyName(file).FullName == assembly.FullName;

    private static bool IsNewEnough(string file, AssemblyName wanted)
    {
        AssemblyName found = AssemblyName.GetAssemblyName(file);
        return found.Version >= wanted.Version && new AssemblyName(found.FullName) { Version = wanted.Version }.FullName == wanted.FullName;
    }

    private static string? FileOf(AssemblyName name) => Array.Find(
        Directory.GetFiles(Path.GetDirectoryName(typeof(OwnAssemblies).Assembly.Location)!, "*.dll"),
        file => string.Equals(Path.GetFileNameWithoutExtension(file), name.Name, StringComparison.OrdinalIgnoreCase));
}
