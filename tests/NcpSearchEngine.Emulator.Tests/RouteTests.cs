namespace NcpSearchEngine.Emulator.Tests;

/// <summary>Which paths and methods lead anywhere.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData("/api/v2")]
    [InlineData("/api/sgn-v2")]
    [InlineData("/api/jpn-v2")]
    [InlineData("/api/krs-v2")]
    public async Task Every_region_s_prefix_leads_to_every_operation(string prefix)
    {
        await using var emulator = await TestEmulator.StartAsync();
        const string Upgrade = """{"serviceGroupInstanceNo":"1000003","targetVersionCode":"2150"}""";
        var replies = new[]
        {
            await emulator.PostAsync(prefix + "/cluster/getRollingUpgradeProgress", """{"serviceGroupInstanceNo":"3427188"}"""),
            await emulator.GetAsync(prefix + "/cluster/getClusterInfo/3427188"),
            await emulator.GetAsync(prefix + "/cluster/getClusterInfoList"),
            await emulator.GetAsync(prefix + "/cluster/getClusterNodeList/3427188"),
            await emulator.GetAsync(prefix + "/cluster/getSearchEngineVersionList"),
            await emulator.PostAsync(prefix + "/cluster/rollingUpgradePreCheck", Upgrade),
            await emulator.PostAsync(prefix + "/cluster/rollingUpgradeCluster", Upgrade),
        };

        Assert.All(replies, reply =>
        {
            Assert.Equal(200, reply.Status);
            Assert.Equal(0, reply.Json.Number("code"));
        });
        Assert.Equal(OperationNames.All.SkipLast(1).Order(), emulator.Requests.Snapshot().Select(record => record.Operation).Order());
    }

    [Theory]
    [InlineData("GET", "/api/v2/cluster/getRollingUpgradeProgress")]
    [InlineData("PUT", "/api/v2/cluster/getRollingUpgradeProgress")]
    [InlineData("POST", "/api/v2/cluster/getRollingUpgradeProgress/3427188")]
    [InlineData("POST", "/api/v2/cluster/getrollingupgradeprogress")]
    [InlineData("POST", "/api/v3/cluster/getRollingUpgradeProgress")]
    [InlineData("POST", "/api/usn-v2/cluster/getRollingUpgradeProgress")]
    [InlineData("POST", "/api/v2/getRollingUpgradeProgress")]
    [InlineData("POST", "/cluster/getRollingUpgradeProgress")]
    [InlineData("POST", "/api/v2/cluster/getClusterInfo/3427188")]
    [InlineData("GET", "/api/v2/cluster/getClusterInfo")]
    [InlineData("GET", "/api/v2/cluster/getClusterInfo/")]
    [InlineData("GET", "/api/v2/cluster/getClusterInfo/3427188/x")]
    [InlineData("POST", "/api/v2/cluster/getClusterInfoList")]
    [InlineData("POST", "/api/v2/cluster/getSearchEngineVersionList")]
    [InlineData("GET", "/api/v2/cluster/rollingUpgradeCluster")]
    [InlineData("POST", "/latest/meta-data/iam/security-credentials/")]
    [InlineData("GET", "/")]
    public async Task Everything_else_is_not_found(string method, string path)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var body = method == "GET" ? null : TestEmulator.Body("3427188");
        var reply = await emulator.SendAsync(emulator.Signed(new HttpMethod(method), path, body));

        Assert.Equal(404, reply.Status);
        Assert.Equal("""{"error":{"errorCode":"300","message":"Not Found Exception","details":"URL not found."}}""", reply.Text);
    }
}
