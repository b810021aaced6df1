using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The newer form of the body has a <c>regionNo</c>, the older and the government's have none.</summary>
public class RegionNoTests
{
    [Theory]
    [InlineData(null, null, """{"serviceGroupInstanceNo":"3427188","regionNo":"1"}""")]
    [InlineData(null, "3", """{"serviceGroupInstanceNo":"3427188","regionNo":"3"}""")]
    [InlineData(null, " 3 ", """{"serviceGroupInstanceNo":"3427188","regionNo":"3"}""")]
    [InlineData(null, "", """{"serviceGroupInstanceNo":"3427188"}""")]
    [InlineData(null, " ", """{"serviceGroupInstanceNo":"3427188"}""")]
    [InlineData("Gov", null, """{"serviceGroupInstanceNo":"3427188"}""")]
    [InlineData("Gov", "1", """{"serviceGroupInstanceNo":"3427188","regionNo":"1"}""")]
    public async Task The_body_has_the_region_number_of_the_table_or_the_one_given_or_none(string? site, string? regionNo, string expected)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        await service.Client(site: site, regionNo: regionNo).ReadAsync();

        Assert.Equal(expected, Assert.Single(service.Requests).Body);
    }

    [Theory]
    [InlineData("KR")]
    [InlineData("SGN")]
    [InlineData("JPN")]
    public async Task A_service_of_today_takes_the_body_of_the_public_site(string region)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(requireRegionNo: true);

        ServiceResponse<RollingUpgrade> answer = await service.Client(region: region).ReadAsync();

        Assert.Equal(8, answer.Value.Nodes.Count);
    }

    [Fact]
    public async Task A_service_that_wants_the_number_refuses_a_body_without_it()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(requireRegionNo: true);

        await service.Client(regionNo: string.Empty).RefusedAsync(NcpErrorId.ServiceError);

        RequestRecord request = Assert.Single(service.Requests);
        Assert.Equal("""{"serviceGroupInstanceNo":"3427188"}""", request.Body);
    }
}
