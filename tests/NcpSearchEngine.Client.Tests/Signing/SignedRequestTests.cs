using System.Globalization;
using System.Net;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

public class SignedRequestTests
{
    private const string ListPath = "/api/v2/cluster/getClusterInfoList";

    [Fact]
    public async Task Sends_headers_that_verify_against_the_request_line_as_it_arrived()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        await service.Client().ReadAsync();

        RequestRecord request = Assert.Single(service.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/api/v2/cluster/getRollingUpgradeProgress", request.PathAndQuery);
        Assert.Equal("application/json", request.ContentType);
        Assert.Equal(TestKeys.AccessKey, request.AccessKey);
        Assert.Equal(PromptClock.Begin.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), request.Timestamp);
        AssertVerifies(request);
    }

    [Fact]
    public async Task Stamps_and_signs_every_retry_anew()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add("throttle 1s x3");

        await service.Client(retries: 3).ReadAsync();

        Assert.Equal(4, service.Requests.Count);
        Assert.All(service.Requests, AssertVerifies);
        long[] stamps = [.. service.Requests.Select(static request => long.Parse(request.Timestamp!, CultureInfo.InvariantCulture))];
        Assert.All(stamps.Zip(stamps.Skip(1)), static pair => Assert.True(pair.Second >= pair.First + 1000));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public async Task Is_accepted_whatever_the_culture(string culture)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            ServiceResponse<RollingUpgrade> answer = await service.Client().ReadAsync();
            Assert.Equal(2025, answer.Value.RequestedAt!.Value.Year);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(ListPath + "?pageNo=1&pageSize=10", ListPath + "?pageNo=1&pageSize=10", HttpStatusCode.OK)]
    [InlineData(ListPath + "?inputText=%EA%B2%80%EC%83%89", ListPath + "?inputText=%EA%B2%80%EC%83%89", HttpStatusCode.OK)]
    [InlineData(ListPath + "?pageNo=1&pageSize=10", ListPath, HttpStatusCode.Unauthorized)]
    [InlineData(ListPath + "?pageNo=1&pageSize=10", ListPath + "?pageSize=10&pageNo=1", HttpStatusCode.Unauthorized)]
    [InlineData(ListPath + "?inputText=%EA%B2%80%EC%83%89", ListPath + "?inputText=검색", HttpStatusCode.Unauthorized)]
    public async Task The_gateway_takes_only_a_signature_of_path_and_query_exactly_as_sent(string sent, string toSign, HttpStatusCode expected)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        using NcpCredential credential = TestKeys.Credential();
        long timestamp = service.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(service.Emulator.Endpoint, sent));
        request.Headers.Add("x-ncp-apigw-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("x-ncp-iam-access-key", credential.AccessKey);
        request.Headers.Add("x-ncp-apigw-signature-v2", credential.Sign("GET", toSign, timestamp));
        using HttpClient http = new();

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    private static void AssertVerifies(RequestRecord request) => Assert.Equal(
        TestKeys.Signature(request.Method, request.PathAndQuery, request.Timestamp!, request.AccessKey!, TestKeys.SecretKey),
        request.Signature);
}
