using System.Management.Automation;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

[Collection(EnvironmentCollection.Name)]
public sealed class ConnectTests : IDisposable
{
    private const string WithKeys = "Connect-NcpSearchEngine -AccessKey ANJNAAAABBBBCCCCaaV2 -SecretKey $args[0] -PassThru ";

    private readonly Shell _shell = new();
    private readonly CleanEnvironment _environment = new();

    // Nobody's own file.
    public ConnectTests() => Environment.SetEnvironmentVariable("HOME", Path.Combine(Path.GetTempPath(), "nobody"));

    [Theory]
    [InlineData("", "Public", "KR", "https://vpcsearchengine.apigw.ntruss.com")]
    [InlineData("-Region sgn", "Public", "SGN", "https://vpcsearchengine.apigw.ntruss.com")]
    [InlineData("-Region JPN -Site public", "Public", "JPN", "https://vpcsearchengine.apigw.ntruss.com")]
    [InlineData("-Site Gov", "Gov", "KR", "https://vpcsearchengine.apigw.gov-ntruss.com")]
    [InlineData("-Site gov -Region krs", "Gov", "KRS", "https://vpcsearchengine.apigw.gov-ntruss.com")]
    [InlineData("-Site FIN", "Fin", "FKR", "https://fin-vpcsearchengine.apigw.fin-ntruss.com")]
    [InlineData("-Endpoint http://localhost:8399/", "Public", "KR", "http://localhost:8399")]
    [InlineData("-Endpoint 'http://[::1]:8399' -Region JPN", "Public", "JPN", "http://[::1]:8399")]
    [InlineData("-Endpoint https://search.internal.example -Site Gov -Region KRS", "Gov", "KRS", "https://search.internal.example")]
    public void Site_and_region_give_the_endpoint(string given, string site, string region, string endpoint)
    {
        PSObject session = Assert.Single(Run(WithKeys + given).ThrowIfFailed().Output);

        Assert.Equal((site, region, endpoint), (
            (string)session.Properties["Site"].Value, (string)session.Properties["Region"].Value, (string)session.Properties["Endpoint"].Value));
    }

    [Theory]
    [InlineData("-Region SG", "UnknownRegion", "KR, SGN, JPN")]
    [InlineData("-Region KRS", "UnknownRegion", "KR, SGN, JPN")]
    [InlineData("-Site Gov -Region SGN", "UnknownRegion", "KR, KRS")]
    [InlineData("-Site Fin -Region KR", "UnknownRegion", "FKR")]
    [InlineData("-Site Moon", "UnknownRegion", "Public, Gov, Fin")]
    [InlineData("-Endpoint http://vpcsearchengine.apigw.ntruss.com", "InvalidEndpoint", "https")]
    [InlineData("-Endpoint http://10.0.0.1", "InvalidEndpoint", "loopback")]
    [InlineData("-Endpoint http://127.0.0.1.example.com", "InvalidEndpoint", "loopback")]
    [InlineData("-Endpoint ftp://127.0.0.1", "InvalidEndpoint", "https")]
    [InlineData("-Endpoint not-an-address", "InvalidEndpoint", "scheme and host")]
    [InlineData("-Endpoint https://user:pass@host.example", "InvalidEndpoint", "scheme and host")]
    [InlineData("-Endpoint https://host.example/api/v2", "InvalidEndpoint", "without a path")]
    [InlineData("-Endpoint https://vpcsearchengine.apigw.gov-ntruss.com", "InvalidEndpoint", "-Site Gov")]
    [InlineData("-Site Gov -Endpoint https://vpcsearchengine.apigw.ntruss.com", "InvalidEndpoint", "-Site Public")]
    public void What_does_not_fit_together_is_refused_and_no_session_is_left(string given, string id, string advice)
    {
        ShellResult result = Run(WithKeys + given);

        Assert.Equal($"{id},NcpSearchEngine.Commands.ConnectNcpSearchEngineCommand", result.Terminating!.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, result.Terminating.CategoryInfo.Category);
        Assert.Contains(advice, result.Terminating.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Run("Get-NcpSearchEngineSession").Output);
    }

    [Fact]
    public void Nothing_is_emitted_without_PassThru() => Assert.Empty(Run(WithKeys.Replace("-PassThru", "", StringComparison.Ordinal)).ThrowIfFailed().Output);

    [Fact]
    public void A_session_shows_what_it_is_and_masks_its_access_key()
    {
        PSObject session = Assert.Single(Run(WithKeys + "-Name prod").ThrowIfFailed().Output);

        Assert.Equal(
            ["Name", "Site", "Region", "Endpoint", "AccessKey", "Source", "ConnectedAt", "IsDefault"],
            session.Properties.Select(static property => property.Name));
        Assert.Equal("prod", session.ToString());
        Assert.Equal("ANJN************aaV2", session.Properties["AccessKey"].Value);
        Assert.Equal("-AccessKey", session.Properties["Source"].Value);
    }

    [Fact]
    public void A_short_access_key_is_masked_whole() =>
        Assert.Equal(["***************"], Run("Connect-NcpSearchEngine -AccessKey 123456789012345 -SecretKey $args[0] -PassThru").Values("AccessKey"));

    [Fact]
    public void A_credential_comes_also_from_the_pipeline()
    {
        PSCredential credential = new("ANJNAAAABBBBCCCCaaV2", Shell.Secure("s3cret"));

        ShellResult result = _shell.Pipe([credential], "$input | Connect-NcpSearchEngine -PassThru").ThrowIfFailed();

        Assert.Equal(["-Credential"], result.Values("Source"));
    }

    [Theory]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_KEY")]
    public void The_environment_has_keys(string accessKey, string secretKey)
    {
        Environment.SetEnvironmentVariable(accessKey, "ANJNAAAABBBBCCCCaaV2");
        Environment.SetEnvironmentVariable(secretKey, "s3cret");

        ShellResult result = Run("Connect-NcpSearchEngine -PassThru -Verbose").ThrowIfFailed();

        Assert.Equal([$"environment ({accessKey}, {secretKey})"], result.Values("Source"));
        Assert.Contains(result.Verbose, line => line.Contains(accessKey, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, "neither NCLOUD_ACCESS_KEY_ID nor NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY", null, "NCLOUD_ACCESS_KEY but no NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData(null, "NCLOUD_SECRET_KEY", "NCLOUD_SECRET_KEY but no NCLOUD_ACCESS_KEY_ID")]
    public void Without_keys_it_says_where_it_looked(string? accessKey, string? secretKey, string where)
    {
        foreach (string name in new[] { accessKey, secretKey }.OfType<string>())
        {
            Environment.SetEnvironmentVariable(name, "value");
        }

        ErrorRecord error = Run("Connect-NcpSearchEngine").Terminating!;

        Assert.Equal("CredentialNotFound,NcpSearchEngine.Commands.ConnectNcpSearchEngineCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains(where, error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gov", null, null, "", "Gov", "KR")]
    [InlineData(null, "https://fin-ncloud.apigw.fin-ntruss.com/", null, "", "Fin", "FKR")]
    [InlineData(null, "https://ncloud.apigw.gov-ntruss.com", "KRS", "", "Gov", "KRS")]
    [InlineData(null, null, "SGN", "", "Public", "SGN")]
    [InlineData(null, null, "SGN", "-Region JPN", "Public", "JPN")]
    [InlineData("gov", "https://ncloud.apigw.gov-ntruss.com", null, "-Site Public", "Public", "KR")]
    public void The_environment_names_site_and_region_unless_a_parameter_does(
        string? site, string? gateway, string? region, string given, string expectedSite, string expectedRegion)
    {
        Environment.SetEnvironmentVariable("NCLOUD_SITE", site);
        Environment.SetEnvironmentVariable("NCLOUD_API_GW", gateway);
        Environment.SetEnvironmentVariable("NCLOUD_REGION", region);

        PSObject session = Assert.Single(Run(WithKeys + given).ThrowIfFailed().Output);

        Assert.Equal((expectedSite, expectedRegion), ((string)session.Properties["Site"].Value, (string)session.Properties["Region"].Value));
    }

    [Theory]
    [InlineData(null, "https://evil.example", "")]
    [InlineData(null, "http://ncloud.apigw.ntruss.com", "")]
    [InlineData("fin", "https://ncloud.apigw.gov-ntruss.com", "")]
    [InlineData(null, "https://ncloud.apigw.gov-ntruss.com", "-Site Public")]
    [InlineData("gov", null, "-Site Public")]
    public void Keys_of_one_site_never_go_to_another(string? site, string? gateway, string given)
    {
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY", "ANJNAAAABBBBCCCCaaV2");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_KEY", "s3cret");
        Environment.SetEnvironmentVariable("NCLOUD_SITE", site);
        Environment.SetEnvironmentVariable("NCLOUD_API_GW", gateway);

        Assert.StartsWith("InvalidEndpoint,", Run("Connect-NcpSearchEngine " + given).Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-AccessKey 'has space' -SecretKey $args[0]")]
    [InlineData("-AccessKey \"line`nbreak\" -SecretKey $args[0]")]
    [InlineData("-AccessKey 한글 -SecretKey $args[0]")]
    [InlineData("-AccessKey ANJNAAAABBBBCCCCaaV2 -SecretKey ([securestring]::new())")]
    public void Keys_that_can_be_none_are_refused(string given) =>
        Assert.StartsWith("CredentialNotFound,", Run("Connect-NcpSearchEngine " + given).Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);

    public void Dispose()
    {
        _environment.Dispose();
        _shell.Dispose();
    }

    private ShellResult Run(string script) => _shell.Run(script, Shell.Secure("s3cret"));
}
