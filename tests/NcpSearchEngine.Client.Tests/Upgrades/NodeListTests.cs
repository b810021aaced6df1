namespace NcpSearchEngine.Client.Tests;

/// <summary>Lists that do not name every node of the cluster: all of them complete, and yet not done.</summary>
public class NodeListTests
{
    /// <summary>nodeCount, hostnames ("-" = missing), state.</summary>
    public static TheoryData<string?, string, UpgradeState> Lists => new()
    {
        { "3", "a b c", UpgradeState.Completed },
        { "1", "a", UpgradeState.Completed },
        { "3", "a b b", UpgradeState.InProgress },
        { "2", "a b b", UpgradeState.Completed },
        { "3", "a b c c", UpgradeState.Completed },
        { "4", "a b c c", UpgradeState.InProgress },
        { "3", "a a a", UpgradeState.InProgress },
        { "3", "a b -", UpgradeState.InProgress },
        { "2", "a b -", UpgradeState.InProgress },
        { "3", "a b (empty)", UpgradeState.InProgress },
        { "3", "a b (space)", UpgradeState.InProgress },
        { "3", "- - -", UpgradeState.InProgress },
        { "1", "-", UpgradeState.InProgress },
        { "0", "", UpgradeState.InProgress },
        { "0", "a", UpgradeState.InProgress },
        { "-1", "a", UpgradeState.InProgress },
        { "-3", "a b c", UpgradeState.InProgress },
        { "2147483647", "a", UpgradeState.InProgress },
        { "9999999999", "a", UpgradeState.InProgress },
        { "1.0", "a", UpgradeState.InProgress },
        { "1.5", "a", UpgradeState.InProgress },
        { "true", "a", UpgradeState.InProgress },
        { "[1]", "a", UpgradeState.InProgress },
        { "\"1\"", "a", UpgradeState.Completed },
        { "\"\"", "a", UpgradeState.InProgress },
        { "\"one\"", "a", UpgradeState.InProgress },
        { "\"-1\"", "a", UpgradeState.InProgress },
        { null, "a", UpgradeState.InProgress },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Is_done_only_with_as_many_different_hostnames_as_the_service_counts_nodes(string? nodeCount, string hostnames, UpgradeState expected)
    {
        WireNode[] nodes = [.. hostnames.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static name => new WireNode(HostnameOf(name)))];
        string result = WireProgress.Of(nodes).ToString()
            .Replace($"\"nodeCount\":{nodes.Length}", $"\"nodeCount\":{nodeCount ?? "null"}", StringComparison.Ordinal);
        StubService service = new(Answer.Success(result));
        using SearchEngineClient client = service.Client();

        RollingUpgrade upgrade = (await client.ReadAsync()).Value;

        Assert.Equal(expected, upgrade.State);
        Assert.Equal(nodes.Length, upgrade.Nodes.Count);
        Assert.Equal(expected == UpgradeState.Completed, upgrade.PercentComplete == 100);
        Assert.Equal(nodes.Length, upgrade.CompletedCount);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("0", 0)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("-1", null)]
    [InlineData("\"-1\"", null)]
    [InlineData("\"+1\"", null)]
    [InlineData("1.5", null)]
    [InlineData("1e400", null)]
    [InlineData("\"1,000\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    [InlineData("[3]", null)]
    [InlineData("{\"count\":3}", null)]
    [InlineData("null", null)]
    public async Task A_count_that_is_none_is_missing(string written, int? expected)
    {
        StubService service = new(Answer.Success($$"""{"nodeCount":{{written}},"name":"cluster000"}"""));
        using SearchEngineClient client = service.Client();

        RollingUpgrade upgrade = (await client.ReadAsync()).Value;

        Assert.Equal((expected, "cluster000"), (upgrade.NodeCount, upgrade.ClusterName));
    }

    [Fact]
    public async Task A_null_in_the_list_is_a_node_of_which_nothing_is_known()
    {
        foreach (WireNode? unknown in new[] { null, new WireNode(null, null, null, null) })
        {
            RollingUpgrade upgrade = await WireProgress.Of(new WireNode("a"), unknown, new WireNode("b")).ReadAsync();

            Assert.Equal(["a", null, "b"], upgrade.Nodes.Select(static node => node.Hostname));
            RollingUpgradeNode node = upgrade.Nodes[1];
            Assert.Equal((NodeState.InProgress, NodeRole.Unknown, false), (node.State, node.Role, node.IsUnproven));
            Assert.Equal((null, null, null), (node.Status, node.NodeRoleCode, node.UpdatedAt));
            Assert.Equal((UpgradeState.InProgress, 66), (upgrade.State, upgrade.PercentComplete));
        }
    }

    [Fact]
    public async Task Hostnames_that_differ_only_in_case_or_space_are_one()
    {
        RollingUpgrade upgrade = await WireProgress.Of(new WireNode("node-a"), new WireNode("NODE-A"), new WireNode(" node-a ")).ReadAsync();

        Assert.Equal(UpgradeState.InProgress, upgrade.State);
    }

    [Fact]
    public async Task A_duplicate_that_is_not_complete_keeps_the_cluster_from_being_done()
    {
        RollingUpgrade upgrade = await (WireProgress.Of(new WireNode("a"), new WireNode("b"), new WireNode("b", "running", WireProgress.Before))
            with { NodeCount = 2 }).ReadAsync();

        Assert.Equal((UpgradeState.InProgress, 2, 1), (upgrade.State, upgrade.CompletedCount, upgrade.PendingCount));
    }

    [Fact]
    public async Task The_order_of_the_service_is_kept()
    {
        string[] hostnames = ["c", "a", "d", "b"];

        RollingUpgrade upgrade = await WireProgress.Of([.. hostnames.Select(static name => new WireNode(name))]).ReadAsync();

        Assert.Equal(hostnames, upgrade.Nodes.Select(static node => node.Hostname));
    }

    [Fact]
    public async Task A_cluster_of_many_nodes_is_read_whole()
    {
        RollingUpgrade upgrade = await WireProgress.Of([.. Enumerable.Range(0, 100_000).Select(static i => new WireNode($"node-{i}"))]).ReadAsync();

        Assert.Equal((UpgradeState.Completed, 100_000), (upgrade.State, upgrade.CompletedCount));
    }

    private static string? HostnameOf(string name) => name switch { "-" => null, "(empty)" => "", "(space)" => " \t", _ => name };
}
