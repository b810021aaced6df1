using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace NcpSearchEngine.HelpCompiler.Cmdlets;

/// <summary>What the compiled cmdlet tells of itself, as the engine understands it, so that help can't drift from it.</summary>
internal sealed record CmdletFacts(string Name, string HelpUri, IReadOnlyList<ParameterFacts> Parameters, IReadOnlyList<IReadOnlyList<ParameterFacts>> ParameterSets)
{
    /// <summary>Every cmdlet of a module's assembly.</summary>
    internal static IReadOnlyList<CmdletFacts> OfModule(string assemblyPath)
    {
        string folder = Path.GetDirectoryName(assemblyPath)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        return [.. AssemblyLoadContext.Default.LoadFromAssemblyPath(assemblyPath).GetExportedTypes()
            .Where(static type => type.IsDefined(typeof(CmdletAttribute)))
            .Select(static type => Of(new CommandMetadata(type)))
            .OrderBy(static cmdlet => cmdlet.Name, StringComparer.Ordinal)];
    }

    private static CmdletFacts Of(CommandMetadata cmdlet)
    {
        object defaults = Activator.CreateInstance(cmdlet.CommandType)!;
        using IDisposable? disposable = defaults as IDisposable;
        ILookup<string, ParameterFacts> bySet = cmdlet.Parameters.Values
            .SelectMany(parameter => parameter.ParameterSets.Select(set => (set.Key, Facts: ParameterFacts.Of(parameter, set.Value, defaults))))
            .ToLookup(static pair => pair.Key, static pair => pair.Facts);

        // Some cmdlets have no set of their own; then what belongs to all sets is the only one.
        IEnumerable<string> sets = bySet.Select(static set => set.Key).Where(static name => name != ParameterAttribute.AllParameterSets)
            .Append(cmdlet.DefaultParameterSetName ?? ParameterAttribute.AllParameterSets).Distinct()
            .OrderByDescending(name => name == cmdlet.DefaultParameterSetName);
        return new CmdletFacts(
            cmdlet.Name,
            cmdlet.HelpUri,
            [.. bySet.SelectMany(static set => set).DistinctBy(static parameter => parameter.Name)],
            [.. sets.Select(name => InOrder(bySet[name].Concat(name == ParameterAttribute.AllParameterSets ? [] : bySet[ParameterAttribute.AllParameterSets])))]);
    }

    /// <summary>In the order in which the engine writes a syntax: by position, then what has to be there, then the rest.</summary>
    private static IReadOnlyList<ParameterFacts> InOrder(IEnumerable<ParameterFacts> parameters) =>
        [.. parameters.OrderBy(static parameter => parameter.Position ?? int.MaxValue).ThenByDescending(static parameter => parameter.IsMandatory)];
}
