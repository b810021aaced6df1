namespace NcpSearchEngine.Client.Tests;

public class VersionListTests
{
    [Fact]
    public async Task The_versions_come_in_the_order_of_the_service_with_number_and_code()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        ServiceResponse<IReadOnlyList<SearchEngineVersion>> answer = await service.Client().GetVersionsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["790 7.9.0 Elasticsearch", "133 1.3.3 OpenSearch", "270 2.7.0 OpenSearch", "290 2.9.0 OpenSearch", "2110 2.11.0 OpenSearch", "2140 2.14.0 OpenSearch", "2150 2.15.0 OpenSearch", "2170 2.17.0 OpenSearch"],
            answer.Value.Select(static version => $"{version.VersionCode} {version.Version} {version.Type}"));
        Assert.Equal("Kibana 7.9.0", answer.Value[0].DashboardVersion);
        Assert.NotNull(answer.RequestId);
    }

    [Theory]
    [InlineData(""" "133","searchEngineVersionName":null """, "1.3.3", "133")]
    [InlineData(""" "2150" """, "2.15.0", "2150")]
    [InlineData(""" 21500 """, "2.150.0", "21500")]
    [InlineData(""" "2150","searchEngineVersionName":"OpenSearch 2.15.0.1" """, "2.15.0.1", "2150")]
    [InlineData(""" "2150","searchEngineVersionName":"newest" """, "2.15.0", "2150")]
    [InlineData(""" "","searchEngineVersionName":"OpenSearch 2.15.0" """, "2.15.0", "2150")]
    [InlineData(""" "7" """, "7", "7")]
    [InlineData(""" "2x50" """, "2x50", "2x50")]
    [InlineData(""" null """, null, null)]
    public async Task The_number_is_the_name_s_or_else_the_code_s(string written, string? version, string? code)
    {
        SearchEngineVersion read = Assert.Single(await ReadAsync($$"""{"searchEngineVersionList":[null,{"searchEngineVersionCode":{{written}}}]}"""));

        Assert.Equal((version, code), (read.Version, read.VersionCode));
    }

    [Fact]
    public async Task Texts_are_cleaned()
    {
        SearchEngineVersion version = Assert.Single(await ReadAsync("""
            {"searchEngineVersionList":[{"searchEngineVersionCode":"2\u001b0","searchEngineDashboardVersionName":"a\u202eb","type":"Open\u0000Search"}]}
            """));

        Assert.Equal(("2\uFFFD0", "2\uFFFD0", "a\uFFFDb", "Open\uFFFDSearch"), (version.VersionCode, version.Version, version.DashboardVersion, version.Type));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"searchEngineVersionList":null}""")]
    public async Task A_list_that_is_missing_is_empty(string result) => Assert.Empty(await ReadAsync(result));

    private static async Task<IReadOnlyList<SearchEngineVersion>> ReadAsync(string result)
    {
        using StubService service = new(Answer.Success(result));
        using SearchEngineClient client = service.Client();
        return (await client.GetVersionsAsync(TestContext.Current.CancellationToken)).Value;
    }
}
