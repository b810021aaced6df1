using System.Security.Cryptography;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>Recorded answers come back byte for byte.</summary>
public sealed class ReplayClusterTests
{
    [Theory]
    [InlineData(StandardClusters.Published2025, "7096A2AA978B2CB9A03C4F2A621C710412603E58150896F37AC4D71D27F91939", "cluster000", 8)]
    [InlineData(StandardClusters.Published2024, "1F9D49EA48E4DE913322387D3BE29F54E6B81304BB80100CDDB10005BBF66D36", "sso-test-270", 5)]
    public async Task The_published_answers_come_as_published_every_time(string no, string sha256, string name, int nodes)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var first = await emulator.ProgressAsync(no);
        emulator.Time.Advance(TimeSpan.FromDays(1));
        var second = await emulator.ProgressAsync(no);

        Assert.Equal(sha256, Convert.ToHexString(SHA256.HashData(first.Body)));
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(name, first.Result.Text("name"));
        Assert.Equal(nodes, first.Result.GetProperty("nodeStatusVoList").GetArrayLength());
    }

    [Fact]
    public async Task Several_answers_come_one_after_the_other_and_the_last_one_again()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(new ReplayCluster("42", "{\"a\":1}", "not JSON at all", "{\"한\":3}"));

        var texts = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            texts.Add((await emulator.ProgressAsync("42")).Text);
        }

        Assert.Equal(["{\"a\":1}", "not JSON at all", "{\"한\":3}", "{\"한\":3}", "{\"한\":3}"], texts);
    }

    [Fact]
    public async Task Any_bytes_can_be_replayed()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var bytes = Enumerable.Range(0, 256).Select(number => (byte)number).ToArray();
        emulator.Clusters.Add(new ReplayCluster("42", bytes.AsMemory()));

        Assert.Equal(bytes, (await emulator.ProgressAsync("42")).Body);
    }

    [Fact]
    public async Task What_is_replayed_can_be_replaced_while_it_runs()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var cluster = new ReplayCluster("42", "1", "2");
        emulator.Clusters.Add(cluster);
        Assert.Equal("1", (await emulator.ProgressAsync("42")).Text);

        cluster.Replay("3", "4");

        Assert.Equal("3", (await emulator.ProgressAsync("42")).Text);
        Assert.Equal("4", (await emulator.ProgressAsync("42")).Text);
        Assert.Equal("4", (await emulator.ProgressAsync("42")).Text);
    }

    [Fact]
    public async Task Each_answer_goes_to_one_request_only_however_many_ask_at_once()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(new ReplayCluster("42", [.. Enumerable.Range(1, 32).Select(number => $"{number}")]));

        var replies = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => emulator.ProgressAsync("42")));

        Assert.Equal(Enumerable.Range(1, 32), replies.Select(reply => int.Parse(reply.Text, null)).Order());
    }

    [Fact]
    public async Task The_other_operations_agree_with_what_is_replayed()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var info = (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/3427188")).Result;

        Assert.Equal("cluster000", info.Text("clusterName"));
        Assert.Equal("2140", info.Text("searchEngineVersionCode"));
        Assert.Equal("changing", info.Text("clusterStatus"));
        Assert.Equal((2, 3, 3), (info.Number("managerNodeCount"), info.Number("dataNodeCount"), info.Number("masterNodeCount")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"result\":7}")]
    [InlineData("{\"result\":{\"name\":{},\"versionVo\":[],\"nodeStatusVoList\":[1,{\"hostname\":3}]}}")]
    public async Task The_other_operations_bear_a_recording_that_makes_no_sense(string body)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(new ReplayCluster("42", body));
        Assert.Equal("cluster-42", (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/42")).Result.Text("clusterName"));
    }

    [Fact]
    public void There_must_be_something_to_replay()
    {
        Assert.Throws<ArgumentException>(() => new ReplayCluster("42", Array.Empty<string>()));
        Assert.Throws<ArgumentException>(() => new ReplayCluster("42", "{}").Replay(Array.Empty<string>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("-1")]
    [InlineData("١٢")]
    public void A_number_consists_of_digits(string no) => Assert.ThrowsAny<ArgumentException>(() => new ReplayCluster(no, "{}"));
}
