namespace NcpSearchEngine.Emulator.Tests;

/// <summary>What stands in the body of a request.</summary>
public sealed class RequestParameterTests
{
    [Theory]
    [InlineData("""{"serviceGroupInstanceNo":"3427188"}""")]
    [InlineData("""{"serviceGroupInstanceNo":3427188}""")]
    [InlineData(""" { "regionNo" : "1", "other": [1, {"serviceGroupInstanceNo":"1"}], "serviceGroupInstanceNo" : "3427188" } """)]
    public async Task The_number_may_be_a_string_or_a_number(string body)
    {
        await using var emulator = await TestEmulator.StartAsync();
        Assert.Equal(200, (await emulator.PostAsync(TestEmulator.ProgressPath, body)).Status);
        Assert.Equal("3427188", emulator.Requests.Snapshot()[^1].ClusterNo);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"serviceGroupInstanceNo":""}""")]
    [InlineData("""{"serviceGroupInstanceNo":null}""")]
    [InlineData("""{"serviceGroupInstanceNo":["3427188"]}""")]
    [InlineData("""{"ServiceGroupInstanceNo":"3427188"}""")]
    public async Task Without_a_number_the_service_says_so(string body)
    {
        await using var emulator = await TestEmulator.StartAsync();
        var reply = await emulator.PostAsync(TestEmulator.ProgressPath, body);
        Assert.Equal((400, 10101), (reply.Status, reply.Json.Number("code")));
    }

    [Theory]
    [InlineData(false, """{"serviceGroupInstanceNo":"3427188"}""", 0)]
    [InlineData(true, """{"serviceGroupInstanceNo":"3427188"}""", 10102)]
    [InlineData(true, """{"serviceGroupInstanceNo":"3427188","regionNo":""}""", 10102)]
    [InlineData(true, """{"serviceGroupInstanceNo":"3427188","regionNo":null}""", 10102)]
    [InlineData(true, """{"serviceGroupInstanceNo":"3427188","regionNo":"1"}""", 0)]
    [InlineData(true, """{"serviceGroupInstanceNo":"3427188","regionNo":7}""", 0)]
    public async Task The_region_may_be_required(bool isRequired, string body, int code)
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, RequireRegionNo = isRequired });

        var reply = await emulator.PostAsync(TestEmulator.ProgressPath, body);

        Assert.Equal((code == 0 ? 200 : 400, code), (reply.Status, reply.Json.Number("code")));
    }

    [Fact]
    public async Task Where_the_region_is_required_the_upgrade_itself_requires_it_too_and_the_rest_does_not()
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, RequireRegionNo = true });
        const string Body = """{"serviceGroupInstanceNo":"1000003","targetVersionCode":"2150"}""";

        Assert.Equal(10102, (await emulator.PostAsync("/api/v2/cluster/rollingUpgradePreCheck", Body)).Json.Number("code"));
        Assert.Equal(10102, (await emulator.PostAsync("/api/v2/cluster/rollingUpgradeCluster", Body)).Json.Number("code"));
        Assert.Equal(200, (await emulator.GetAsync("/api/v2/cluster/getClusterInfo/1000003")).Status);
    }
}
