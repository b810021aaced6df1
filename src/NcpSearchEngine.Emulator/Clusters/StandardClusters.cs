using System.Reflection;

namespace NcpSearchEngine.Emulator;

/// <summary>The clusters that every emulator has unless told otherwise: one for each thing that can happen to an upgrade.</summary>
public static class StandardClusters
{
    /// <summary>The service's published answer of 2025: 8 nodes, one complete.</summary>
    public const string Published2025 = "3427188";

    /// <summary>The service's published answer of 2024: 5 nodes, one complete.</summary>
    public const string Published2024 = "2700270";

    /// <summary>An upgrade of 8 nodes that starts with the emulator.</summary>
    public const string Live = "1000001";

    /// <summary>An upgrade that fails at its fifth node.</summary>
    public const string Failing = "1000002";

    /// <summary>A cluster that was never upgraded; an upgrade can be started.</summary>
    public const string NeverUpgraded = "1000003";

    /// <summary>An upgrade that is over, its nodes back to <c>running</c>: only the cluster's own version proves it.</summary>
    public const string BackToRunning = "1000004";

    /// <summary>An upgrade that stands still at its fourth node.</summary>
    public const string Stalling = "1000005";

    /// <summary>A cluster that the key has no right to.</summary>
    public const string Disallowed = "9000001";

    /// <summary>The clusters and what they are for, as <c>--help</c> and the start text tell it.</summary>
    internal static IReadOnlyList<(string No, string About)> Descriptions { get; } =
    [
        (Published2025, "NAVER's published answer of 2025: 8 nodes, 1 complete; never changes"),
        (Published2024, "NAVER's published answer of 2024: 5 nodes, 1 complete; never changes"),
        (Live, "an upgrade of 8 nodes that started with the emulator"),
        (Failing, "an upgrade that fails at its 5th node"),
        (NeverUpgraded, "never upgraded (versionVo is null); start one with rollingUpgradeCluster"),
        (BackToRunning, "over, nodes back to running: only getClusterInfo proves it"),
        (Stalling, "an upgrade that stands still at its 4th node"),
        (Disallowed, "of somebody else: listed as disallowed, found by nothing"),
    ];

    internal static void AddTo(ClusterCatalog catalog)
    {
        catalog.Add(new ReplayCluster(Published2025, Example("progress-2025-03.json")));
        catalog.Add(new ReplayCluster(Published2024, Example("progress-2024-03.json")));
        catalog.Add(new LiveUpgradeCluster(Live, "live-upgrade"));
        catalog.Add(new LiveUpgradeCluster(Failing, "failing-upgrade", new LiveUpgradePlan { FailsAtNode = 5 }));
        catalog.Add(new LiveUpgradeCluster(NeverUpgraded, "never-upgraded", new LiveUpgradePlan { StartsAfter = null }));
        catalog.Add(new LiveUpgradeCluster(BackToRunning, "back-to-running",
            new LiveUpgradePlan { StartsAfter = TimeSpan.FromHours(-2), Speed = 1, Afterwards = AfterUpgrade.BackToRunning }));
        catalog.Add(new LiveUpgradeCluster(Stalling, "stalling-upgrade", new LiveUpgradePlan { StallsAtNode = 4 }));
        catalog.Add(new LiveUpgradeCluster(Disallowed, "somebody-elses", new LiveUpgradePlan { StartsAfter = null }) { IsAllowed = false });
    }

    private static ReadOnlyMemory<byte> Example(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
