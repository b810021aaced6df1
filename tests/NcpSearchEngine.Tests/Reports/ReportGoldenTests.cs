using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Reports;

/// <summary>Each format in both languages, byte for byte.</summary>
public sealed class ReportGoldenTests
{
    internal static readonly GoldenFile Golden = new("Reports");

    private static readonly string[] _names = ["report.csv", "report.html", "report.json", "report.md"];

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("ko-KR", "ko")]
    public async Task One_cluster_is_completed_one_failed_and_one_refused(string culture, string language)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(culture: culture);
        using TemporaryFolder folder = new();

        wait.Run($"Wait-NcpRollingUpgrade 1000001, 1000002, abc -ReportPath {Paths(folder)}");

        AssertGolden(folder, "three", language);
    }

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("ko-KR", "ko")]
    public async Task A_wait_of_20_nodes_that_is_under_way(string culture, string language)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(culture: culture);
        using TemporaryFolder folder = new(), seen = new();
        wait.Emulator.Clusters.Add(new LiveUpgradeCluster("20", "prod-search", new LiveUpgradePlan { NodeCount = 20 }));

        wait.Run($"Wait-NcpRollingUpgrade 20 -ReportPath {Paths(folder)}", () =>
        {
            // Between two changes, when nothing is written.
            if (wait.Clock.GetUtcNow() - wait.Clock.Start == TimeSpan.FromSeconds(607))
            {
                foreach (string name in folder.FileNames)
                {
                    File.Copy(folder.File(name), seen.File(name));
                }
            }
        }).ThrowIfFailed();

        AssertGolden(seen, "twenty-under-way", language);
    }

    [Fact]
    public async Task A_wait_of_20_nodes_that_is_over()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        wait.Emulator.Clusters.Add(new LiveUpgradeCluster("20", "prod-search", new LiveUpgradePlan { NodeCount = 20 }));

        wait.Run($"Wait-NcpRollingUpgrade 20 -ReportPath {Paths(folder)}").ThrowIfFailed();

        AssertGolden(folder, "twenty", "en");
    }

    private static string Paths(TemporaryFolder folder) => string.Join(", ", _names.Select(name => $"'{folder.File(name)}'"));

    private static void AssertGolden(TemporaryFolder folder, string scenario, string language)
    {
        Assert.Equal(_names, folder.FileNames);
        Assert.All(folder.FileNames, name => Golden.AssertEqual($"{scenario}.{language}{Path.GetExtension(name)}", File.ReadAllText(folder.File(name))));
    }
}
