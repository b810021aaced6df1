namespace NcpSearchEngine.Client.Tests;

public class SiteAndRegionTests
{
    /// <summary>site, region, host, path prefix, regionNo ("" = not sent), hours of the zone of dates.</summary>
    public static TheoryData<string, string, string, string, string, int> Everywhere => new()
    {
        { "Public", "KR", "vpcsearchengine.apigw.ntruss.com", "/api/v2", "1", 9 },
        { "Public", "SGN", "vpcsearchengine.apigw.ntruss.com", "/api/sgn-v2", "7", 8 },
        { "Public", "JPN", "vpcsearchengine.apigw.ntruss.com", "/api/jpn-v2", "8", 9 },
        { "Gov", "KR", "vpcsearchengine.apigw.gov-ntruss.com", "/api/v2", "", 9 },
        { "Gov", "KRS", "vpcsearchengine.apigw.gov-ntruss.com", "/api/krs-v2", "", 9 },
        { "Fin", "FKR", "fin-vpcsearchengine.apigw.fin-ntruss.com", "/api/v2", "", 9 },
    };

    public static TheoryData<string?, string?> StrayPairs => new()
    {
        { "Public", "KRS" }, { "Public", "FKR" }, { null, "FKR" }, { "Public", "SG" }, { "Public", "KOR" }, { "Public", "K R" }, { "Public", "1" },
        { "Gov", "SGN" }, { "Gov", "JPN" }, { "Gov", "FKR" },
        { "Fin", "KR" }, { "Fin", "KRS" }, { "Fin", "SGN" }, { "Fin", "JPN" },
    };

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Sends_each_site_and_region_to_its_own_address(string site, string region, string host, string prefix, string regionNo, int hours)
    {
        StubService service = new(Answer.Success(WireProgress.Of(new WireNode()).ToString()));
        SearchEngineEndpoint endpoint = SearchEngineEndpoint.Resolve(site, region);
        using SearchEngineClient client = service.Client(endpoint: endpoint);

        ServiceResponse<RollingUpgrade> answer = await client.ReadAsync();

        SentRequest request = Assert.Single(service.Requests);
        Assert.Equal($"https://{host}{prefix}/cluster/getRollingUpgradeProgress", request.Uri.AbsoluteUri);
        string sentRegionNo = regionNo.Length == 0 ? string.Empty : $",\"regionNo\":\"{regionNo}\"";
        Assert.Equal($$"""{"serviceGroupInstanceNo":"3427188"{{sentRegionNo}}}""", request.Body);
        Assert.Equal(TestKeys.Signature("POST", request.Uri.PathAndQuery, request.Timestamp, TestKeys.AccessKey, TestKeys.SecretKey), request.Signature);
        Assert.Equal(TimeSpan.FromHours(hours), answer.Value.RequestedAt!.Value.Offset);
        Assert.Equal((site, region, prefix), (endpoint.Site.ToString(), endpoint.Region, endpoint.PathPrefix));
        Assert.Equal(TimeSpan.FromHours(hours), client.UtcOffset);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Names_ignore_case_and_space_around_them(string site, string region, string host, string prefix, string regionNo, int hours)
    {
#pragma warning disable CA1308 // Lower case is what is being tested.
        SearchEngineEndpoint endpoint = SearchEngineEndpoint.Resolve(site.ToLowerInvariant(), $" {region.ToLowerInvariant()} ");
#pragma warning restore CA1308

        Assert.Equal((host, prefix), (endpoint.BaseAddress.Host, endpoint.PathPrefix));
        Assert.Equal((regionNo, hours), (endpoint.RegionNo ?? string.Empty, endpoint.UtcOffset.TotalHours));
        Assert.Equal((site, region), (endpoint.Site.ToString(), endpoint.Region));
    }

    [Theory]
    [InlineData(null, NcpSite.Public, "KR")]
    [InlineData("", NcpSite.Public, "KR")]
    [InlineData("Public", NcpSite.Public, "KR")]
    [InlineData("Gov", NcpSite.Gov, "KR")]
    [InlineData("Fin", NcpSite.Fin, "FKR")]
    public void Without_a_region_it_is_the_first_of_the_site(string? site, NcpSite expectedSite, string expectedRegion)
    {
        foreach (string? region in new[] { null, "", " " })
        {
            SearchEngineEndpoint endpoint = SearchEngineEndpoint.Resolve(site, region);
            Assert.Equal((expectedSite, expectedRegion), (endpoint.Site, endpoint.Region));
        }
    }

    [Theory]
    [MemberData(nameof(StrayPairs))]
    public void A_region_that_the_site_does_not_have_is_refused_with_a_list_of_what_it_has(string? site, string? region)
    {
        NcpSearchEngineException exception = Assert.Throws<NcpSearchEngineException>(() => SearchEngineEndpoint.Resolve(site, region));

        Assert.Equal(NcpErrorId.UnknownRegion, exception.ErrorId);
        Assert.Contains($"'{region}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Public: KR, SGN, JPN; Gov: KR, KRS; Fin: FKR", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pub")]
    [InlineData("Finance")]
    [InlineData("0")]
    [InlineData("KR")]
    public void An_unknown_site_is_refused_with_a_list_of_all(string site)
    {
        NcpSearchEngineException exception = Assert.Throws<NcpSearchEngineException>(() => SearchEngineEndpoint.Resolve(site, "KR"));

        Assert.Equal(NcpErrorId.UnknownRegion, exception.ErrorId);
        Assert.Contains($"'{site}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Public, Gov, Fin", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_cleaned_before_it_is_shown()
    {
        NcpSearchEngineException exception = Assert.Throws<NcpSearchEngineException>(static () => SearchEngineEndpoint.Resolve("Public", "K\u001b[31mR"));

        Assert.DoesNotContain('\u001b', exception.Message);
    }

    [Fact]
    public void Lists_the_regions_of_each_site_its_default_first()
    {
        Assert.Equal(["KR", "SGN", "JPN"], SearchEngineEndpoint.RegionsOf(NcpSite.Public));
        Assert.Equal(["KR", "KRS"], SearchEngineEndpoint.RegionsOf(NcpSite.Gov));
        Assert.Equal(["FKR"], SearchEngineEndpoint.RegionsOf(NcpSite.Fin));
    }
}
