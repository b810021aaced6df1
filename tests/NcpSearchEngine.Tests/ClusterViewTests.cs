using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>What a person sees of clusters and versions, at 80 columns.</summary>
public sealed class ClusterViewTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Get = "Get-NcpSearchEngineCluster";

    [Fact]
    public void The_view_is_a_table_of_80_columns()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        Assert.Equal(
            """
            Number   Cluster                    Status    Version  Health   Nodes Allowed
            ------   -------                    ------    -------  ------   ----- -------
            1000003  never-upgraded             running   2.14.0   green        8 True
            9000001  somebody-elses             running            green          False
            """.ReplaceLineEndings("\n"),
            string.Join('\n', shell.Show(Get + " never*, somebody*").Trim('\n').Split('\n').Select(static line => line.TrimEnd())));
    }

    [Fact]
    public void No_text_of_the_service_becomes_a_logging_command_or_breaks_the_view()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-MaxRetryCount 0");
        const string Hostile = "::error::##vso[task.complete]##[group]\\u001b[31m\\u202e";
        fixture.Emulator.Faults.Add(FaultAction.Body($$$"""
            {"code":0,"result":{"totalPage":1,"allowedClusters":[{"serviceGroupInstanceNo":"{{{Hostile}}}","clusterName":"{{{Hostile}}}","clusterStatus":"{{{Hostile}}}",
             "searchEngineStatus":"{{{Hostile}}}","searchEngineVersion":"{{{Hostile}}}","dataNodeCount":2147483647,"managerNodeCount":2147483647}]}}
            """));

        AssertHarmless(shell.Show(Get));
    }

    [Theory]
    [InlineData("NcpSearchEngine.SearchEngineCluster")]
    [InlineData("NcpSearchEngine.SearchEngineVersion")]
    [InlineData("Deserialized.NcpSearchEngine.SearchEngineCluster")]
    public void A_view_never_fails_whatever_wears_its_type_name(string typeName)
    {
        using Shell shell = new();

        string screen = shell.Show(
            "$o = [pscustomobject]@{ ClusterName = @(1, 2); DataNodeCount = 'x'; Version = @{}; ServiceGroupInstanceNo = $null }; $o.PSObject.TypeNames.Insert(0, $args[0]); $o",
            typeName);

        Assert.DoesNotContain("#ERR", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", screen, StringComparison.Ordinal);
    }

    public void Dispose() => fixture.Emulator.Faults.Clear();

    internal static void AssertHarmless(string screen)
    {
        Assert.All(screen.Split('\n'), static line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("error", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("::error", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("##vso[", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("##[", screen, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', screen);
        Assert.DoesNotContain('\u202e', screen);
    }
}
