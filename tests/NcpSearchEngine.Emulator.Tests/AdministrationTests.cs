using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>The emulator's own pages: no signature, no log, no fault, this machine only.</summary>
public sealed class AdministrationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task The_first_page_tells_everything(string path)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add("503/500 x2 on 3427188");
        await emulator.ProgressAsync("3427188");

        var (status, page) = await emulator.AdministerAsync(HttpMethod.Get, path);

        Assert.Equal(200, status);
        Assert.Equal($"http://127.0.0.1:{emulator.Emulator.Endpoint.Port}", page.Text("endpoint"));
        Assert.Equal(1, page.GetProperty("requests").Number("count"));
        var fault = Assert.Single(page.GetProperty("faults").EnumerateArray());
        Assert.Equal(("503/500 x2 on 3427188", 1, false), (fault.Text("rule"), fault.Number("hits"), fault.Is("isOver")));
        var live = page.GetProperty("clusters").EnumerateArray().Single(cluster => cluster.Text("no") == StandardClusters.Live);
        Assert.Equal(("live", "changing"), (live.Text("kind"), live.Text("status")));
        Assert.Contains("1 Upgrade_OpenSearch", live.Text("nodes"), StringComparison.Ordinal);
        Assert.Equal(AdministrationPages.Paths.Count, page.GetProperty("pages").GetArrayLength());
        Assert.Equal(FaultSyntax.Description.Count, page.GetProperty("faultSyntax").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"fault":"503/500 x1"}""", 1)]
    [InlineData("""["503/500 x1","504/510 x1"]""", 2)]
    public async Task Faults_can_be_added_and_removed(string body, int count)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, page) = await emulator.AdministerAsync(HttpMethod.Post, "/faults", body);
        Assert.Equal((200, count), (status, page.GetProperty("faults").GetArrayLength()));
        Assert.Equal(503, (await emulator.ProgressAsync("3427188")).Status);

        await emulator.AdministerAsync(HttpMethod.Delete, "/faults");
        Assert.Empty(emulator.Faults.Rules);
    }

    [Theory]
    [InlineData("/faults", """{"fault":"explode"}""", "'explode' is no action")]
    [InlineData("/faults", """["503/500","explode"]""", "'explode' is no action")]
    [InlineData("/faults", """{"fault":7}""", "A rule is a text.")]
    [InlineData("/faults", """{"rule":"503/500"}""", "Expected {\"fault\": RULE}")]
    [InlineData("/faults", "503/500", "invalid")]
    [InlineData("/faults", "", "JSON")]
    [InlineData("/clusters", "{}", "Expected \"no\", \"count\" or \"restart\".")]
    [InlineData("/clusters", """{"no":"x"}""", "consists of digits")]
    [InlineData("/clusters", """{"no":"42","failsAtNode":9}""", "one of its nodes")]
    [InlineData("/clusters", """{"no":"42","nodeCuont":9}""", "nodeCuont")]
    [InlineData("/clusters", """{"count":-1}""", "count")]
    [InlineData("/clusters", """{"restart":"3427188"}""", "There is no live cluster 3427188.")]
    [InlineData("/clock", """{"offset":"soon"}""", "'soon' is no time")]
    [InlineData("/clock", "null", "empty")]
    public async Task A_mistake_is_explained_and_changes_nothing(string path, string body, string error)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, answer) = await emulator.AdministerAsync(HttpMethod.Post, path, body);

        Assert.Equal(400, status);
        Assert.Contains(error, answer.Text("error"), StringComparison.Ordinal);
        Assert.Empty(emulator.Faults.Rules);
        Assert.Equal(8, emulator.Clusters.Count);
        Assert.Equal(TimeSpan.Zero, emulator.Emulator.ClockOffset);
    }

    [Fact]
    public async Task Requests_can_be_read_and_forgotten()
    {
        await using var emulator = await TestEmulator.StartAsync();
        foreach (var no in new[] { "3427188", "1000001", "3427188", "2700270" })
        {
            await emulator.ProgressAsync(no);
        }

        Assert.Equal([1L, 2, 3, 4], await SequencesAsync(emulator, "/requests"));
        Assert.Equal([3L, 4], await SequencesAsync(emulator, "/requests?last=2"));
        Assert.Equal([1L, 3], await SequencesAsync(emulator, "/requests?cluster=3427188"));
        Assert.Equal(400, (await emulator.AdministerAsync(HttpMethod.Get, "/requests?last=x")).Status);
        Assert.Equal(4, emulator.Requests.Count);

        await emulator.AdministerAsync(HttpMethod.Delete, "/requests");
        Assert.Equal(0, emulator.Requests.Count);
    }

    [Fact]
    public async Task A_live_cluster_can_be_added_as_one_likes()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, answer) = await emulator.AdministerAsync(HttpMethod.Post, "/clusters", """
            {
              "no": "42", "name": "mine", "nodeCount": 3, "currentVersionCode": "270", "targetVersionCode": "290", "previousVersionCode": "133",
              "startsAfterSeconds": 60, "secondsPerNode": 30, "speed": 2, "failsAtNode": 3, "failureStatus": "ABORTED", "afterwards": "backToRunning"
            }
            """);

        Assert.Equal((200, "42"), (status, answer.GetProperty("added")[0].GetString()));
        var progress = Progress.Of(await emulator.ProgressAsync("42"));
        Assert.Equal(("133", "270", 3), (progress.From, progress.To, progress.Nodes.Count));
        emulator.Time.Advance(TimeSpan.FromSeconds(60 + 15 + 15 + 7.5));
        progress = Progress.Of(await emulator.ProgressAsync("42"));
        Assert.Equal(("270", "290"), (progress.From, progress.To));
        Assert.Equal(["ABORTED", "complete", "complete"], progress.Nodes.Select(node => node.Status).Order());
        Assert.Equal("mine", emulator.Clusters.Find("42")!.Name);
    }

    [Fact]
    public async Task Many_clusters_can_be_added_one_played_again_and_one_removed()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (_, answer) = await emulator.AdministerAsync(HttpMethod.Post, "/clusters", """{"count":3,"starts":false}""");
        Assert.Equal(["5000001", "5000002", "5000003"], answer.GetProperty("added").EnumerateArray().Select(no => no.GetString()));
        Assert.Null(Progress.Of(await emulator.ProgressAsync("5000003")).RequestedAt);

        emulator.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, (await emulator.AdministerAsync(HttpMethod.Post, "/clusters", """{"restart":"1000001"}""")).Status);
        Assert.Equal(new DateTime(2026, 3, 24, 18, 9, 41), Progress.Of(await emulator.ProgressAsync("1000001")).RequestedAt);

        Assert.Equal(200, (await emulator.AdministerAsync(HttpMethod.Delete, "/clusters/5000002")).Status);
        Assert.Null(emulator.Clusters.Find("5000002"));
        Assert.Equal(400, (await emulator.AdministerAsync(HttpMethod.Delete, "/clusters/5000002")).Status);
    }

    [Fact]
    public async Task The_clock_can_be_set_wrong()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var (_, page) = await emulator.AdministerAsync(HttpMethod.Post, "/clock", """{"offset":"-6m"}""");
        Assert.Equal("-6m", page.Text("clockOffset"));
        Assert.Equal("Tue, 24 Mar 2026 08:03:41 GMT", (await emulator.ProgressAsync("3427188")).Header("Date"));
    }

    [Theory]
    [InlineData("GET", "/faults")]
    [InlineData("PUT", "/clusters")]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/requests/1")]
    public async Task A_page_that_is_not_there_says_which_are(string method, string path)
    {
        await using var emulator = await TestEmulator.StartAsync();
        var (status, answer) = await emulator.AdministerAsync(new HttpMethod(method), path);
        Assert.Equal(404, status);
        Assert.Equal(AdministrationPages.Paths.Count, answer.GetProperty("pages").GetArrayLength());
    }

    [Fact]
    public async Task The_pages_are_neither_logged_nor_faulty()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add("reset");
        Assert.Equal(200, (await emulator.AdministerAsync(HttpMethod.Get, "/")).Status);
        Assert.Equal(0, emulator.Requests.Count);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.1.2.3", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("::ffff:192.0.2.1", false)]
    [InlineData(null, false)]
    public async Task Only_this_machine_gets_in(string? address, bool isAllowed)
    {
        await using var emulator = await TestEmulator.StartAsync();
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Path = "/_emulator/";
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        http.Response.Body = new MemoryStream();

        await new AdministrationPages(emulator.Emulator, new EmulatorClock(emulator.Time, TimeSpan.Zero, TimeSpan.Zero)).HandleAsync(http);

        Assert.Equal(isAllowed ? 200 : 404, http.Response.StatusCode);
        http.Response.Body.Position = 0;
        var page = await JsonDocument.ParseAsync(http.Response.Body, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(isAllowed, page.RootElement.TryGetProperty("clusters", out _));
    }

    private static async Task<IEnumerable<long>> SequencesAsync(TestEmulator emulator, string path)
    {
        var (status, page) = await emulator.AdministerAsync(HttpMethod.Get, path);
        Assert.Equal(200, status);
        Assert.Equal(JsonValueKind.Array, page.GetProperty("requests").ValueKind);
        return page.GetProperty("requests").EnumerateArray().Select(request => request.GetProperty("sequence").GetInt64()).ToList();
    }
}
