using System.Runtime.Versioning;
using System.Reflection;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The client over .NET Framework's own HTTP, against an emulator in the process that started this one.</summary>
public class EmulatorTests
{
    /// <summary>Where the emulator listens.</summary>
    public const string Endpoint = "NCP_EMULATOR_ENDPOINT";

    [Fact]
    public void The_client_under_test_is_the_netstandard_build() => Assert.Equal(
        ".NETStandard,Version=v2.0",
        typeof(SearchEngineClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

    [Fact]
    public async Task The_published_answer_of_2025()
    {
        RollingUpgrade upgrade = (await ReadAsync("3427188")).Value;

        Assert.Equal(("cluster000", 8, UpgradeState.InProgress), (upgrade.ClusterName, upgrade.NodeCount, upgrade.State));
        Assert.Equal(("2140", "2150"), (upgrade.CurrentVersionCode, upgrade.TargetVersionCode));
        Assert.Equal(8, upgrade.Nodes.Count);
        Assert.Single(upgrade.Nodes, static node => node.State == NodeState.Completed);
    }

    [Fact]
    public async Task An_upgrade_whose_nodes_are_back_to_running_is_proved_by_its_version()
    {
        RollingUpgrade upgrade = (await ReadAsync("1000004")).Value;

        Assert.Equal((UpgradeState.Completed, 100), (upgrade.State, upgrade.PercentComplete));
        Assert.All(upgrade.Nodes, static node => Assert.Equal("running", node.Status));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        using NcpCredential credential = TestKeys.Credential(secretKey: "wrong");
        using SearchEngineClient client = Client(credential);

        NcpApiException exception = await Assert.ThrowsAsync<NcpApiException>(
            () => client.GetRollingUpgradeProgressAsync("3427188", TestContext.Current.CancellationToken));

        Assert.Equal((NcpErrorId.AuthenticationFailed, 401), (exception.ErrorId, exception.HttpStatus));
    }

    [Fact]
    public async Task Passing_trouble_is_asked_again()
    {
        ServiceResponse<RollingUpgrade> answer = await ReadAsync("2700270");

        Assert.Equal(2, answer.Attempts);
        Assert.Equal("sso-test-270", answer.Value.ClusterName);
    }

    private static async Task<ServiceResponse<RollingUpgrade>> ReadAsync(string no)
    {
        using NcpCredential credential = TestKeys.Credential();
        using SearchEngineClient client = Client(credential);
        return await client.GetRollingUpgradeProgressAsync(no, TestContext.Current.CancellationToken);
    }

    private static SearchEngineClient Client(NcpCredential credential) =>
        new(SearchEngineEndpoint.Resolve(address: Environment.GetEnvironmentVariable(Endpoint)), credential, new SearchEngineClientOptions());
}
