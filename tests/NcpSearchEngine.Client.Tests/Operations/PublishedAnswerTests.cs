using System.Globalization;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The service's two published answers, node for node, over a real connection.</summary>
public class PublishedAnswerTests
{
    /// <summary>hostname, role code, role, status, state, last change; in the order of the service.</summary>
    private static readonly (string, string, NodeRole, string, NodeState, string)[] _of2024 =
    [
        ("sso-test-270-m-1lv7", "M", NodeRole.Manager, "running", NodeState.Pending, "2024-03-05T21:14:49+09:00"),
        ("sso-test-270-m-1lv8", "M", NodeRole.Manager, "running", NodeState.Pending, "2024-03-05T21:14:55+09:00"),
        ("sso-test-270-d-1lv9", "D", NodeRole.Data, "complete", NodeState.Completed, "2024-03-06T15:02:31+09:00"),
        ("sso-test-270-d-1lva", "D", NodeRole.Data, "Upgrade_OpenSearch", NodeState.InProgress, "2024-03-06T15:02:31+09:00"),
        ("sso-test-270-d-1lvb", "D", NodeRole.Data, "running", NodeState.Pending, "2024-03-05T21:14:44+09:00"),
    ];

    private static readonly (string, string, NodeRole, string, NodeState, string)[] _of2025 =
    [
        ("cluster000-mo-6tnk", "MO", NodeRole.Master, "complete", NodeState.Completed, "2025-03-24T17:11:28+09:00"),
        ("cluster000-mo-6tnl", "MO", NodeRole.Master, "Upgrade_OpenSearch", NodeState.InProgress, "2025-03-24T17:11:28+09:00"),
        ("cluster000-do-6tnm", "DO", NodeRole.Data, "running", NodeState.Pending, "2025-03-24T16:35:53+09:00"),
        ("cluster000-do-6tnn", "DO", NodeRole.Data, "running", NodeState.Pending, "2025-03-24T16:35:59+09:00"),
        ("cluster000-do-6tno", "DO", NodeRole.Data, "running", NodeState.Pending, "2025-03-24T16:36:06+09:00"),
        ("cluster000-m-6tnh", "M", NodeRole.Manager, "running", NodeState.Pending, "2025-03-24T16:36:16+09:00"),
        ("cluster000-m-6tni", "M", NodeRole.Manager, "running", NodeState.Pending, "2025-03-24T16:36:21+09:00"),
        ("cluster000-mo-6tnj", "MO", NodeRole.Master, "running", NodeState.Pending, "2025-03-24T16:36:11+09:00"),
    ];

    [Fact]
    public async Task The_answer_of_2024_comes_out_node_for_node()
    {
        ServiceResponse<RollingUpgrade> answer = await ReadAsync(StandardClusters.Published2024);

        AssertNodes(_of2024, answer.Value);
        AssertCluster(answer.Value, "sso-test-270", 5, "270", "290", "2024-03-06T15:01:14+09:00");
        Assert.Equal((20, 1, 1, 3, 0), CountsOf(answer.Value));
        Assert.Equal("sso-test-270-d-1lva", answer.Value.CurrentHostname);
        Assert.Equal("b250b9b1-96df-4a04-a755-bf7f4bb1b532", answer.RequestId);
        Assert.Equal("2700270", answer.Value.ServiceGroupInstanceNo);
    }

    [Fact]
    public async Task The_answer_of_2025_comes_out_node_for_node()
    {
        ServiceResponse<RollingUpgrade> answer = await ReadAsync(StandardClusters.Published2025);

        AssertNodes(_of2025, answer.Value);
        AssertCluster(answer.Value, "cluster000", 8, "2140", "2150", "2025-03-24T17:09:41+09:00");
        Assert.Equal((12, 1, 1, 6, 0), CountsOf(answer.Value));
        Assert.Equal("cluster000-mo-6tnl", answer.Value.CurrentHostname);
        Assert.Equal("da7b5fcb-****-****-****-63ed6f14d4b1", answer.RequestId);
        Assert.Equal("3427188", answer.Value.ServiceGroupInstanceNo);
    }

    [Fact]
    public async Task An_upgrade_that_proceeds_goes_from_its_first_node_to_done()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        SearchEngineClient client = service.Client();
        List<int> completed = [];
        RollingUpgrade upgrade;
        do
        {
            upgrade = (await client.GetRollingUpgradeProgressAsync(StandardClusters.Live, TestContext.Current.CancellationToken)).Value;
            completed.Add(upgrade.CompletedCount);
            service.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        while (upgrade.State == UpgradeState.InProgress && completed.Count < 30);

        Assert.Equal((UpgradeState.Completed, 100, 8), (upgrade.State, upgrade.PercentComplete, upgrade.CompletedCount));
        Assert.Equal(completed.Order(), completed);
        Assert.Equal(Enumerable.Range(0, 9), completed.Distinct());
    }

    [Fact]
    public async Task A_cluster_that_was_never_upgraded_has_not_started()
    {
        RollingUpgrade upgrade = (await ReadAsync(StandardClusters.NeverUpgraded)).Value;

        Assert.Equal((UpgradeState.NotStarted, false, 0), (upgrade.State, upgrade.HasRecord, upgrade.PercentComplete));
        Assert.All(upgrade.Nodes, static node => Assert.Equal(NodeState.Pending, node.State));
    }

    private static async Task<ServiceResponse<RollingUpgrade>> ReadAsync(string no)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        return await service.Client().GetRollingUpgradeProgressAsync(no, TestContext.Current.CancellationToken);
    }

    private static void AssertNodes((string, string, NodeRole, string, NodeState, string)[] expected, RollingUpgrade upgrade) => Assert.Equal(
        expected,
        upgrade.Nodes.Select(static node => (node.Hostname!, node.NodeRoleCode!, node.Role, node.Status!, node.State, Iso(node.UpdatedAt))));

    private static void AssertCluster(RollingUpgrade upgrade, string name, int nodeCount, string current, string target, string requestedAt)
    {
        Assert.Equal((name, nodeCount, UpgradeState.InProgress), (upgrade.ClusterName, upgrade.NodeCount, upgrade.State));
        Assert.Equal((current, target, requestedAt), (upgrade.CurrentVersionCode, upgrade.TargetVersionCode, Iso(upgrade.RequestedAt)));
        Assert.True(upgrade.HasRecord);
        Assert.False(upgrade.NeedsProof);
    }

    private static (int Percent, int Completed, int InProgress, int Pending, int Failed) CountsOf(RollingUpgrade upgrade) =>
        (upgrade.PercentComplete, upgrade.CompletedCount, upgrade.InProgressCount, upgrade.PendingCount, upgrade.FailedCount);

    private static string Iso(DateTimeOffset? date) => date!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
