using System.Text.RegularExpressions;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Reports;

/// <summary>What a file has to be, byte for byte. Renewed by a test run with the environment variable <c>RENEW_GOLDEN_FILES</c>; look at the difference then.</summary>
internal static partial class GoldenFile
{
    internal static string Folder { get; } = Path.Combine(ModuleFolder.RepositoryRoot, "tests", "NcpSearchEngine.Tests", "Reports", "Golden");

    /// <summary>Compares a file with the golden one of a name, but for the request ids, which the emulator makes up.</summary>
    internal static void AssertSame(string name, string path)
    {
        string golden = Path.Combine(Folder, name);
        string actual = RequestId().Replace(File.ReadAllText(path), "00000000-0000-0000-0000-000000000000");
        if (Environment.GetEnvironmentVariable("RENEW_GOLDEN_FILES") is { Length: > 0 })
        {
            File.WriteAllText(golden, actual);
        }

        Assert.Equal(File.ReadAllText(golden), actual);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RequestId();
}
