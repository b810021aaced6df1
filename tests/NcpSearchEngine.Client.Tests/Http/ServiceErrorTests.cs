using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The service's own errors: a code that is not 0, at whatever HTTP status.</summary>
public class ServiceErrorTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_code_that_is_not_zero_is_a_service_error_at_any_status_and_is_not_repeated(int status)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Service(10107, "클러스터가 없습니다", status));

        NcpApiException exception = await service.Client(retries: 4).RefusedAsync(NcpErrorId.ServiceError);

        Assert.Single(service.Requests);
        Assert.Equal((status, "10107", "클러스터가 없습니다"), (exception.HttpStatus, exception.Code, exception.ServiceMessage));
        Assert.True(Guid.TryParse(exception.RequestId, out _));
        Assert.False(string.IsNullOrEmpty(exception.TraceId));
        Assert.Contains(exception.RequestId!, exception.Message, StringComparison.Ordinal);
        Assert.Contains(exception.TraceId!, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10107", "10107")]
    [InlineData("\"10107\"", "10107")]
    [InlineData("\" 10107 \"", "10107")]
    [InlineData("-1", "-1")]
    [InlineData("1", "1")]
    [InlineData("99999999999999999999999", "99999999999999999999999")]
    [InlineData("\"ERROR\"", "ERROR")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("\"\"", "")]
    public async Task The_code_may_be_a_number_or_a_text(string written, string expected)
    {
        StubService service = new(Answer.Service(written));
        using SearchEngineClient client = service.Client();

        Assert.Equal(expected, (await client.RefusedAsync(NcpErrorId.ServiceError)).Code);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"00\"")]
    public async Task Zero_is_success_as_a_number_and_as_a_text(string written)
    {
        StubService service = new(Answer.Service(written));
        using SearchEngineClient client = service.Client();

        Assert.Equal("request-1", (await client.ReadAsync()).RequestId);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[0]")]
    public async Task Without_a_code_there_is_no_success(string written)
    {
        StubService service = new(Answer.Service(written));
        using SearchEngineClient client = service.Client();

        await client.RefusedAsync(NcpErrorId.InvalidResponse);
    }

    [Theory]
    [InlineData(400, NcpErrorId.InvalidResponse)]
    [InlineData(500, NcpErrorId.ServiceUnavailable)]
    public async Task A_status_of_failure_is_no_success_even_with_code_zero(int status, NcpErrorId expected)
    {
        StubService service = new(Answer.Service("0", status));
        using SearchEngineClient client = service.Client();

        await client.RefusedAsync(expected);
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("\"no\"")]
    [InlineData("true")]
    [InlineData("""{"nodeStatusVoList":{}}""")]
    public async Task A_code_is_seen_even_beside_a_result_of_another_shape(string result)
    {
        StubService service = new(Answer.Text($$"""{"code":10154,"message":"M","result":{{result}},"requestId":"r"}"""));
        using SearchEngineClient client = service.Client();

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.ServiceError);

        Assert.Equal(("10154", "M", "r"), (exception.Code, exception.ServiceMessage, exception.RequestId));
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_one()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        SearchEngineClient client = service.Client();

        NcpApiException exception = await Assert.ThrowsAsync<NcpApiException>(
            () => client.GetRollingUpgradeProgressAsync("999", TestContext.Current.CancellationToken));

        Assert.Equal((NcpErrorId.ServiceError, "10107"), (exception.ErrorId, exception.Code));
    }
}
