namespace NcpSearchEngine.Client;

/// <summary>One node of a rolling upgrade, as one answer of the service shows it.</summary>
public sealed class RollingUpgradeNode
{
    internal RollingUpgradeNode(NodeRecord? record, DateTime? requested, TimeSpan utcOffset)
    {
        Hostname = ServiceText.Clean(record?.Hostname?.Trim());
        NodeRoleCode = ServiceText.Clean(record?.NodeRoleCode);
        Status = ServiceText.Clean(record?.Status);
        DateTime? updated = ServiceDate.Parse(record?.UpdatedDate);
        UpdatedAt = ServiceDate.InZone(updated, utcOffset);
        (State, IsUnproven) = UpgradeRules.Judge(record?.Status, updated, requested);
    }

    private RollingUpgradeNode(RollingUpgradeNode read, NodeState state)
    {
        Hostname = read.Hostname;
        NodeRoleCode = read.NodeRoleCode;
        Status = read.Status;
        UpdatedAt = read.UpdatedAt;
        State = state;
    }

    /// <summary>The server's name; null if missing.</summary>
    public string? Hostname { get; }

    /// <summary>What the node is for.</summary>
    public NodeRole Role => NodeRoleCode?.Trim() switch
    {
        "M" => NodeRole.Manager,
        "D" or "DO" => NodeRole.Data,
        "MO" => NodeRole.Master,
        _ => NodeRole.Unknown,
    };

    /// <summary>The service's code of the role: <c>M</c>, <c>D</c>, <c>DO</c> or <c>MO</c>; null if missing.</summary>
    public string? NodeRoleCode { get; }

    /// <summary>How far the node is.</summary>
    public NodeState State { get; }

    /// <summary>The service's own word, such as <c>Upgrade_OpenSearch</c>; null if missing.</summary>
    public string? Status { get; }

    /// <summary>When the word last changed; null if missing or not readable.</summary>
    public DateTimeOffset? UpdatedAt { get; }

    /// <summary>Whether the node looks upgraded while only the cluster's own version could prove it; it is InProgress until then.</summary>
    public bool IsUnproven { get; }

    /// <summary>The same node, which the cluster's own version has shown to be upgraded.</summary>
    internal RollingUpgradeNode Proven() => new(this, NodeState.Completed);
}
