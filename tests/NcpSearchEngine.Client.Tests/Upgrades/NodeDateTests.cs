namespace NcpSearchEngine.Client.Tests;

/// <summary>The date of a node against that of the upgrade, which was asked for at 2025-03-24 17:09:41.</summary>
public class NodeDateTests
{
    private const string Table = """
        status             | updatedDate         | state      | unproven
        complete           | null                | InProgress | yes
        complete           | (empty)             | InProgress | yes
        complete           | yesterday           | InProgress | yes
        complete           | 2025-03-24          | InProgress | yes
        complete           | 2025-02-30 17:11:28 | InProgress | yes
        complete           | 0001-01-01 00:00:00 | InProgress | yes
        complete           | 9999-12-31 23:59:59 | InProgress | yes
        complete           | 2024-01-01 00:00:00 | Pending    | no
        complete           | 2025-03-24 17:09:40 | Pending    | no
        complete           | 2025-03-24 17:09:41 | Completed  | no
        complete           | 2025-03-24 17:09:42 | Completed  | no
        complete           | 2035-01-01 00:00:00 | Completed  | no
        running            | null                | Pending    | no
        running            | (empty)             | Pending    | no
        running            | yesterday           | Pending    | no
        running            | 2024-01-01 00:00:00 | Pending    | no
        running            | 2025-03-24 17:09:41 | Pending    | no
        running            | 2025-03-24 17:09:42 | InProgress | yes
        running            | 2035-01-01 00:00:00 | InProgress | yes
        Upgrade_OpenSearch | null                | InProgress | no
        Upgrade_OpenSearch | 2024-01-01 00:00:00 | InProgress | no
        Upgrade_OpenSearch | 2025-03-24 17:09:42 | InProgress | no
        failed             | null                | Failed     | no
        failed             | 2024-01-01 00:00:00 | Failed     | no
        failed             | 2025-03-24 17:09:42 | Failed     | no
        """;

    public static TheoryData<string, string?, NodeState, bool> Rows
    {
        get
        {
            TheoryData<string, string?, NodeState, bool> data = [];
            foreach (string[] row in Table.Split('\n').Skip(1).Select(static row => row.Split('|').Select(static cell => cell.Trim()).ToArray()))
            {
                string? date = row[1] switch { "null" => null, "(empty)" => "", _ => row[1] };
                data.Add(row[0], date, Enum.Parse<NodeState>(row[2]), row[3] == "yes");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Decides_as_the_table_says(string status, string? date, NodeState expected, bool isUnproven)
    {
        RollingUpgradeNode node = Assert.Single((await WireProgress.Of(new WireNode("node-1", status, date)).ReadAsync()).Nodes);

        Assert.Equal((expected, isUnproven), (node.State, node.IsUnproven));
    }

    [Theory]
    [InlineData(-14)]
    [InlineData(0)]
    [InlineData(14)]
    public async Task Is_compared_as_written_whatever_the_zone(int hours)
    {
        WireNode equal = new("node-1", "complete", WireProgress.Action);
        WireNode older = new("node-2", "complete", "2025-03-24 17:09:40");

        RollingUpgrade upgrade = await WireProgress.Of(equal, older).ReadAsync(TimeSpan.FromHours(hours));

        Assert.Equal([NodeState.Completed, NodeState.Pending], upgrade.Nodes.Select(static node => node.State));
    }
}
