using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>What a person sees, through Out-Default, at 80 columns.</summary>
public sealed class ViewTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public void Nodes_are_a_table_under_the_head_of_their_cluster()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        AssertShows(
            """

               Cluster: sso-test-270 (2700270)  270->290  1/5 done

            Hostname                   Role    State      Status             Updated
            --------                   ----    -----      ------             -------
            sso-test-270-m-1lv7        Manager Pending    running            03-05 21:14:49
            sso-test-270-m-1lv8        Manager Pending    running            03-05 21:14:55
            sso-test-270-d-1lv9        Data    Completed  complete           03-06 15:02:31
            sso-test-270-d-1lva        Data    InProgress Upgrade_OpenSearch 03-06 15:02:31
            sso-test-270-d-1lvb        Data    Pending    running            03-05 21:14:44

            """,
            shell.Show("Get-NcpRollingUpgradeProgress 2700270"));
    }

    [Fact]
    public void Summaries_are_a_table()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        AssertShows(
            """

            Cluster         Number   State            Done Versions   Current node
            -------         ------   -----            ---- --------   ------------
            cluster000      3427188  InProgress   1/8  12% 2140->2150 cluster000-mo-6tnl
            sso-test-270    2700270  InProgress   1/5  20% 270->290   sso-test-270-d-1lva

            """,
            shell.Show("Get-NcpRollingUpgradeProgress 3427188, 2700270 -Summary"));
    }

    [Fact]
    public void States_are_coloured_where_the_host_has_colour()
    {
        Assert.SkipUnless(ModuleFolder.IsForPowerShell7, "Windows PowerShell shows no colour.");
        using Shell shell = new(hasColor: true);
        shell.Connect(fixture.Emulator);

        string screen = shell.Show("Get-NcpRollingUpgradeProgress 2700270");

        Assert.Contains("\u001b[32mCompleted", screen, StringComparison.Ordinal);
        Assert.Contains("\u001b[33mInProgress", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deserialized_node_shows_as_the_node_did()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        const string Revive = " | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }";

        string screen = shell.Show("Get-NcpRollingUpgradeProgress 2700270" + Revive);

        Assert.Contains("Cluster: sso-test-270 (2700270)  270->290\n", screen, StringComparison.Ordinal);
        Assert.Contains("sso-test-270-d-1lva        Data    InProgress Upgrade_OpenSearch 03-06 15:02:31", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_wider_than_80_columns_and_no_name_becomes_a_logging_command()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        const string Long = "a-cluster-with-a-name-longer-than-anyone-would-ever-choose-to-type";
        fixture.Emulator.Clusters.Add(new ReplayCluster("5550002", $$$"""
            {"code":0,"result":{"name":"{{{Long}}}","nodeCount":3,
             "versionVo":{"currentVersionCode":"2140","targetVersionCode":"2150","actionDate":"2025-03-24 17:09:41"},
             "nodeStatusVoList":[{"hostname":"::error::{{{Long}}}","status":"##vso[task.complete]{{{Long}}}","nodeRoleCode":"M","updatedDate":"2025-03-24 17:09:41"},
              {"hostname":"##[error]x","status":"\u001b[31mred\u202e","nodeRoleCode":"??","updatedDate":"soon"},{}]}}
            """));

        string screen = shell.Show("Get-NcpRollingUpgradeProgress 5550002") + shell.Show("Get-NcpRollingUpgradeProgress 5550002 -Summary");

        Assert.All(screen.Split('\n'), static line => Assert.InRange(line.Length, 0, 80));
        Assert.DoesNotContain("::error", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("##vso[", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("##[", screen, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', screen);
        Assert.DoesNotContain('\u202e', screen);
    }

    [Theory]
    [InlineData("NcpSearchEngine.RollingUpgradeNode")]
    [InlineData("NcpSearchEngine.RollingUpgrade")]
    [InlineData("NcpSearchEngine.NcpSearchEngineSession")]
    public void A_view_never_fails_whatever_wears_its_type_name(string typeName)
    {
        using Shell shell = new();

        string screen = shell.Show(
            "$o = [pscustomobject]@{ Hostname = @(1, 2); State = @{}; UpdatedAt = 'never'; ServiceGroupInstanceNo = $null }; $o.PSObject.TypeNames.Insert(0, $args[0]); $o",
            typeName);

        Assert.DoesNotContain("#ERR", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", screen, StringComparison.Ordinal);
    }

    private static void AssertShows(string expected, string screen) =>
        Assert.Equal(Trimmed(expected), Trimmed(screen));

    private static string Trimmed(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(static line => line.TrimEnd())).Trim('\n');
}
