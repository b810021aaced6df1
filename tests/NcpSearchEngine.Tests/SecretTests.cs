using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>The secret key is in no stream, no error, no property and no text.</summary>
public sealed class SecretTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Secret = "SECRETMARKER0123456789";

    [Theory]
    [InlineData("3427188")]
    [InlineData("404404")]
    [InlineData("abc")]
    [InlineData("2700270")]
    public void It_appears_nowhere(string cluster)
    {
        using Shell shell = new();
        fixture.Emulator.Faults.Add("503/500 on 2700270");
        List<object?> seen = [];

        ShellResult connected = shell.Run(
            "Connect-NcpSearchEngine -AccessKey ANJNAAAABBBBCCCCaaV2 -SecretKey $args[0] -Endpoint $args[1] -MaxRetryCount 0 -PassThru -Verbose -Debug",
            Shell.Secure(Secret),
            fixture.Emulator.Endpoint.ToString());
        ShellResult read = shell.Run($"Get-NcpRollingUpgradeProgress {cluster} -Verbose -Debug; Get-NcpSearchEngineSession");
        foreach (ShellResult result in new[] { connected, read })
        {
            seen.AddRange([.. result.Output, .. result.Errors, .. result.Warnings, .. result.Verbose, .. result.Debug, .. result.Information, result.Thrown]);
        }

        seen.Add(shell.Show($"Get-NcpSearchEngineSession; Get-NcpRollingUpgradeProgress {cluster}; $Error"));
        seen.AddRange(connected.Output.Select(static session => PSSerializer.Serialize(session)));

        Assert.True(seen.Count > 3);
        HashSet<object> visited = new(ReferenceEqualityComparer.Instance);
        foreach (object? item in seen)
        {
            AssertClean(item, visited, depth: 0);
        }
    }

    public void Dispose() => fixture.Emulator.Faults.Clear();

    private static void AssertClean(object? value, HashSet<object> visited, int depth)
    {
        if (value is null || depth > 8 || (!value.GetType().IsValueType && !visited.Add(value)))
        {
            return;
        }

        if (value is PSObject wrapped)
        {
            AssertClean(wrapped.BaseObject, visited, depth);
        }

        string text = value.ToString() ?? string.Empty;
        Assert.DoesNotContain(Secret, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)), text, StringComparison.Ordinal);
        if (value is IEnumerable items and not string)
        {
            foreach (object? item in items)
            {
                AssertClean(item, visited, depth + 1);
            }
        }

        // Public properties of what is ours or an exception: what a person, ConvertTo-Json or Format-List * can reach.
        bool isOurs = value.GetType().Namespace?.StartsWith("NcpSearchEngine", StringComparison.Ordinal) == true || value is Exception or ErrorRecord;
        foreach (PropertyInfo property in isOurs ? value.GetType().GetProperties() : [])
        {
            if (property.GetIndexParameters().Length == 0)
            {
                AssertClean(property.GetValue(value), visited, depth + 1);
            }
        }
    }
}
