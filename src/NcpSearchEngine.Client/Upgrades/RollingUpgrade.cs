namespace NcpSearchEngine.Client;

/// <summary>The rolling upgrade of one cluster, as one answer of the service shows it.</summary>
public sealed class RollingUpgrade
{
    /// <param name="serviceGroupInstanceNo">The cluster's instance number.</param>
    /// <param name="record">What the service wrote; null where it has nothing to say. It is read here and not kept.</param>
    /// <param name="utcOffset">The zone of its dates.</param>
    internal RollingUpgrade(string serviceGroupInstanceNo, ProgressRecord? record, TimeSpan utcOffset)
    {
        VersionRecord? version = record?.VersionVo;
        ServiceGroupInstanceNo = serviceGroupInstanceNo;
        ClusterName = ServiceText.Clean(record?.Name);
        CurrentVersionCode = ServiceText.Clean(version?.CurrentVersionCode?.Trim());
        TargetVersionCode = ServiceText.Clean(version?.TargetVersionCode?.Trim());
        DateTime? requested = ServiceDate.Parse(version?.ActionDate);
        RequestedAt = ServiceDate.InZone(requested, utcOffset);
        HasRecord = requested is not null && !string.IsNullOrEmpty(TargetVersionCode);
        NodeCount = ServiceCount.Parse(record?.NodeCount);
        Nodes = ReadNodes(record?.NodeStatusVoList ?? [], HasRecord ? requested : null, utcOffset);
        (State, NeedsProof) = Judge(NodeCount);
    }

    private RollingUpgrade(RollingUpgrade read, bool proven, int? assumedNodeCount, string? missingProof)
    {
        ServiceGroupInstanceNo = read.ServiceGroupInstanceNo;
        ClusterName = read.ClusterName;
        CurrentVersionCode = read.CurrentVersionCode;
        TargetVersionCode = read.TargetVersionCode;
        RequestedAt = read.RequestedAt;
        HasRecord = read.HasRecord;
        NodeCount = read.NodeCount;
        MissingProof = missingProof;
        Nodes = proven ? [.. read.Nodes.Select(static node => node.IsUnproven ? node.Proven() : node)] : read.Nodes;
        (State, NeedsProof) = Judge(NodeCount ?? assumedNodeCount);
    }

    /// <summary>The cluster's instance number.</summary>
    public string ServiceGroupInstanceNo { get; }

    /// <summary>The cluster's name; null if missing.</summary>
    public string? ClusterName { get; }

    /// <summary>How far the upgrade is.</summary>
    public UpgradeState State { get; }

    /// <summary>The version before, as digits without dots (<c>2140</c> is 2.14.0), so not to be ordered as a number; null if missing.</summary>
    public string? CurrentVersionCode { get; }

    /// <summary>The version after, likewise; null if missing.</summary>
    public string? TargetVersionCode { get; }

    /// <summary>When the upgrade was asked for; null if missing or not readable.</summary>
    public DateTimeOffset? RequestedAt { get; }

    /// <summary>Whether the service has a record of an upgrade: a target version and a readable date.</summary>
    public bool HasRecord { get; }

    /// <summary>The number of nodes that the service tells; null if missing. Not always the number of <see cref="Nodes"/>.</summary>
    public int? NodeCount { get; }

    /// <summary>How many nodes there are to upgrade: those that the service counts or those that it lists, whichever are more.</summary>
    public int ExpectedNodeCount => Math.Max(NodeCount ?? 0, Nodes.Count);

    /// <summary>The nodes, in the order of the service, which means nothing.</summary>
    public IReadOnlyList<RollingUpgradeNode> Nodes { get; }

    /// <summary>Whether all nodes look upgraded and only the cluster's own version can prove it.</summary>
    public bool NeedsProof { get; }

    /// <summary>What is missing to call the upgrade done although all nodes look upgraded; null where nothing is, or where it is not a question of proof.</summary>
    public string? MissingProof { get; }

    /// <summary>How many nodes are <see cref="NodeState.Completed"/>.</summary>
    public int CompletedCount => Count(NodeState.Completed);

    /// <summary>How many nodes are <see cref="NodeState.InProgress"/>.</summary>
    public int InProgressCount => Count(NodeState.InProgress);

    /// <summary>How many nodes are <see cref="NodeState.Pending"/>.</summary>
    public int PendingCount => Count(NodeState.Pending);

    /// <summary>How many nodes are <see cref="NodeState.Failed"/>.</summary>
    public int FailedCount => Count(NodeState.Failed);

    /// <summary>Completed nodes in percent of all, rounded down; 100 only when <see cref="State"/> is Completed.</summary>
    public int PercentComplete => State == UpgradeState.Completed
        ? 100
        : (int)Math.Min(99, 100L * CompletedCount / Math.Max(1, ExpectedNodeCount));

    /// <summary>The node being upgraded now; null if none is.</summary>
    public string? CurrentHostname => Nodes.FirstOrDefault(static node => node.State == NodeState.InProgress && !node.IsUnproven)?.Hostname;

    /// <summary>The newest change of any node; null if no node has a date.</summary>
    public DateTimeOffset? LastUpdatedAt => Nodes.Max(static node => node.UpdatedAt);

    /// <summary>When the upgrade will be done if the nodes to come take as long as those done; null where nothing can be told.</summary>
    public DateTimeOffset? EstimatedCompletionAt
    {
        get
        {
            if (State != UpgradeState.InProgress || RequestedAt is not { } requested || CompletedCount == 0 || CompletedCount >= ExpectedNodeCount)
            {
                return null;
            }

            DateTimeOffset last = Nodes.Where(static node => node.State == NodeState.Completed).Max(static node => node.UpdatedAt) ?? requested;
            double ticks = (double)(last - requested).Ticks / CompletedCount * (ExpectedNodeCount - CompletedCount);

            // Neither the moment nor its clock time may leave the calendar, and they are up to 14 hours apart.
            return ticks >= 0 && ticks < (DateTimeOffset.MaxValue.AddDays(-1) - last).Ticks ? last.AddTicks((long)ticks) : null;
        }
    }

    /// <summary>The same answer, with what another has shown since.</summary>
    /// <param name="proven">Whether the cluster's own version has shown that the upgrade is done.</param>
    /// <param name="assumedNodeCount">The number of nodes where the service does not tell it.</param>
    /// <param name="missingProof">What is missing to call it done.</param>
    internal RollingUpgrade With(bool proven, int? assumedNodeCount, string? missingProof = null) => new(this, proven, assumedNodeCount, missingProof);

    private (UpgradeState State, bool NeedsProof) Judge(int? expectedCount)
    {
        UpgradeState state = UpgradeRules.Judge(HasRecord, expectedCount, Nodes);
        return (state, HasRecord && state == UpgradeState.InProgress
            && Nodes.All(static node => node.IsUnproven || node.State == NodeState.Completed) && UpgradeRules.IsWhole(expectedCount, Nodes));
    }

    private static RollingUpgradeNode[] ReadNodes(IReadOnlyList<NodeRecord?> records, DateTime? requested, TimeSpan utcOffset)
    {
        RollingUpgradeNode[] nodes = new RollingUpgradeNode[records.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new RollingUpgradeNode(records[i], requested, utcOffset);
        }

        return nodes;
    }

    private int Count(NodeState state)
    {
        int count = 0;
        foreach (RollingUpgradeNode node in Nodes)
        {
            if (node.State == state)
            {
                count++;
            }
        }

        return count;
    }
}
