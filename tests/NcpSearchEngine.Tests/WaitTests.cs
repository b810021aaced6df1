using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>Waiting, through the cmdlet, over HTTP, against upgrades that proceed by a clock that flies.</summary>
public sealed class WaitTests
{
    [Fact]
    public async Task A_live_upgrade_ends_with_its_last_nodes()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();

        ShellResult result = wait.Run("Wait-NcpRollingUpgrade 1000001").ThrowIfFailed();

        Assert.Equal(Enumerable.Repeat("Completed", 8), result.Values("State"));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task Four_hours_of_twenty_nodes()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Clusters.Add(new LiveUpgradeCluster("20", "twenty", new LiveUpgradePlan { NodeCount = 20, SecondsPerNode = 720 }));

        ShellResult result = wait.Run("Wait-NcpRollingUpgrade 20 -Summary").ThrowIfFailed();

        Assert.Equal(["Completed"], result.Values("State"));
        Assert.InRange(wait.Clock.GetUtcNow() - wait.Clock.Start, TimeSpan.FromHours(4), TimeSpan.FromHours(4) + TimeSpan.FromSeconds(30));
        Assert.InRange(wait.Emulator.Requests.CountFor("20"), 1000, 1442);
    }
}
