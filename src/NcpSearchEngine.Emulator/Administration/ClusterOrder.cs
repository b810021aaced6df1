namespace NcpSearchEngine.Emulator;

/// <summary>What <c>POST /_emulator/clusters</c> asks for: one live cluster, several, or one again from its start.</summary>
internal sealed record ClusterOrder
{
    public string? Restart { get; init; }

    public int? Count { get; init; }

    public string? No { get; init; }

    public string? Name { get; init; }

    public int? NodeCount { get; init; }

    public string? CurrentVersionCode { get; init; }

    public string? TargetVersionCode { get; init; }

    public string? PreviousVersionCode { get; init; }

    /// <summary>Whether the upgrade starts by itself.</summary>
    public bool Starts { get; init; } = true;

    public double StartsAfterSeconds { get; init; }

    public double? SecondsPerNode { get; init; }

    public double? Speed { get; init; }

    public int? FailsAtNode { get; init; }

    public string? FailureStatus { get; init; }

    public int? StallsAtNode { get; init; }

    public AfterUpgrade Afterwards { get; init; }

    /// <summary>Does it, and tells what is new.</summary>
    public object Carry(ClusterCatalog clusters)
    {
        if (Restart is { } again)
        {
            var cluster = clusters.Find(again) as LiveUpgradeCluster ?? throw new FormatException($"There is no live cluster {again}.");
            cluster.Restart();
            return new { restarted = again };
        }

        if (Count is { } count)
        {
            return new { added = clusters.AddLiveClusters(count, Plan()).Select(cluster => cluster.No) };
        }

        var no = No ?? throw new FormatException("Expected \"no\", \"count\" or \"restart\".");
        clusters.Add(new LiveUpgradeCluster(no, Name ?? "cluster-" + no, Plan()));
        return new { added = new[] { no } };
    }

    private LiveUpgradePlan Plan()
    {
        var standard = new LiveUpgradePlan();
        return standard with
        {
            NodeCount = NodeCount ?? standard.NodeCount,
            CurrentVersionCode = CurrentVersionCode ?? standard.CurrentVersionCode,
            TargetVersionCode = TargetVersionCode ?? standard.TargetVersionCode,
            PreviousVersionCode = PreviousVersionCode,
            StartsAfter = Starts ? TimeSpan.FromSeconds(StartsAfterSeconds) : null,
            SecondsPerNode = SecondsPerNode ?? standard.SecondsPerNode,
            Speed = Speed,
            FailsAtNode = FailsAtNode,
            FailureStatus = FailureStatus ?? standard.FailureStatus,
            StallsAtNode = StallsAtNode,
            Afterwards = Afterwards,
        };
    }
}
