namespace NcpSearchEngine.Client.Tests;

/// <summary>The service's words for a node; each node was changed after the upgrade was asked for.</summary>
public class NodeStatusTests
{
    /// <summary>status, state, unproven.</summary>
    public static TheoryData<string?, NodeState, bool> Words => new()
    {
        { "complete", NodeState.Completed, false },
        { "completed", NodeState.Completed, false },
        { "COMPLETE", NodeState.Completed, false },
        { "Completed", NodeState.Completed, false },
        { " complete\t", NodeState.Completed, false },
        { "running", NodeState.InProgress, true },
        { "Running", NodeState.InProgress, true },
        { " RUNNING ", NodeState.InProgress, true },
        { "Upgrade_OpenSearch", NodeState.InProgress, false },
        { "upgrade_opensearch", NodeState.InProgress, false },
        { "incomplete", NodeState.InProgress, false },
        { "not complete", NodeState.InProgress, false },
        { "Upgrade_Complete", NodeState.InProgress, false },
        { "completing", NodeState.InProgress, false },
        { "complete\0", NodeState.InProgress, false },
        { "complete\u200B", NodeState.InProgress, false },
        { "rerunning", NodeState.InProgress, false },
        { "", NodeState.InProgress, false },
        { " ", NodeState.InProgress, false },
        { null, NodeState.InProgress, false },
        { "완료", NodeState.InProgress, false },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_word_means_what_the_table_says(string? status, NodeState expected, bool isUnproven)
    {
        RollingUpgradeNode node = Assert.Single((await WireProgress.Of(new WireNode("node-1", status)).ReadAsync()).Nodes);

        Assert.Equal((expected, isUnproven), (node.State, node.IsUnproven));
        Assert.Equal(ServiceText.Clean(status), node.Status);
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("failed")]
    [InlineData("failure")]
    [InlineData("error")]
    [InlineData("abort")]
    [InlineData("aborted")]
    [InlineData("rollback")]
    [InlineData("FAILED")]
    [InlineData("ROLLBACK")]
    [InlineData("Upgrade_Failed")]
    [InlineData("UPGRADE_FAILED")]
    [InlineData("UpgradeFailed")]
    [InlineData("upgradeFailed")]
    [InlineData("upgrade-error")]
    [InlineData("upgrade error")]
    [InlineData("nodeAborted")]
    [InlineData("nodeABORTED")]
    [InlineData("OSFailure")]
    [InlineData("FailedUpgrade")]
    [InlineData("Upgrade_OpenSearch_Failed")]
    [InlineData("Rollback_OpenSearch")]
    [InlineData("__error__")]
    [InlineData(" failed ")]
    [InlineData("Upgrade: failed.")]
    public async Task A_whole_word_of_failure_fails_the_node_and_its_cluster(string status)
    {
        foreach (WireVersion? record in new[] { new WireVersion(), null })
        {
            foreach (string? date in new[] { WireProgress.After, WireProgress.Before, null })
            {
                WireProgress progress = WireProgress.Of(new WireNode("node-1"), new WireNode("node-2", status, date)) with { VersionVo = record };

                RollingUpgrade upgrade = await progress.ReadAsync();

                Assert.Equal(NodeState.Failed, upgrade.Nodes[1].State);
                Assert.Equal((UpgradeState.Failed, 1), (upgrade.State, upgrade.FailedCount));
                Assert.True(upgrade.PercentComplete < 100);
            }
        }
    }

    [Theory]
    [InlineData("Failover")]
    [InlineData("failover_check")]
    [InlineData("incomplete")]
    [InlineData("errorless")]
    [InlineData("failsafe")]
    [InlineData("terror")]
    [InlineData("unfailing")]
    [InlineData("Aborting")]
    [InlineData("rollbacks")]
    [InlineData("roll_back")]
    [InlineData("UPGRADEFAILED")]
    public async Task A_part_of_a_word_does_not(string status)
    {
        RollingUpgrade upgrade = await WireProgress.Of(new WireNode("node-1", status)).ReadAsync();

        Assert.Equal((NodeState.InProgress, UpgradeState.InProgress), (upgrade.Nodes[0].State, upgrade.State));
    }

    [Theory]
    [InlineData("M", NodeRole.Manager)]
    [InlineData("D", NodeRole.Data)]
    [InlineData("DO", NodeRole.Data)]
    [InlineData("MO", NodeRole.Master)]
    [InlineData(" MO ", NodeRole.Master)]
    [InlineData("X", NodeRole.Unknown)]
    [InlineData("m", NodeRole.Unknown)]
    [InlineData("", NodeRole.Unknown)]
    [InlineData(null, NodeRole.Unknown)]
    public async Task A_role_code_that_is_not_known_is_kept(string? code, NodeRole expected)
    {
        RollingUpgradeNode node = Assert.Single((await WireProgress.Of(new WireNode { NodeRoleCode = code }).ReadAsync()).Nodes);

        Assert.Equal((expected, code), (node.Role, node.NodeRoleCode));
    }
}
