namespace NcpSearchEngine.Client.Tests;

/// <summary>Other tools of NAVER Cloud name a site by its gateway.</summary>
public class GatewayTests
{
    [Theory]
    [InlineData("https://ncloud.apigw.ntruss.com", NcpSite.Public)]
    [InlineData("https://ncloud.apigw.gov-ntruss.com", NcpSite.Gov)]
    [InlineData("https://fin-ncloud.apigw.fin-ntruss.com", NcpSite.Fin)]
    [InlineData("https://ncloud.apigw.ntruss.com/", NcpSite.Public)]
    [InlineData(" https://ncloud.apigw.gov-ntruss.com/ ", NcpSite.Gov)]
    [InlineData("HTTPS://FIN-NCLOUD.APIGW.FIN-NTRUSS.COM", NcpSite.Fin)]
    public void Knows_the_three_gateways(string gateway, NcpSite expected) => Assert.Equal(expected, SearchEngineEndpoint.SiteOfGateway(gateway));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ncloud.apigw.ntruss.com")]
    [InlineData("http://ncloud.apigw.ntruss.com")]
    [InlineData("https://ncloud.apigw.ntruss.com.evil.com")]
    [InlineData("https://evil.com/ncloud.apigw.ntruss.com")]
    [InlineData("https://ncloud.apigw.ntruss.com/path")]
    [InlineData("https://ncloud.apigw.ntruss.com?x")]
    [InlineData("https://ncloud.apigw.ntruss.com@evil.com")]
    [InlineData("https://user@ncloud.apigw.ntruss.com")]
    [InlineData("https://fin-ncloud.apigw.ntruss.com")]
    [InlineData("https://ncloud.apigw.fin-ntruss.com")]
    [InlineData("https://ncloud.beta-apigw.ntruss.com")]
    public void Refuses_every_other_and_lists_the_three(string? gateway)
    {
        NcpSearchEngineException exception = Assert.Throws<NcpSearchEngineException>(() => SearchEngineEndpoint.SiteOfGateway(gateway!));

        Assert.Equal(NcpErrorId.InvalidEndpoint, exception.ErrorId);
        Assert.Contains(
            "https://ncloud.apigw.ntruss.com, https://ncloud.apigw.gov-ntruss.com, https://fin-ncloud.apigw.fin-ntruss.com",
            exception.Message,
            StringComparison.Ordinal);
    }
}
