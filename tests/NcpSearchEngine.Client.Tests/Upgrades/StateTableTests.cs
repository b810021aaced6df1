namespace NcpSearchEngine.Client.Tests;

/// <summary>What counts as done: every combination of record, nodes and node count, with the state written out by hand.</summary>
public class StateTableTests
{
    /// <summary>The state of the cluster, by what the service says of its number of nodes.</summary>
    private const string ClusterStates = """
        record | nodes                      | null       | equal      | more       | fewer
        no     | none                       | NotStarted | NotStarted | NotStarted | NotStarted
        no     | running                    | NotStarted | NotStarted | NotStarted | NotStarted
        no     | mixed                      | InProgress | InProgress | InProgress | InProgress
        no     | complete before the action | InProgress | InProgress | InProgress | InProgress
        no     | complete after the action  | InProgress | InProgress | InProgress | InProgress
        yes    | none                       | InProgress | InProgress | InProgress | InProgress
        yes    | running                    | InProgress | InProgress | InProgress | InProgress
        yes    | mixed                      | InProgress | InProgress | InProgress | InProgress
        yes    | complete before the action | InProgress | InProgress | InProgress | InProgress
        yes    | complete after the action  | InProgress | Completed  | InProgress | InProgress
        """;

    /// <summary>The states of the three nodes, whatever their number is said to be.</summary>
    private const string NodeStates = """
        record | nodes                      | node-1     | node-2     | node-3
        no     | running                    | Pending    | Pending    | Pending
        no     | mixed                      | InProgress | InProgress | Pending
        no     | complete before the action | InProgress | InProgress | InProgress
        no     | complete after the action  | InProgress | InProgress | InProgress
        yes    | running                    | Pending    | Pending    | Pending
        yes    | mixed                      | Completed  | InProgress | Pending
        yes    | complete before the action | Pending    | Pending    | Pending
        yes    | complete after the action  | Completed  | Completed  | Completed
        """;

    /// <summary>The ways in which a record of an upgrade can be missing.</summary>
    private static readonly WireVersion?[] _noRecord =
    [
        null,
        new() { TargetVersionCode = null },
        new() { TargetVersionCode = "" },
        new() { TargetVersionCode = " " },
        new() { ActionDate = null },
        new() { ActionDate = "" },
        new() { ActionDate = "24 March 2025" },
        new(null, null, null),
    ];

    public static TheoryData<string, string, string, UpgradeState> Clusters
    {
        get
        {
            TheoryData<string, string, string, UpgradeState> data = [];
            foreach (var (record, nodes, count, state) in Cells(ClusterStates))
            {
                data.Add(record, nodes, count, Enum.Parse<UpgradeState>(state));
            }

            return data;
        }
    }

    public static TheoryData<string, string, string, NodeState> Nodes
    {
        get
        {
            TheoryData<string, string, string, NodeState> data = [];
            foreach (var (record, nodes, hostname, state) in Cells(NodeStates))
            {
                data.Add(record, nodes, hostname, Enum.Parse<NodeState>(state));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Clusters))]
    public async Task The_cluster_is_as_the_table_says(string record, string nodes, string nodeCount, UpgradeState expected)
    {
        foreach (WireProgress progress in Readings(record, nodes, nodeCount))
        {
            RollingUpgrade upgrade = await progress.ReadAsync();

            Assert.Equal(expected, upgrade.State);
            Assert.Equal(record == "yes", upgrade.HasRecord);
            Assert.Equal(expected == UpgradeState.Completed, upgrade.PercentComplete == 100);
            Assert.False(upgrade.NeedsProof);
        }
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public async Task The_nodes_are_as_the_table_says(string record, string nodes, string hostname, NodeState expected)
    {
        foreach (string nodeCount in new[] { "null", "equal", "more", "fewer" })
        {
            foreach (WireProgress progress in Readings(record, nodes, nodeCount))
            {
                RollingUpgrade upgrade = await progress.ReadAsync();

                Assert.Equal(expected, upgrade.Nodes.Single(node => node.Hostname == hostname).State);
            }
        }
    }

    [Fact]
    public void The_tables_leave_nothing_out()
    {
        Assert.Equal(2 * 5 * 4, Clusters.Count);
        Assert.Equal(2 * 4 * 3, Nodes.Count);
    }

    private static IEnumerable<WireProgress> Readings(string record, string nodes, string nodeCount)
    {
        WireNode[] list = nodes switch
        {
            "none" => [],
            "running" => [.. Three("running", WireProgress.Before)],
            "mixed" => [new("node-1"), new("node-2", "Upgrade_OpenSearch"), new("node-3", "running", WireProgress.Before)],
            "complete before the action" => [.. Three("complete", WireProgress.Before)],
            "complete after the action" => [.. Three("complete", WireProgress.After)],
            _ => throw new ArgumentOutOfRangeException(nameof(nodes)),
        };
        object? count = nodeCount switch
        {
            "null" => null,
            "equal" => list.Length,
            "more" => list.Length + 1,
            "fewer" => list.Length - 1,
            _ => throw new ArgumentOutOfRangeException(nameof(nodeCount)),
        };
        return (record == "yes" ? [new WireVersion()] : _noRecord)
            .Select(version => new WireProgress { VersionVo = version, NodeCount = count, NodeStatusVoList = list });
    }

    private static IEnumerable<WireNode> Three(string status, string date) => Enumerable.Range(1, 3).Select(i => new WireNode($"node-{i}", status, date));

    private static IEnumerable<(string Record, string Nodes, string Column, string State)> Cells(string table)
    {
        string[][] rows = [.. table.Split('\n').Select(static row => row.Split('|').Select(static cell => cell.Trim()).ToArray())];
        return from row in rows.Skip(1)
               from column in Enumerable.Range(2, row.Length - 2)
               select (row[0], row[1], rows[0][column], row[column]);
    }
}
