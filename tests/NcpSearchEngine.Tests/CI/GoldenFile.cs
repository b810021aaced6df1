using System.Runtime.CompilerServices;

namespace NcpSearchEngine.Tests.CI;

/// <summary>Texts as a person has looked at them. With UPDATE_GOLDEN=1 they are written anew: look at the difference before it is committed.</summary>
internal static class GoldenFile
{
    internal static void AssertEqual(string name, IEnumerable<string> lines, [CallerFilePath] string test = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        string actual = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
