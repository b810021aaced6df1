using System.Text;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The forms in which a success comes.</summary>
public class AnswerTests
{
    private static readonly string _body =
        $$"""{"code":0,"message":"SUCCESS","result":{{WireProgress.Of(new WireNode())}},"requestId":"request-1"}""";

    [Theory]
    [InlineData("text/plain;charset=UTF-8")]
    [InlineData("application/json")]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    public async Task The_content_type_does_not_matter(string contentType)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Body(_body, contentType));

        Assert.Equal(UpgradeState.Completed, (await service.Client().ReadAsync()).Value.State);
    }

    [Fact]
    public async Task A_byte_order_mark_does_not_matter()
    {
        StubService service = new(new Answer(200, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_body)]));
        using SearchEngineClient client = service.Client();

        Assert.Equal(UpgradeState.Completed, (await client.ReadAsync()).Value.State);
    }

    [Fact]
    public async Task Compression_does_not_matter()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Gzip());

        Assert.Equal(8, (await service.Client().ReadAsync()).Value.Nodes.Count);
    }

    [Fact]
    public async Task A_name_in_another_charset_does_not_hide_the_state_and_loses_only_its_own_letters()
    {
        // A name in EUC-KR, as an older part of the service might write it.
        byte[] body = [.. Encoding.UTF8.GetBytes(_body)];
        int at = body.AsSpan().IndexOf("cluster000"u8);
        new byte[] { 0xC5, 0xAC, 0xB7, 0xAF, 0xBD, 0xBA, 0xC5, 0xCD }.CopyTo(body, at);
        StubService service = new(new Answer(200, body));
        using SearchEngineClient client = service.Client();

        RollingUpgrade upgrade = (await client.ReadAsync()).Value;

        Assert.Equal(UpgradeState.Completed, upgrade.State);
        Assert.Contains('\uFFFD', upgrade.ClusterName!);
        Assert.EndsWith("00", upgrade.ClusterName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_field_written_twice_the_last_one_counts_and_unknown_ones_however_nested_do_not_matter()
    {
        string nested = string.Concat(Enumerable.Repeat("{\"a\":[", 20)) + string.Concat(Enumerable.Repeat("]}", 20));
        StubService service = new(Answer.Text(_body
            .Replace("\"code\":0", "\"code\":10107,\"code\":0", StringComparison.Ordinal)
            .Replace("\"requestId\"", $"\"more\":{nested},\"requestId\"", StringComparison.Ordinal)));
        using SearchEngineClient client = service.Client();

        Assert.Equal(UpgradeState.Completed, (await client.ReadAsync()).Value.State);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"name":null,"nodeCount":null,"versionVo":null,"nodeStatusVoList":null}""")]
    [InlineData("""{"versionVo":{},"nodeStatusVoList":[]}""")]
    public async Task A_result_without_anything_in_it_is_an_upgrade_that_has_not_started(string result)
    {
        StubService service = new(Answer.Success(result));
        using SearchEngineClient client = service.Client();

        RollingUpgrade upgrade = (await client.ReadAsync()).Value;

        Assert.Equal((UpgradeState.NotStarted, false, 0), (upgrade.State, upgrade.HasRecord, upgrade.PercentComplete));
        Assert.Empty(upgrade.Nodes);
        Assert.Equal(EmulatedService.ClusterNo, upgrade.ServiceGroupInstanceNo);
    }

    [Fact]
    public async Task An_error_that_is_null_is_none()
    {
        StubService service = new(Answer.Text(_body.Replace("{\"code\":", "{\"error\":null,\"code\":", StringComparison.Ordinal)));
        using SearchEngineClient client = service.Client();

        Assert.Equal(UpgradeState.Completed, (await client.ReadAsync()).Value.State);
    }

    [Fact]
    public async Task A_missing_result_is_an_upgrade_that_has_not_started()
    {
        StubService service = new(Answer.Text("""{"code":0}"""));
        using SearchEngineClient client = service.Client();

        ServiceResponse<RollingUpgrade> answer = await client.ReadAsync();

        Assert.Equal(UpgradeState.NotStarted, answer.Value.State);
        Assert.Null(answer.RequestId);
    }

    [Fact]
    public async Task Numbers_may_be_texts_and_texts_numbers()
    {
        const string result = """
            {"name":4711,"nodeCount":"1","versionVo":{"currentVersionCode":2140,"targetVersionCode":2150,"actionDate":"2025-03-24 17:09:41"},
             "nodeStatusVoList":[{"hostname":7,"status":"complete","nodeRoleCode":"D","updatedDate":"2025-03-24 17:11:28","more":{"a":[1]}}]}
            """;
        StubService service = new(Answer.Success(result));
        using SearchEngineClient client = service.Client();

        RollingUpgrade upgrade = (await client.ReadAsync()).Value;

        Assert.Equal(("4711", 1, "2140", "2150"), (upgrade.ClusterName, upgrade.NodeCount, upgrade.CurrentVersionCode, upgrade.TargetVersionCode));
        Assert.Equal("7", upgrade.Nodes[0].Hostname);
        Assert.Equal(UpgradeState.Completed, upgrade.State);
    }

    public static TheoryData<string, string> UnknownFields => new(
        from place in new[] { "{\"code\":", "{\"name\":", "{\"currentVersionCode\":", "{\"hostname\":" }
        from value in new[] { "1", "null", "[[{}]]", "{\"result\":null,\"nodeCount\":9,\"actionDate\":\"2030-01-01 00:00:00\",\"status\":\"failed\"}" }
        select (place, value));

    [Theory]
    [MemberData(nameof(UnknownFields))]
    public async Task What_an_unknown_field_has_in_it_counts_for_nothing_and_what_follows_it_is_read(string place, string value)
    {
        string body = _body.Replace(place, $"{{\"more\":{value},{place[1..]}", StringComparison.Ordinal);
        Assert.NotEqual(_body, body);
        StubService service = new(Answer.Text(body));
        using SearchEngineClient client = service.Client();

        ServiceResponse<RollingUpgrade> answer = await client.ReadAsync();

        RollingUpgrade upgrade = answer.Value;
        Assert.Equal(("request-1", "cluster000", 1, "2140", "2150"), (answer.RequestId, upgrade.ClusterName, upgrade.NodeCount, upgrade.CurrentVersionCode, upgrade.TargetVersionCode));
        Assert.Equal(("node-1", UpgradeState.Completed), (Assert.Single(upgrade.Nodes).Hostname, upgrade.State));
    }

    [Fact]
    public async Task The_response_tells_of_the_exchange()
    {
        StubService service = new(Answer.Text(_body) with { TraceId = "trace-1", Date = PromptClock.Begin.AddSeconds(2) });
        using SearchEngineClient client = service.Client();

        ServiceResponse<RollingUpgrade> answer = await client.ReadAsync();

        Assert.Equal((200, 1, "request-1", "trace-1"), (answer.HttpStatus, answer.Attempts, answer.RequestId, answer.TraceId));
        Assert.Equal(PromptClock.Begin.AddSeconds(2), answer.Date);
        Assert.Equal(_body, Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public async Task Texts_are_cleaned_in_the_object_and_exact_in_the_body()
    {
        WireProgress progress = WireProgress.Of(new WireNode("h\u001b1", "run\u202Ening", WireProgress.After, "D\n")) with { Name = new string('n', 300) };
        StubService service = new(Answer.Success(progress.ToString()));
        using SearchEngineClient client = service.Client();

        ServiceResponse<RollingUpgrade> answer = await client.ReadAsync();

        RollingUpgradeNode node = Assert.Single(answer.Value.Nodes);
        Assert.Equal(("h\uFFFD1", "run\uFFFDning", "D\uFFFD"), (node.Hostname, node.Status, node.NodeRoleCode));
        Assert.Equal(new string('n', 256), answer.Value.ClusterName);
        Assert.Contains(new string('n', 300), Encoding.UTF8.GetString(answer.Body.Span), StringComparison.Ordinal);
    }
}
