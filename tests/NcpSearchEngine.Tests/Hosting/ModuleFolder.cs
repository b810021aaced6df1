namespace NcpSearchEngine.Tests.Hosting;

/// <summary>The module as it is installed, which is what the tests import.</summary>
internal static class ModuleFolder
{
    internal static string RepositoryRoot { get; } = FindRepositoryRoot();

    internal static string Path { get; } = System.IO.Path.Combine(RepositoryRoot, "output", "NcpSearchEngine");

    private static string FindRepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NcpSearchEngine.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run from inside the repository.");
    }
}
