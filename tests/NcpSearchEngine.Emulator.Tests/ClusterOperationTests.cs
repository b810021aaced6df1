using System.Text.Json;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>The operations around an upgrade answer with the documented fields.</summary>
public sealed class ClusterOperationTests
{
    private const string ListPath = "/api/v2/cluster/getClusterInfoList";

    [Fact]
    public async Task One_cluster_has_the_documented_fields()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var info = (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/1000001")).Result;

        Assert.Equal("live-upgrade", info.Text("clusterName"));
        Assert.Equal("1000001", info.Text("serviceGroupInstanceNo"));
        Assert.Equal(JsonValueKind.Number, info.GetProperty("vpcNo").ValueKind);
        Assert.True(info.Is("isDualManager"));
        Assert.True(info.Is("isMasterOnlyNodeActivated"));
        var nodes = info.GetProperty("clusterNodeList").EnumerateArray().ToList();
        Assert.Equal(8, nodes.Count);
        Assert.All(nodes, node => Assert.Equal(
            ["computeInstanceName", "computeInstanceNo", "privateIp", "serverStatus", "nodeType", "subnet"],
            node.EnumerateObject().Select(property => property.Name)));
    }

    [Theory]
    [InlineData("/api/v2", 1, "KR")]
    [InlineData("/api/sgn-v2", 7, "SGN")]
    [InlineData("/api/jpn-v2", 8, "JPN")]
    public async Task The_node_list_names_the_region_and_the_same_hosts_as_the_progress(string prefix, int regionNo, string region)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var list = (await emulator.GetAsync(prefix + "/cluster/getClusterNodeList/1000001")).Result;

        Assert.Equal(regionNo, list.Number("regionNo"));
        Assert.Equal("live-upgrade", list.Text("serviceGroupName"));
        var nodes = list.GetProperty("computeList").EnumerateArray().ToList();
        Assert.Equal(
            Progress.Of(await emulator.ProgressAsync("1000001")).Nodes.Select(node => (node.Hostname, node.Role)),
            nodes.Select(node => (node.Text("hostName")!, node.Text("nodeRoleCode")!)));
        Assert.All(nodes, node => Assert.Equal(region, node.Text("regionCode")));
    }

    [Fact]
    public async Task Versions_have_codes_and_names()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var versions = (await emulator.GetAsync("/api/v2/cluster/getSearchEngineVersionList")).Result.GetProperty("searchEngineVersionList")
            .EnumerateArray().ToDictionary(version => version.Text("searchEngineVersionCode")!);

        Assert.Equal("OpenSearch 2.15.0", versions["2150"].Text("searchEngineVersionName"));
        Assert.Equal("OpenSearch Dashboards 1.3.3", versions["133"].Text("searchEngineDashboardVersionName"));
        Assert.Equal("OpenSearch", versions["133"].Text("type"));
        Assert.Equal(["Elasticsearch", "OpenSearch"], versions.Values.Select(version => version.Text("type")).Distinct().Order());
    }

    [Fact]
    public async Task The_list_has_what_the_key_may_see_and_what_it_may_not()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var list = (await emulator.GetAsync(ListPath)).Result;

        Assert.Equal(
            ["1000001", "1000002", "1000003", "1000004", "1000005", "2700270", "3427188"],
            Numbers(list));
        var live = list.GetProperty("allowedClusters")[0];
        Assert.Equal("changing", live.Text("clusterStatus"));
        Assert.Equal("OpenSearch 2.14.0", live.Text("searchEngineVersion"));
        Assert.Equal((2, 3, 3), (live.Number("managerNodeCount"), live.Number("dataNodeCount"), live.Number("masterNodeCount")));
        var disallowed = Assert.Single(list.GetProperty("disallowedClusters").EnumerateArray());
        Assert.Equal(
            ["clusterName", "clusterStatus", "searchEngineStatus", "serviceGroupInstanceNo"],
            disallowed.EnumerateObject().Select(property => property.Name));
        Assert.Equal(StandardClusters.Disallowed, disallowed.Text("serviceGroupInstanceNo"));
    }

    [Theory]
    [InlineData("", 1, 10, 10, true, false, "5000001")]
    [InlineData("?pageNo=2", 2, 10, 10, false, false, "5000011")]
    [InlineData("?pageNo=3", 3, 10, 5, false, true, "5000021")]
    [InlineData("?pageNo=4", 4, 10, 0, false, true, null)]
    [InlineData("?pageNo=2147483647&pageSize=2147483647", int.MaxValue, int.MaxValue, 0, false, true, null)]
    [InlineData("?pageNo=2&pageSize=20", 2, 20, 5, false, true, "5000021")]
    [InlineData("?pageSize=100", 1, 100, 25, true, true, "5000001")]
    [InlineData("?pageNo=0&pageSize=-1", 1, 10, 10, true, false, "5000001")]
    [InlineData("?pageNo=x&pageSize=", 1, 10, 10, true, false, "5000001")]
    public async Task The_list_comes_in_pages(string query, int page, int size, int count, bool isFirst, bool isLast, string? first)
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, Examples = false });
        emulator.Clusters.AddLiveClusters(25);

        var list = (await emulator.GetAsync(ListPath + query)).Result;

        Assert.Equal((page, size, 25), (list.Number("currentPage"), list.Number("pageSize"), list.Number("totalCount")));
        Assert.Equal((25 + (long)size - 1) / size, list.Number("totalPage"));
        Assert.Equal((isFirst, isLast), (list.Is("isFirst"), list.Is("isLast")));
        Assert.Equal(count, Numbers(list).Count);
        Assert.Equal(first, Numbers(list).FirstOrDefault());
    }

    [Fact]
    public async Task An_empty_list_is_one_page_that_is_first_and_last()
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, Examples = false });

        var list = (await emulator.GetAsync(ListPath)).Result;

        Assert.Equal((0, 0, true, true), (
            list.Number("totalCount"), list.Number("totalPage"), list.Is("isFirst"), list.Is("isLast")));
    }

    [Theory]
    [InlineData("?inputText=UPGRADE", new[] { "1000001", "1000002", "1000005" }, 0)]
    [InlineData("?inputText=somebody", new string[0], 1)]
    [InlineData("?inputText=nobody", new string[0], 0)]
    [InlineData("?inputText=cluster000&vpcName=emulated-vpc", new[] { "3427188" }, 0)]
    [InlineData("?vpcName=another", new string[0], 0)]
    public async Task The_list_can_be_searched(string query, string[] allowed, int disallowed)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Remove(StandardClusters.NeverUpgraded);

        var list = (await emulator.GetAsync(ListPath + query)).Result;

        Assert.Equal(allowed, Numbers(list));
        Assert.Equal(disallowed, list.GetProperty("disallowedClusters").GetArrayLength());
    }

    [Theory]
    [InlineData("POST", TestEmulator.ProgressPath, "404")]
    [InlineData("POST", TestEmulator.ProgressPath, StandardClusters.Disallowed)]
    [InlineData("POST", "/api/v2/cluster/rollingUpgradePreCheck", "404")]
    [InlineData("POST", "/api/v2/cluster/rollingUpgradeCluster", StandardClusters.Disallowed)]
    [InlineData("GET", "/api/v2/cluster/getClusterInfo/404", null)]
    [InlineData("GET", "/api/v2/cluster/getClusterInfo/" + StandardClusters.Disallowed, null)]
    [InlineData("GET", "/api/v2/cluster/getClusterNodeList/404", null)]
    public async Task A_cluster_that_is_not_there_or_not_one_s_own_is_10107(string method, string path, string? no)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var reply = await emulator.SendAsync(emulator.Signed(
            new HttpMethod(method), path, no is null ? null : $$"""{"serviceGroupInstanceNo":"{{no}}","targetVersionCode":"2150"}"""));

        Assert.Equal(400, reply.Status);
        Assert.Equal(10107, reply.Json.Number("code"));
        Assert.Equal(JsonValueKind.Null, reply.Result.ValueKind);
        Assert.Equal(["code", "message", "result", "requestId"], reply.Json.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_cluster_that_was_never_upgraded_has_no_record_and_nodes_in_service()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var progress = Progress.Of(await emulator.ProgressAsync(StandardClusters.NeverUpgraded));

        Assert.Null(progress.RequestedAt);
        Assert.Equal(8, progress.Nodes.Count);
        Assert.All(progress.Nodes, node => Assert.Equal("running", node.Status));
    }

    [Fact]
    public async Task The_cluster_back_to_running_is_unproven_without_its_version()
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time });

        var progress = Progress.Of(await emulator.ProgressAsync(StandardClusters.BackToRunning));
        var info = (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/" + StandardClusters.BackToRunning)).Result;

        Assert.All(progress.Nodes, node => Assert.Equal(("running", true), (node.Status, node.UpdatedAt > progress.RequestedAt)));
        Assert.Equal(("2150", "running"), (info.Text("searchEngineVersionCode"), info.Text("clusterStatus")));
    }

    [Theory]
    [InlineData(StandardClusters.Failing, 4, "Upgrade_OpenSearch_Failed")]
    [InlineData(StandardClusters.Stalling, 3, "Upgrade_OpenSearch")]
    public async Task The_failing_and_the_stalling_cluster_end_midway(string no, int completed, string status)
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time });
        emulator.Time.Advance(TimeSpan.FromHours(1));

        var progress = Progress.Of(await emulator.ProgressAsync(no));

        Assert.Equal(completed, progress.Nodes.Count(node => node.Status == "complete"));
        Assert.Single(progress.Nodes, node => node.Status == status);
    }

    private static List<string?> Numbers(JsonElement list) =>
        [.. list.GetProperty("allowedClusters").EnumerateArray().Select(cluster => cluster.Text("serviceGroupInstanceNo"))];
}
