using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

public sealed class ConnectOptionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    [Fact]
    public void Validate_makes_one_harmless_call_and_stores_the_session()
    {
        using Shell shell = new();
        fixture.Emulator.Requests.Clear();

        shell.Connect(fixture.Emulator, "-Validate");

        Assert.Equal("getSearchEngineVersionList", Assert.Single(fixture.Emulator.Requests.Snapshot()).Operation);
        Assert.Single(shell.Run("Get-NcpSearchEngineSession").Output);
    }

    [Theory]
    [InlineData("401/200", "AuthenticationFailed")]
    [InlineData("401/210", "PermissionDenied")]
    [InlineData("404/300", "RouteNotFound")]
    [InlineData("503/500", "ServiceUnavailable")]
    [InlineData("code 10107", "ServiceError")]
    public void A_session_that_does_not_validate_is_not_stored_and_replaces_none(string fault, string id)
    {
        using Shell shell = new();
        PSObject before = Assert.Single(shell.Connect(fixture.Emulator, "-PassThru").Output);
        fixture.Emulator.Faults.Add(fault);

        ErrorRecord error = shell.Run(
            "Connect-NcpSearchEngine -AccessKey k -SecretKey $args[0] -Endpoint $args[1] -Validate -MaxRetryCount 0",
            Shell.Secure("s"),
            fixture.Emulator.Endpoint.ToString()).Terminating!;

        Assert.Equal($"{id},NcpSearchEngine.Commands.ConnectNcpSearchEngineCommand", error.FullyQualifiedErrorId);
        Assert.Same(before.BaseObject, Assert.Single(shell.Run("Get-NcpSearchEngineSession").Output).BaseObject);
    }

    [Fact]
    public void The_zone_of_the_dates_can_be_given()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-UtcOffset 08:00");

        Assert.Equal([DateTimeOffset.Parse("2025-03-24T17:09:41+08:00", null)], shell.Run("Get-NcpRollingUpgradeProgress 3427188 -Summary").Values("RequestedAt"));
    }

    [Theory]
    [InlineData("-UtcOffset 15:00")]
    [InlineData("-UtcOffset 00:00:01")]
    public void What_can_be_no_zone_is_refused(string given)
    {
        using Shell shell = new();

        Assert.Contains("-UtcOffset", shell.Run($"Connect-NcpSearchEngine {given}").Terminating!.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("http://user:word@proxy.example:3128")]
    public void A_proxy_is_an_address_without_a_password(string proxy)
    {
        using Shell shell = new();

        ErrorRecord error = shell.Run($"Connect-NcpSearchEngine -AccessKey k -SecretKey $args[0] -Proxy {proxy}", Shell.Secure("s")).Terminating!;

        Assert.StartsWith("InvalidEndpoint,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("word@", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_regionNo_is_that_of_the_region_unless_it_is_given_or_taken_away()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        using Shell shell = new();
        foreach (string given in new[] { "", "-Region SGN", "-RegionNo 42", "-RegionNo ''" })
        {
            shell.Connect(emulator, given);
            shell.Run("Get-NcpRollingUpgradeProgress 3427188").ThrowIfFailed();
        }

        Assert.Equal(
            [
                """{"serviceGroupInstanceNo":"3427188","regionNo":"1"}""",
                """{"serviceGroupInstanceNo":"3427188","regionNo":"7"}""",
                """{"serviceGroupInstanceNo":"3427188","regionNo":"42"}""",
                """{"serviceGroupInstanceNo":"3427188"}""",
            ],
            emulator.Requests.Snapshot().Select(static record => record.Body));
    }

    [Fact]
    public void Select_changes_the_default()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-Name first");
        shell.Connect(fixture.Emulator, "-Name second");

        Assert.Equal("first", shell.Run("Select-NcpSearchEngineSession FIRST; (Get-NcpSearchEngineSession | Where-Object IsDefault).Name").Output.Single().ToString());
        Assert.Equal(
            "second",
            shell.Run("Get-NcpSearchEngineSession second | Select-NcpSearchEngineSession; (Get-NcpSearchEngineSession | Where-Object IsDefault).Name").Output.Single().ToString());
        Assert.StartsWith("UnknownSession,", shell.Run("Select-NcpSearchEngineSession third").Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-NcpRollingUpgradeProgress 1 -Session pr", "'prod kr' prod-jp")]
    [InlineData("Get-NcpSearchEngineSession pro", "'prod kr' prod-jp")]
    [InlineData("Disconnect-NcpSearchEngine -Name test", "test")]
    [InlineData("Select-NcpSearchEngineSession t", "test")]
    [InlineData("Select-NcpSearchEngineSession -Session pro", "'prod kr' prod-jp")]
    [InlineData("Disconnect-NcpSearchEngine -Session 'prod ", "'prod kr'")]
    [InlineData("Get-NcpSearchEngineVersion -Session T", "test")]
    [InlineData("Get-NcpSearchEngineVersion -Type Open", "OpenSearch")]
    [InlineData("Wait-NcpRollingUpgrade -CIFormat g", "GitHubActions")]
    [InlineData("Connect-NcpSearchEngine -Region ", "KR SGN JPN KRS FKR")]
    [InlineData("Connect-NcpSearchEngine -Site Gov -Region ", "KR KRS")]
    [InlineData("Connect-NcpSearchEngine -Site g", "Gov")]
    public void Names_complete(string line, string expected)
    {
        using Shell shell = new();
        foreach (string name in new[] { "'prod kr'", "prod-jp", "test" })
        {
            shell.Connect(fixture.Emulator, "-Name " + name);
        }

        Assert.Equal(expected, string.Join(' ', shell.Complete(line)));
    }

    public void Dispose() => fixture.Emulator.Faults.Clear();
}
