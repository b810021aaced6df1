using System.Text.RegularExpressions;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>Texts as a person has looked at them. A test run with the environment variable <c>RENEW_GOLDEN_FILES</c> writes them anew: look at the difference then.</summary>
/// <param name="tests">The folder of the tests, beneath which they lie.</param>
internal sealed partial class GoldenFile(string tests)
{
    /// <summary>Where they lie.</summary>
    internal string Folder { get; } = Path.Combine(Checkout.Root, "tests", "NcpSearchEngine.Tests", tests, "Golden");

    /// <summary>Compares a text with the golden one, character for character but for the request ids, which the emulator makes up.</summary>
    internal void AssertEqual(string name, string text)
    {
        string golden = Path.Combine(Folder, name), actual = RequestId().Replace(text, "00000000-0000-0000-0000-000000000000");
        if (Environment.GetEnvironmentVariable("RENEW_GOLDEN_FILES") is { Length: > 0 })
        {
            File.WriteAllText(golden, actual);
        }

        Assert.Equal(File.ReadAllText(golden), actual);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RequestId();
}
