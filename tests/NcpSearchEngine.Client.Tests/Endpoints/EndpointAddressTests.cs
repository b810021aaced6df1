namespace NcpSearchEngine.Client.Tests;

/// <summary>Keys go to the service, to a host that somebody typed, and nowhere else.</summary>
public class EndpointAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8399", "http://127.0.0.1:8399/")]
    [InlineData("http://127.0.0.1:8399/", "http://127.0.0.1:8399/")]
    [InlineData(" http://127.0.0.1:8399 ", "http://127.0.0.1:8399/")]
    [InlineData("http://127.9.8.7", "http://127.9.8.7/")]
    [InlineData("http://[::1]:8399", "http://[::1]:8399/")]
    [InlineData("http://localhost:8399", "http://localhost:8399/")]
    [InlineData("http://LOCALHOST", "http://localhost/")]
    [InlineData("https://127.0.0.1:8399", "https://127.0.0.1:8399/")]
    public void Takes_a_loopback_address_with_and_without_encryption(string address, string expected)
    {
        SearchEngineEndpoint endpoint = SearchEngineEndpoint.Resolve(address: address);

        Assert.Equal(expected, endpoint.BaseAddress.AbsoluteUri);
        Assert.True(endpoint.IsLoopback);
    }

    [Theory]
    [InlineData("http://127.0.0.1.evil.com")]
    [InlineData("http://localhost.evil.com")]
    [InlineData("http://evil-localhost")]
    [InlineData("http://localhost.")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://169.254.169.254")]
    [InlineData("http://[::]")]
    [InlineData("http://[fe80::1]")]
    [InlineData("http://vpcsearchengine.apigw.ntruss.com")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("ws://localhost")]
    public void Refuses_any_other_address_that_is_not_https(string address)
    {
        NcpSearchEngineException exception = Assert.Throws<NcpSearchEngineException>(() => SearchEngineEndpoint.Resolve(address: address));

        Assert.Equal(NcpErrorId.InvalidEndpoint, exception.ErrorId);
        Assert.Contains("https", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://loopback:8399")]
    [InlineData("https://loopback")]
    [InlineData("http://0x7f.1")]
    [InlineData("http://2130706433")]
    [InlineData("https://@proxy.example")]
    [InlineData("https://user@proxy.example")]
    [InlineData("https://user:word@proxy.example")]
    [InlineData("http://127.0.0.1@evil.example")]
    [InlineData("http://127.0.0.1:8399@evil.example")]
    [InlineData("https://proxy.example/api")]
    [InlineData("https://proxy.example//")]
    [InlineData("https://proxy.example?x=1")]
    [InlineData("https://proxy.example/?x=1")]
    [InlineData("https://proxy.example/#part")]
    [InlineData("https://proxy.example/?")]
    [InlineData("https://proxy.example#")]
    [InlineData("proxy.example")]
    [InlineData("127.0.0.1:8399")]
    [InlineData("//proxy.example")]
    [InlineData("/api")]
    [InlineData("https://")]
    [InlineData("https:///api")]
    [InlineData("file:///etc/hosts")]
    [InlineData("mailto:someone@proxy.example")]
    public void Refuses_anything_but_scheme_and_host_as_they_are(string address)
    {
        NcpSearchEngineException exception = Assert.Throws<NcpSearchEngineException>(() => SearchEngineEndpoint.Resolve(address: address));

        Assert.Equal(NcpErrorId.InvalidEndpoint, exception.ErrorId);
    }

    [Theory]
    [InlineData("Public", "https://vpcsearchengine.apigw.gov-ntruss.com")]
    [InlineData("Public", "https://fin-vpcsearchengine.apigw.fin-ntruss.com")]
    [InlineData("Public", "https://ncloud.apigw.gov-ntruss.com")]
    [InlineData("Gov", "https://vpcsearchengine.apigw.ntruss.com")]
    [InlineData("Gov", "https://VPCSEARCHENGINE.apigw.ntruss.com:443")]
    [InlineData("Gov", "https://fin-ncloud.apigw.fin-ntruss.com")]
    [InlineData("Fin", "https://vpcsearchengine.apigw.ntruss.com")]
    [InlineData("Fin", "https://vpcsearchengine.apigw.gov-ntruss.com")]
    [InlineData("Public", "https://vpcsearchengine.apigw.gov-ntruss.com.")]
    [InlineData("Public", "https://vpcsearchengine。apigw。gov-ntruss。com")]
    [InlineData("Public", "https://ｖpcsearchengine.apigw.gov-ntruss.com")]
    public void Refuses_the_host_of_another_site(string site, string address)
    {
        NcpSearchEngineException exception = Assert.Throws<NcpSearchEngineException>(() => SearchEngineEndpoint.Resolve(site, address: address));

        Assert.Equal(NcpErrorId.InvalidEndpoint, exception.ErrorId);
        Assert.Contains($"the session is for {site}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Public", "SGN", "https://proxy.example:8443", "https://proxy.example:8443/", "/api/sgn-v2")]
    [InlineData("Gov", "KRS", "https://vpcsearchengine.apigw.gov-ntruss.com", "https://vpcsearchengine.apigw.gov-ntruss.com/", "/api/krs-v2")]
    [InlineData("Fin", null, "HTTPS://Proxy.Example", "https://proxy.example/", "/api/v2")]
    public void Another_host_keeps_what_the_region_says(string site, string? region, string address, string expected, string prefix)
    {
        SearchEngineEndpoint endpoint = SearchEngineEndpoint.Resolve(site, region, address);

        Assert.Equal((expected, prefix), (endpoint.BaseAddress.AbsoluteUri, endpoint.PathPrefix));
        Assert.Equal(SearchEngineEndpoint.Resolve(site, region).RegionNo, endpoint.RegionNo);
        Assert.False(endpoint.IsLoopback);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_an_address_it_is_the_service_itself(string? address) =>
        Assert.Equal("https://vpcsearchengine.apigw.ntruss.com/", SearchEngineEndpoint.Resolve(address: address).BaseAddress.AbsoluteUri);
}
