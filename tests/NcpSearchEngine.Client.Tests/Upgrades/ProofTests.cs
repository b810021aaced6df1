using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>Upgrades that look done but for which the list of nodes alone is no proof: the cluster's own version decides.</summary>
public class ProofTests
{
    private const string No = "42";

    /// <summary>The nodes by their hostnames.</summary>
    private static readonly WireNode[] _nodes =
    [
        new("complete"),
        new("undated", "complete", null),
        new("back", "running"),
        new("pending", "running", WireProgress.Before),
        new("upgrading", "Upgrade_OpenSearch"),
        new("failed", "failed"),
    ];

    /// <summary>nodes, whether one more read decides.</summary>
    public static TheoryData<string, bool> Lists => new()
    {
        { "back", true },
        { "undated", true },
        { "back undated", true },
        { "complete back", true },
        { "complete undated", true },
        { "complete", false },
        { "pending", false },
        { "back pending", false },
        { "undated upgrading", false },
        { "back failed", false },
        { "", false },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Only_nodes_that_are_all_complete_or_unproven_are_worth_the_read(string hostnames, bool isWorth)
    {
        await using EmulatedService service = await StartAsync(Of(hostnames), "2150", "running");

        RollingUpgrade upgrade = await ReadAsync(service);

        Assert.Equal(isWorth ? 2 : 1, service.Requests.Count);
        Assert.Equal(isWorth || hostnames == "complete", upgrade.State == UpgradeState.Completed);
        Assert.False(upgrade.NeedsProof);
    }

    [Theory]
    [InlineData("2150", "running", true)]
    [InlineData(" 2150 ", "RUNNING", true)]
    [InlineData("2140", "running", false)]
    [InlineData("21500", "running", false)]
    [InlineData("2.15.0", "running", false)]
    [InlineData("", "running", false)]
    [InlineData("2150", "changing", false)]
    [InlineData("2150", "working", false)]
    [InlineData("2150", "", false)]
    public async Task Version_and_status_of_the_cluster_decide(string version, string status, bool isProof)
    {
        await using EmulatedService service = await StartAsync(Of("complete back undated"), version, status);

        RollingUpgrade upgrade = await ReadAsync(service);

        Assert.Equal(isProof ? UpgradeState.Completed : UpgradeState.InProgress, upgrade.State);
        Assert.Equal(isProof ? 3 : 1, upgrade.CompletedCount);
        Assert.Equal(isProof, upgrade.PercentComplete == 100);
        Assert.Equal(isProof, upgrade.MissingProof is null);
        Assert.Equal(["getRollingUpgradeProgress", "getClusterInfo"], service.Requests.Select(static request => request.Operation));
    }

    [Theory]
    [InlineData("503/500")]
    [InlineData("401/210")]
    [InlineData("code 10107")]
    [InlineData("empty")]
    [InlineData("reset")]
    public async Task Without_the_read_it_stays_in_progress_and_says_what_is_missing(string fault)
    {
        await using EmulatedService service = await StartAsync(Of("complete back"), "2150", "running");
        service.Emulator.Faults.Add(fault + " on getClusterInfo");

        RollingUpgrade upgrade = await ReadAsync(service);

        Assert.Equal((UpgradeState.InProgress, 1), (upgrade.State, upgrade.CompletedCount));
        Assert.Contains("getClusterInfo", upgrade.MissingProof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_list_that_is_not_whole_can_not_be_proven(int? nodeCount)
    {
        await using EmulatedService service = await StartAsync(Of("back complete") with { NodeCount = nodeCount }, "2150", "running");

        RollingUpgrade upgrade = await ReadAsync(service);

        Assert.Equal(UpgradeState.InProgress, upgrade.State);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Without_a_record_there_is_nothing_to_prove()
    {
        await using EmulatedService service = await StartAsync(Of("back complete") with { VersionVo = null }, "2150", "running");

        RollingUpgrade upgrade = await ReadAsync(service);

        Assert.Equal(UpgradeState.InProgress, upgrade.State);
        Assert.Single(service.Requests);
    }

    private static WireProgress Of(string hostnames) => WireProgress.Of(
        [.. hostnames.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static name => _nodes.Single(node => node.Hostname == name))]);

    private static async Task<EmulatedService> StartAsync(WireProgress progress, string version, string status)
    {
        EmulatedService service = await EmulatedService.StartAsync();
        string answer = $$"""{"code":0,"message":"SUCCESS","result":{{progress}},"requestId":"r"}""";
        service.Emulator.Clusters.Add(new DelegateCluster(No, request => request.Operation == "getRollingUpgradeProgress" ? answer : null)
        {
            State = new ClusterState(version, status, null, []),
        });
        return service;
    }

    private static async Task<RollingUpgrade> ReadAsync(EmulatedService service) =>
        (await service.Client().GetRollingUpgradeProgressAsync(No, TestContext.Current.CancellationToken)).Value;
}
