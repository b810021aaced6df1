using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>NAVER's two published answers come out node for node.</summary>
public sealed class PublishedAnswerTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public void The_answer_of_2025()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ShellResult result = shell.Run("Get-NcpRollingUpgradeProgress 3427188").ThrowIfFailed();

        Assert.Equal(
            [
                "cluster000-mo-6tnk Master MO complete Completed 2025-03-24T17:11:28+09:00",
                "cluster000-mo-6tnl Master MO Upgrade_OpenSearch InProgress 2025-03-24T17:11:28+09:00",
                "cluster000-do-6tnm Data DO running Pending 2025-03-24T16:35:53+09:00",
                "cluster000-do-6tnn Data DO running Pending 2025-03-24T16:35:59+09:00",
                "cluster000-do-6tno Data DO running Pending 2025-03-24T16:36:06+09:00",
                "cluster000-m-6tnh Manager M running Pending 2025-03-24T16:36:16+09:00",
                "cluster000-m-6tni Manager M running Pending 2025-03-24T16:36:21+09:00",
                "cluster000-mo-6tnj Master MO running Pending 2025-03-24T16:36:11+09:00",
            ],
            Nodes(result));
        Assert.All(result.Output, static node =>
        {
            Assert.Equal("NcpSearchEngine.RollingUpgradeNode", node.TypeNames[0]);
            Assert.Equal("3427188", node.Properties["ServiceGroupInstanceNo"].Value);
            Assert.Equal("cluster000", node.Properties["ClusterName"].Value);
            Assert.Equal("2140", node.Properties["CurrentVersionCode"].Value);
            Assert.Equal("2150", node.Properties["TargetVersionCode"].Value);
            Assert.Equal(DateTimeOffset.Parse("2025-03-24T17:09:41+09:00", null), node.Properties["RequestedAt"].Value);
            Assert.Equal(8, node.Properties["NodeCount"].Value);
            Assert.Equal("da7b5fcb-****-****-****-63ed6f14d4b1", node.Properties["RequestId"].Value);
            Assert.Equal("default", node.Properties["Session"].Value);
        });
    }

    [Fact]
    public void The_answer_of_2024()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ShellResult result = shell.Run("Get-NcpRollingUpgradeProgress 2700270").ThrowIfFailed();

        Assert.Equal(
            [
                "sso-test-270-m-1lv7 Manager M running Pending 2024-03-05T21:14:49+09:00",
                "sso-test-270-m-1lv8 Manager M running Pending 2024-03-05T21:14:55+09:00",
                "sso-test-270-d-1lv9 Data D complete Completed 2024-03-06T15:02:31+09:00",
                "sso-test-270-d-1lva Data D Upgrade_OpenSearch InProgress 2024-03-06T15:02:31+09:00",
                "sso-test-270-d-1lvb Data D running Pending 2024-03-05T21:14:44+09:00",
            ],
            Nodes(result));
        Assert.All(result.Values("RequestedAt"), static requested => Assert.Equal(DateTimeOffset.Parse("2024-03-06T15:01:14+09:00", null), requested));
    }

    [Fact]
    public void Properties_come_in_the_order_of_a_CSV()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        string[] node = [.. shell.Run("(Get-NcpRollingUpgradeProgress 3427188)[0].PSObject.Properties.Name").Output.Select(static name => name.ToString())];
        string[] summary = [.. shell.Run("(Get-NcpRollingUpgradeProgress 3427188 -Summary).PSObject.Properties.Name").Output.Select(static name => name.ToString())];

        Assert.Equal(
            [
                "ServiceGroupInstanceNo", "ClusterName", "Hostname", "Role", "NodeRoleCode", "State", "Status", "CurrentVersionCode",
                "TargetVersionCode", "RequestedAt", "UpdatedAt", "NodeCount", "RequestId", "Session",
            ],
            node);
        Assert.Equal(
            [
                "ServiceGroupInstanceNo", "ClusterName", "State", "CurrentVersionCode", "TargetVersionCode", "RequestedAt", "NodeCount", "CompletedCount",
                "InProgressCount", "PendingCount", "FailedCount", "PercentComplete", "CurrentHostname", "LastUpdatedAt", "EstimatedCompletionAt", "RequestId", "Session",
            ],
            summary);
    }

    [Fact]
    public void The_summary_counts_and_estimates()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        var summary = Assert.Single(shell.Run("Get-NcpRollingUpgradeProgress 3427188 -Summary").ThrowIfFailed().Output);

        Assert.Equal("NcpSearchEngine.RollingUpgrade", summary.TypeNames[0]);
        Assert.Equal("InProgress", summary.Properties["State"].Value);
        Assert.Equal((1, 1, 6, 0, 12), (
            (int)summary.Properties["CompletedCount"].Value,
            (int)summary.Properties["InProgressCount"].Value,
            (int)summary.Properties["PendingCount"].Value,
            (int)summary.Properties["FailedCount"].Value,
            (int)summary.Properties["PercentComplete"].Value));
        Assert.Equal("cluster000-mo-6tnl", summary.Properties["CurrentHostname"].Value);
        Assert.Equal(DateTimeOffset.Parse("2025-03-24T17:11:28+09:00", null), summary.Properties["LastUpdatedAt"].Value);

        // One node took 107 s, seven are to come.
        Assert.Equal(DateTimeOffset.Parse("2025-03-24T17:23:57+09:00", null), summary.Properties["EstimatedCompletionAt"].Value);
    }

    private static IEnumerable<string> Nodes(ShellResult result) => result.Output.Select(static node => string.Join(
        ' ',
        node.Properties["Hostname"].Value,
        node.Properties["Role"].Value,
        node.Properties["NodeRoleCode"].Value,
        node.Properties["Status"].Value,
        node.Properties["State"].Value,
        ((DateTimeOffset)node.Properties["UpdatedAt"].Value).ToString("yyyy-MM-ddTHH:mm:sszzz", null)));
}
