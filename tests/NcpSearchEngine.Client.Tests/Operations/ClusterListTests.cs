using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>All clusters, page by page: each once, none too early, and never without end.</summary>
public class ClusterListTests
{
    [Fact]
    public async Task Every_page_is_read_and_each_cluster_comes_once()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Clusters.AddLiveClusters(250);

        List<SearchEngineCluster> clusters = await ReadAllAsync(service.Client());

        Assert.Equal(service.Emulator.Clusters.Select(static cluster => cluster.No).Order(), clusters.Select(static cluster => cluster.ServiceGroupInstanceNo).Order());
        Assert.Equal(
            ["?pageNo=1&pageSize=100", "?pageNo=2&pageSize=100", "?pageNo=3&pageSize=100"],
            service.Requests.Select(static request => new Uri("http://x" + request.PathAndQuery).Query));
    }

    [Fact]
    public async Task A_page_is_asked_for_when_the_one_before_has_been_taken()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Clusters.AddLiveClusters(250);
        int taken = 0;

        await foreach (SearchEngineCluster cluster in service.Client().GetClustersAsync(TestContext.Current.CancellationToken))
        {
            // The one that is disallowed stands on every page and comes with the first.
            Assert.Equal(1 + (Math.Max(0, taken - 1) / 100), service.Requests.Count);
            taken++;
        }

        Assert.Equal(258, taken);
    }

    [Fact]
    public async Task A_cluster_has_what_the_service_tells_of_it()
    {
        SearchEngineCluster cluster = Assert.Single(await ReadAsync(Answer.Success("""
            {"totalPage":1,"allowedClusters":[{"serviceGroupInstanceNo":3427188,"clusterName":"cluster000","clusterStatus":"running","searchEngineStatus":"green",
             "searchEngineVersion":"OpenSearch 2.15.0","managerNodeCount":"2","dataNodeCount":3,"masterNodeCount":0,"vpcName":"vpc","createDate":"2025-03-24 16:30:00"}]}
            """)));

        Assert.Equal(
            ("3427188", "cluster000", "running", "green", "vpc", true, "request-1"),
            (cluster.ServiceGroupInstanceNo, cluster.ClusterName, cluster.Status, cluster.SearchEngineStatus, cluster.VpcName, cluster.IsAllowed, cluster.RequestId));
        Assert.Equal((2, 3, 0), (cluster.ManagerNodeCount, cluster.DataNodeCount, cluster.MasterNodeCount));
        Assert.Equal(DateTimeOffset.Parse("2025-03-24T16:30:00+09:00", null), cluster.CreatedAt);
    }

    [Theory]
    [InlineData("OpenSearch 2.15.0", "2.15.0", "2150")]
    [InlineData("2.15.0", "2.15.0", "2150")]
    [InlineData("OpenSearch-1.3.3", "1.3.3", "133")]
    [InlineData("v7.9.0 (Elasticsearch)", "7.9.0", "790")]
    [InlineData("2150", "2.15.0", "2150")]
    [InlineData(" 133 ", "1.3.3", "133")]
    [InlineData("21", "21", "21")]
    [InlineData("newest", null, null)]
    [InlineData("OpenSearch 2..0", null, null)]
    [InlineData("", null, null)]
    public async Task The_version_is_had_as_number_and_as_code(string written, string? version, string? code)
    {
        SearchEngineCluster cluster = Assert.Single(await ReadAsync(Page(1, $$"""{"serviceGroupInstanceNo":"1","searchEngineVersion":"{{written}}"}""")));

        Assert.Equal((version, code), (cluster.Version, cluster.VersionCode));
    }

    [Fact]
    public async Task A_cluster_that_may_not_be_touched_is_marked_and_has_only_its_four_fields()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        SearchEngineCluster cluster = Assert.Single(await ReadAllAsync(service.Client()), static cluster => !cluster.IsAllowed);

        Assert.Equal(
            (StandardClusters.Disallowed, "somebody-elses", "running", "green"),
            (cluster.ServiceGroupInstanceNo, cluster.ClusterName, cluster.Status, cluster.SearchEngineStatus));
        Assert.Equal(((string?)null, (int?)null, (DateTimeOffset?)null), (cluster.Version, cluster.DataNodeCount, cluster.CreatedAt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(int.MaxValue)]
    public async Task A_page_that_brings_nothing_new_is_the_last_whatever_the_service_says(int? totalPage)
    {
        string full = string.Join(',', Enumerable.Range(1, 100).Select(Cluster));
        StubService service = new((index, _) => index < 10
            ? Task.FromResult(Page(totalPage, full).ToMessage())
            : throw new InvalidOperationException("The client asks for ever."));

        Assert.Equal(100, (await ReadAllAsync(service.Client())).Count);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Without_a_number_of_pages_one_that_is_not_full_is_the_last()
    {
        string full = string.Join(',', Enumerable.Range(1, 100).Select(Cluster));
        StubService service = new(Page(null, full), Page(null, Cluster(101)), Page(null, Cluster(102)));

        Assert.Equal(101, (await ReadAllAsync(service.Client())).Count);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Pages_of_disallowed_clusters_alone_are_read_too()
    {
        StubService service = new(Disallowed(1), Disallowed(2));

        Assert.Equal(["1", "2"], (await ReadAllAsync(service.Client())).Select(static cluster => cluster.ServiceGroupInstanceNo));

        static Answer Disallowed(int no) => Answer.Success($$"""{"totalPage":2,"allowedClusters":[],"disallowedClusters":[{{Cluster(no)}}]}""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"totalPage":"0","allowedClusters":null,"disallowedClusters":[]}""")]
    [InlineData("""{"totalPage":1,"allowedClusters":[null]}""")]
    public async Task An_account_without_clusters_has_none(string result) => Assert.Empty(await ReadAsync(Answer.Success(result)));

    [Fact]
    public async Task Texts_are_cleaned()
    {
        SearchEngineCluster cluster = Assert.Single(await ReadAsync(Page(
            1,
            """{"serviceGroupInstanceNo":"1\u001b[2J","clusterName":"a\u202eb","clusterStatus":"\u0007","searchEngineStatus":"\u0000","vpcName":"\r\n","createDate":"soon"}""")));

        Assert.Equal(
            ("1\uFFFD[2J", "a\uFFFDb", "\uFFFD", "\uFFFD", "\uFFFD\uFFFD"),
            (cluster.ServiceGroupInstanceNo, cluster.ClusterName, cluster.Status, cluster.SearchEngineStatus, cluster.VpcName));
        Assert.Null(cluster.CreatedAt);
    }

    [Fact]
    public async Task A_failure_comes_after_the_pages_before_it()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Clusters.AddLiveClusters(250);
        service.Emulator.Faults.Add("pass then 401/210 on getClusterInfoList");
        List<SearchEngineCluster> taken = [];

        NcpApiException exception = await Assert.ThrowsAsync<NcpApiException>(async () =>
        {
            await foreach (SearchEngineCluster cluster in service.Client().GetClustersAsync(TestContext.Current.CancellationToken))
            {
                taken.Add(cluster);
            }
        });

        Assert.Equal((NcpErrorId.PermissionDenied, "getClusterInfoList"), (exception.ErrorId, exception.Operation));
        Assert.Equal(101, taken.Count);
    }

    [Fact]
    public async Task The_token_ends_the_read_under_way()
    {
        using CancellationTokenSource stop = new();
        StubService service = new(async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("It was to be cancelled.");
        });
        using SearchEngineClient client = service.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await client.GetClustersAsync(stop.Token).GetAsyncEnumerator(stop.Token).MoveNextAsync());
    }

    private static string Cluster(int no) => $$"""{"serviceGroupInstanceNo":"{{no}}","clusterName":"c{{no}}"}""";

    private static Answer Page(int? totalPage, string allowed) =>
        Answer.Success($$"""{"totalPage":{{totalPage?.ToString(null, null) ?? "null"}},"allowedClusters":[{{allowed}}],"disallowedClusters":[]}""");

    private static async Task<List<SearchEngineCluster>> ReadAsync(params Answer[] answers)
    {
        using StubService service = new(answers);
        using SearchEngineClient client = service.Client();
        return await ReadAllAsync(client);
    }

    private static async Task<List<SearchEngineCluster>> ReadAllAsync(SearchEngineClient client)
    {
        List<SearchEngineCluster> clusters = [];
        await foreach (SearchEngineCluster cluster in client.GetClustersAsync(TestContext.Current.CancellationToken))
        {
            clusters.Add(cluster);
        }

        return clusters;
    }
}
