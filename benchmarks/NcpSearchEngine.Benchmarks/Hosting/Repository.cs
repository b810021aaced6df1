namespace NcpSearchEngine.Benchmarks.Hosting;

/// <summary>Where the built modules lie.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The module as it is installed.</summary>
    internal static string Module { get; } = Path.Combine(Root, "output", "NcpSearchEngine");

    /// <summary>The least module there can be, for comparison.</summary>
    internal static string EmptyModule { get; } = Path.Combine(Root, "output", "benchmarks", "EmptyModule");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NcpSearchEngine.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Run the benchmarks from inside the repository.");
    }
}
