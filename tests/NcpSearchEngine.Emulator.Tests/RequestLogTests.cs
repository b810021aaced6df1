using System.Text.Json;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>What the emulator remembers of the requests.</summary>
public sealed class RequestLogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_kept_as_it_was_sent()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Time.Advance(TimeSpan.FromSeconds(5));
        var request = emulator.Signed(HttpMethod.Post, TestEmulator.ProgressPath + "?a=%20b", """{"serviceGroupInstanceNo":"3427188","memo":"한"}""");
        request.Headers.UserAgent.ParseAdd("tests/1.0");
        var signature = request.Headers.GetValues("x-ncp-apigw-signature-v2").Single();

        await emulator.SendAsync(request);

        var record = Assert.Single(emulator.Requests.Snapshot());
        Assert.Equal(1, record.Sequence);
        Assert.Equal(TestEmulator.Start.AddSeconds(5), record.ArrivedAt);
        Assert.Equal("POST", record.Method);
        Assert.Equal(TestEmulator.ProgressPath + "?a=%20b", record.PathAndQuery);
        Assert.Equal("""{"serviceGroupInstanceNo":"3427188","memo":"한"}""", record.Body);
        Assert.Equal("getRollingUpgradeProgress", record.Operation);
        Assert.Equal("3427188", record.ClusterNo);
        Assert.Equal("application/json; charset=utf-8", record.ContentType);
        Assert.Equal("tests/1.0", record.UserAgent);
        Assert.Equal($"{TestEmulator.Start.AddSeconds(5).ToUnixTimeMilliseconds()}", record.Timestamp);
        Assert.Equal("FAKEACCESSKEY0000000", record.AccessKey);
        Assert.Equal(signature, record.Signature);
        Assert.Equal(200, record.Status);
        Assert.Null(record.Refusal);
        Assert.Null(record.Fault);
        Assert.Equal($"08:09:46.000 POST {TestEmulator.ProgressPath}?a=%20b 3427188 -> 200 0.0 ms", record.ToString());
    }

    [Fact]
    public async Task The_secret_is_in_none_of_it()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await emulator.GetAsync("/latest/meta-data/iam/security-credentials/emulated-role");
        await emulator.ProgressAsync("3427188");
        var (_, overview) = await emulator.AdministerAsync(HttpMethod.Get, "/");
        var (_, requests) = await emulator.AdministerAsync(HttpMethod.Get, "/requests");

        var all = JsonSerializer.Serialize(emulator.Requests.Snapshot()) + overview + requests;

        Assert.Contains(EmulatorOptions.FakeAccessKey, all, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKESECRETKEY", all, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKEROLESECRET", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_counted_in_all_and_by_cluster()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await emulator.ProgressAsync("3427188");
        await emulator.GetAsync("/api/v2/cluster/getClusterInfo/3427188");
        await emulator.ProgressAsync("404");
        await emulator.GetAsync("/api/v2/cluster/getClusterInfoList");
        await emulator.GetAsync("/nowhere");

        Assert.Equal(5, emulator.Requests.Count);
        Assert.Equal(2, emulator.Requests.CountFor("3427188"));
        Assert.Equal(1, emulator.Requests.CountFor("404"));
        Assert.Equal(0, emulator.Requests.CountFor("1"));
        Assert.Equal([200, 200, 400, 200, 404], emulator.Requests.Snapshot().Select(record => record.Status!.Value));
    }

    [Theory]
    [InlineData(3, new long[] { 3, 4, 5 })]
    [InlineData(5, new long[] { 1, 2, 3, 4, 5 })]
    [InlineData(0, new long[0])]
    public async Task Only_the_last_ones_are_kept_but_all_are_counted(int capacity, long[] kept)
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, RequestLogCapacity = capacity });
        for (var i = 0; i < 5; i++)
        {
            await emulator.ProgressAsync("3427188");
        }

        Assert.Equal(5, emulator.Requests.Count);
        Assert.Equal(5, emulator.Requests.CountFor("3427188"));
        Assert.Equal(kept, emulator.Requests.Snapshot().Select(record => record.Sequence));
    }

    [Fact]
    public async Task What_is_in_flight_is_counted_and_its_peak_kept()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var release = new TaskCompletionSource<EmulatedAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var threeWait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 0;
        emulator.Clusters.Add(new DelegateCluster("42", _ =>
        {
            if (Interlocked.Increment(ref waiting) == 3)
            {
                threeWait.SetResult();
            }

            return new ValueTask<EmulatedAnswer?>(release.Task);
        }));

        var replies = Enumerable.Range(0, 3).Select(_ => emulator.ProgressAsync("42")).ToArray();
        await threeWait.Task.WaitAsync(Token);
        Assert.Equal((3, 3), (emulator.Requests.InFlight, emulator.Requests.PeakInFlight));
        Assert.All(emulator.Requests.Snapshot(), record => Assert.Null(record.Status));

        release.SetResult("{}");
        await Task.WhenAll(replies);
        Assert.Equal((0, 3), (emulator.Requests.InFlight, emulator.Requests.PeakInFlight));

        emulator.Requests.Clear();
        await emulator.ProgressAsync("3427188");
        Assert.Equal((1, 0, 1), (emulator.Requests.Count, emulator.Requests.CountFor("42"), emulator.Requests.PeakInFlight));
    }

    [Fact]
    public async Task A_client_that_asks_one_after_the_other_is_never_two()
    {
        await using var emulator = await TestEmulator.StartAsync();
        for (var i = 0; i < 200; i++)
        {
            await emulator.ProgressAsync("3427188");
        }

        Assert.Equal((0, 1), (emulator.Requests.InFlight, emulator.Requests.PeakInFlight));
    }
}
