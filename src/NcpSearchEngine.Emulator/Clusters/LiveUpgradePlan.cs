namespace NcpSearchEngine.Emulator;

/// <summary>How the upgrade of a live cluster goes. Nodes are counted from 1 in the order in which they are upgraded.</summary>
public sealed record LiveUpgradePlan
{
    /// <summary>The nodes, in the order in which they are upgraded and listed; null makes <see cref="NodeCount"/> of them.</summary>
    public IReadOnlyList<EmulatedNode>? Nodes { get; init; }

    /// <summary>How many nodes to make up, with the roles of a real cluster and listed in no useful order.</summary>
    public int NodeCount { get; init; } = 8;

    /// <summary>The version before.</summary>
    public string CurrentVersionCode { get; init; } = "2140";

    /// <summary>The version after.</summary>
    public string TargetVersionCode { get; init; } = "2150";

    /// <summary>The version before an earlier upgrade, whose record is then there until this one starts; null: there was none.</summary>
    public string? PreviousVersionCode { get; init; }

    /// <summary>
    /// When the upgrade starts, in real time from when the cluster enters the catalog; negative: it had started by then; null: not until somebody
    /// starts it.
    /// </summary>
    public TimeSpan? StartsAfter { get; init; } = TimeSpan.Zero;

    /// <summary>How long one node takes, in seconds of service time: divided by the speed.</summary>
    public double SecondsPerNode { get; init; } = 90;

    /// <summary>How many times faster than in life it proceeds; null: as fast as the emulator.</summary>
    public double? Speed { get; init; }

    /// <summary>The node at which the upgrade fails, half-way through it.</summary>
    public int? FailsAtNode { get; init; }

    /// <summary>The status of a node that failed. No such word is documented; this one is made up.</summary>
    public string FailureStatus { get; init; } = "Upgrade_OpenSearch_Failed";

    /// <summary>The node at which the upgrade stands still for ever.</summary>
    public int? StallsAtNode { get; init; }

    /// <summary>What becomes of the nodes' statuses afterwards.</summary>
    public AfterUpgrade Afterwards { get; init; }

    /// <summary>Whether there is a snapshot of the last six hours, without which no upgrade starts.</summary>
    public bool HasRecentSnapshot { get; init; } = true;

    internal void Check(IReadOnlyList<EmulatedNode> nodes)
    {
        var hostnames = nodes.Select(node => node.Hostname).ToHashSet(StringComparer.Ordinal);
        Must(nodes.Count > 0 && hostnames.Count == nodes.Count, "There must be nodes, each with a hostname of its own.");
        Must(Speed is null or > 0, "The speed must be above 0.");
        Must(SecondsPerNode is >= 0 and <= 1e7, "The seconds a node takes must be 0 to 10,000,000.");
        Must(FailsAtNode is null || (FailsAtNode > 0 && FailsAtNode <= nodes.Count), "It must fail at one of its nodes, counted from 1.");
        Must(StallsAtNode is null || (StallsAtNode > 0 && StallsAtNode <= nodes.Count), "It must stall at one of its nodes, counted from 1.");
    }

    private static void Must(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ArgumentException(otherwise);
        }
    }
}

/// <summary>What the statuses of the nodes are when an upgrade is over; the service documents neither.</summary>
public enum AfterUpgrade
{
    /// <summary>All nodes stay <c>complete</c>.</summary>
    StaysComplete,

    /// <summary>All nodes are <c>running</c> again, changed after the upgrade was asked for.</summary>
    BackToRunning,
}
