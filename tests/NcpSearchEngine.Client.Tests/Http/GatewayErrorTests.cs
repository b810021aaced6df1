using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The gateway's published errors, each over a real connection.</summary>
public class GatewayErrorTests
{
    /// <summary>HTTP status, errorCode, message, details, what it is.</summary>
    public static TheoryData<int, int, string, string, NcpErrorId> Published => new()
    {
        { 400, 100, "Bad Request Exception", "Bad body.", NcpErrorId.ServiceError },
        { 401, 200, "Authentication Failed", "Invalid authentication information.", NcpErrorId.AuthenticationFailed },
        { 401, 200, "Authentication Failed", "Authentication information are missing.", NcpErrorId.AuthenticationFailed },
        { 401, 200, "Authentication Failed", "This account is not allowed.", NcpErrorId.AuthenticationFailed },
        { 401, 210, "Permission Denied", "A subscription to the API is required.", NcpErrorId.PermissionDenied },
        { 403, 210, "Permission Denied", "Not for you.", NcpErrorId.PermissionDenied },
        { 404, 300, "Not Found Exception", "URL not found.", NcpErrorId.RouteNotFound },
        { 413, 430, "Request Entity Too Large", "Too large.", NcpErrorId.ServiceError },
        { 429, 400, "Quota Exceeded", "Later.", NcpErrorId.Throttled },
        { 429, 410, "Throttle Limited", "Later.", NcpErrorId.Throttled },
        { 429, 420, "Rate Limited", "Later.", NcpErrorId.Throttled },
        { 500, 900, "Unexpected Error", "Sorry.", NcpErrorId.ServiceUnavailable },
        { 503, 500, "Endpoint Error", "Endpoint is down.", NcpErrorId.ServiceUnavailable },
        { 504, 510, "Endpoint Timeout", "Endpoint is slow.", NcpErrorId.ServiceUnavailable },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public async Task Becomes_its_error_with_everything_that_support_asks_for(int status, int code, string message, string details, NcpErrorId expected)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Custom(async (_, _) =>
        {
            EmulatedAnswer answer = $$$"""{"error":{"errorCode":"{{{code}}}","message":"{{{message}}}","details":"{{{details}}}"}}""";
            await Task.CompletedTask;
            return answer with { Status = status, Headers = [new("x-ncp-trace-id", "trace-4711")] };
        }));

        NcpApiException exception = await service.Client().RefusedAsync(expected);

        Assert.Single(service.Requests);
        Assert.Equal((status, $"{code}", message, details), (exception.HttpStatus, exception.Code, exception.ServiceMessage, exception.Details));
        Assert.Equal("trace-4711", exception.TraceId);
        Assert.Null(exception.RequestId);
        Assert.Equal("getRollingUpgradeProgress", exception.Operation);
        Assert.Equal(service.Emulator.Endpoint.Authority, exception.Host);
        foreach (string part in new[] { exception.Operation, exception.Host, $"HTTP {status}", $"code {code}", message, details.TrimEnd('.'), "trace-4711" })
        {
            Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_path_is_no_route()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Gateway(404, 300, details: "URL not found."));

        NcpApiException exception = await service.Client().RefusedAsync(NcpErrorId.RouteNotFound);

        Assert.Contains("region", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_key_is_a_failed_authentication()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        NcpApiException exception = await service.Client(secretKey: "FAKESECRETKEY00000000000000000000000000B").RefusedAsync(NcpErrorId.AuthenticationFailed);

        Assert.Equal((401, "200"), (exception.HttpStatus, exception.Code));
        Assert.Contains("secret key", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Refusals.WrongSignature, Assert.Single(service.Requests).Refusal);
    }

    [Theory]
    [InlineData("401")]
    [InlineData("403")]
    [InlineData("404")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("503")]
    public async Task Every_message_ends_with_what_to_do_next(string status)
    {
        StubService service = new(Answer.Gateway(int.Parse(status, null), "999"));
        using SearchEngineClient client = service.Client();

        NcpApiException exception = await Assert.ThrowsAsync<NcpApiException>(client.ReadAsync);

        Assert.Matches(@"Some details\. [A-Z].+\.$", exception.Message);
    }
}
