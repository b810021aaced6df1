namespace NcpSearchEngine.Client.Tests;

/// <summary>The government's site has no <c>getClusterInfo</c>; there the list of clusters, page by page, tells the version by its name.</summary>
public class VersionByListTests
{
    private static readonly string _unproven = WireProgress.Of(new WireNode("a", "running")).ToString();

    [Theory]
    [InlineData("OpenSearch 2.15.0", "running", UpgradeState.Completed)]
    [InlineData("2.15.0", "running", UpgradeState.Completed)]
    [InlineData("2150", "Running", UpgradeState.Completed)]
    [InlineData("2.14.0", "running", UpgradeState.InProgress)]
    [InlineData("2.15.0", "changing", UpgradeState.InProgress)]
    [InlineData("", "running", UpgradeState.InProgress)]
    public async Task The_digits_of_the_version_decide(string version, string status, UpgradeState expected)
    {
        StubService service = Service(Page(1, 1, Cluster(EmulatedService.ClusterNo, version, status)));
        using SearchEngineClient client = service.Client(endpoint: SearchEngineEndpoint.Resolve("Gov"));

        Assert.Equal(expected, (await client.ReadAsync()).Value.State);
    }

    [Fact]
    public async Task Every_digit_counts()
    {
        string unproven = (WireProgress.Of(new WireNode("a", "running")) with { VersionVo = new WireVersion("2150", "2190", WireProgress.Action) }).ToString();
        foreach ((string version, UpgradeState expected) in new[] { ("2.19.0", UpgradeState.Completed), ("2.1.0", UpgradeState.InProgress) })
        {
            StubService service = Service(unproven, Page(1, 1, Cluster(EmulatedService.ClusterNo, version, "running")));
            using SearchEngineClient client = service.Client(endpoint: SearchEngineEndpoint.Resolve("Gov"));

            Assert.Equal(expected, (await client.ReadAsync()).Value.State);
        }
    }

    [Fact]
    public async Task Goes_through_the_pages_until_it_finds_the_cluster_and_signs_each_query()
    {
        StubService service = Service(Page(1, 3, Cluster("1", "2.15.0", "running")), Page(2, 3, Cluster(EmulatedService.ClusterNo, "2.15.0", "running")));
        using SearchEngineClient client = service.Client(endpoint: SearchEngineEndpoint.Resolve("Gov", "KRS"));

        Assert.Equal(UpgradeState.Completed, (await client.ReadAsync()).Value.State);

        Assert.Equal(4, service.Requests.Count);
        Assert.All(service.Requests.Skip(2), static request => Assert.Equal("/api/krs-v2/cluster/getClusterInfoList", request.Uri.AbsolutePath));
        Assert.Contains("pageNo=1&", service.Requests[2].Uri.Query, StringComparison.Ordinal);
        Assert.Contains("pageNo=2&", service.Requests[3].Uri.Query, StringComparison.Ordinal);
        Assert.All(service.Requests, static request => Assert.Equal(
            TestKeys.Signature(request.Method, request.Uri.PathAndQuery, request.Timestamp, TestKeys.AccessKey, TestKeys.SecretKey),
            request.Signature));
    }

    [Fact]
    public async Task Ends_at_the_last_page_even_where_the_service_repeats_that_one_for_ever()
    {
        StubService service = Service(Page(1, 2, Cluster("1", "2.15.0", "running")), Page(2, 2, Cluster("2", "2.15.0", "running")));
        using SearchEngineClient client = service.Client(endpoint: SearchEngineEndpoint.Resolve("Gov"));

        RollingUpgrade upgrade = (await client.ReadAsync()).Value;

        Assert.Equal(UpgradeState.InProgress, upgrade.State);
        Assert.NotNull(upgrade.MissingProof);
        Assert.Equal(4, service.Requests.Count);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"allowedClusters":null}""")]
    [InlineData("""{"totalPage":0,"allowedClusters":[]}""")]
    [InlineData("""{"totalPage":1,"allowedClusters":[null]}""")]
    public async Task A_list_without_the_cluster_proves_nothing(string result)
    {
        StubService service = Service(Answer.Success(result));
        using SearchEngineClient client = service.Client(endpoint: SearchEngineEndpoint.Resolve("Gov"));

        RollingUpgrade upgrade = (await client.ReadAsync()).Value;

        Assert.Equal(UpgradeState.InProgress, upgrade.State);
        Assert.NotNull(upgrade.MissingProof);
    }

    /// <summary>Answers the progress, refuses the cluster's own page, then lists; the last page again and again, up to a number that nobody needs.</summary>
    private static StubService Service(params Answer[] pages) => Service(_unproven, pages);

    private static StubService Service(string unproven, params Answer[] pages)
    {
        Answer[] answers = [Answer.Success(unproven), Answer.Gateway(404, "300"), .. pages];
        return new StubService((index, _) => index < 50
            ? Task.FromResult(answers[Math.Min(index, answers.Length - 1)].ToMessage())
            : throw new InvalidOperationException("The client asks for ever."));
    }

    private static Answer Page(int no, int of, string cluster) => Answer.Success(
        $$"""{"currentPage":{{no}},"pageSize":100,"totalCount":{{of}},"totalPage":{{of}},"allowedClusters":[{{cluster}}],"disallowedClusters":[]}""");

    private static string Cluster(string no, string version, string status) =>
        $$"""{"serviceGroupInstanceNo":"{{no}}","clusterName":"c","clusterStatus":"{{status}}","searchEngineVersion":"{{version}}"}""";
}
