namespace NcpSearchEngine.Tests.Hosting;

/// <summary>The checkout that the tests run in.</summary>
internal static class Checkout
{
    internal static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NcpSearchEngine.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run from inside the repository.");
    }
}
