namespace NcpSearchEngine.Emulator.Tests;

/// <summary>A test can play a cluster itself.</summary>
public sealed class DelegateClusterTests
{
    [Fact]
    public async Task A_script_sees_the_request_and_answers_with_a_string()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(new DelegateCluster("42", request => string.Join(
            '|', request.Operation, request.ClusterNo, request.Record.Sequence, request.ServiceNow.ToString("O"), request.Query("x"), request.BodyText)));

        Assert.Equal(
            """getRollingUpgradeProgress|42|1|2026-03-24T08:09:41.0000000+00:00||{"serviceGroupInstanceNo":"42"}""",
            (await emulator.ProgressAsync("42")).Text);
        Assert.Equal(
            "getClusterInfo|42|2|2026-03-24T08:09:41.0000000+00:00|한|",
            (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/42?x=%ED%95%9C")).Text);
    }

    [Fact]
    public async Task What_the_script_leaves_the_service_answers_from_the_state()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(new DelegateCluster("42", request => request.Operation == OperationNames.Progress ? "{}" : null)
        {
            State = new ClusterState("133", "working", null, [new NodeState("a", "D", "running", TestEmulator.Start)]),
        });

        Assert.Equal("{}", (await emulator.ProgressAsync("42")).Text);
        var info = (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/42")).Result;
        Assert.Equal(("cluster-42", "133", "working"), (
            info.Text("clusterName"), info.Text("searchEngineVersionCode"), info.Text("clusterStatus")));
    }

    [Fact]
    public async Task A_script_may_answer_with_anything()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Clusters.Add(new DelegateCluster("42", _ => new EmulatedAnswer { Status = 418, ContentType = null, Headers = [new("X-Tea", "1")] }));

        var reply = await emulator.ProgressAsync("42");

        Assert.Equal((418, null, "1"), (reply.Status, reply.Header("Content-Type"), reply.Header("X-Tea")));
    }

    [Fact]
    public async Task A_script_that_throws_is_an_unexpected_error_with_its_words()
    {
        await using var emulator = await TestEmulator.StartAsync();
        EmulatedAnswer? Throw(EmulatedRequestContext request) => throw new InvalidOperationException("my mistake");
        emulator.Clusters.Add(new DelegateCluster("42", Throw));

        var reply = await emulator.ProgressAsync("42");

        Assert.Equal("500/900", reply.GatewayCode);
        Assert.Contains("my mistake", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_not_let_in_never_reaches_it()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var asked = 0;
        emulator.Clusters.Add(new DelegateCluster("42", _ => $"{++asked}"));

        await emulator.SendAsync(emulator.Signed(HttpMethod.Post, TestEmulator.ProgressPath, """{"serviceGroupInstanceNo":"42"}""", secretKey: "wrong"));

        Assert.Equal(0, asked);
        Assert.Equal("1", (await emulator.ProgressAsync("42")).Text);
    }
}
