namespace NcpSearchEngine.Client;

/// <summary>How far the rolling upgrade of a cluster is.</summary>
public enum UpgradeState
{
    /// <summary>There is no record of an upgrade.</summary>
    NotStarted,

    /// <summary>The upgrade was asked for and is not proven to be done.</summary>
    InProgress,

    /// <summary>Every node is proven to have been upgraded.</summary>
    Completed,

    /// <summary>The service reports a failure of at least one node.</summary>
    Failed,
}

/// <summary>How far one node is in the rolling upgrade of its cluster.</summary>
public enum NodeState
{
    /// <summary>This upgrade has not touched the node yet.</summary>
    Pending,

    /// <summary>The node is being upgraded, or nothing proves yet that it was.</summary>
    InProgress,

    /// <summary>The node was upgraded by this upgrade.</summary>
    Completed,

    /// <summary>The service reports a failure of this node.</summary>
    Failed,
}

/// <summary>What a node is for.</summary>
public enum NodeRole
{
    /// <summary>A role code that is not known; see <see cref="RollingUpgradeNode.NodeRoleCode"/>.</summary>
    Unknown,

    /// <summary>A manager node (<c>M</c>).</summary>
    Manager,

    /// <summary>A data node (<c>D</c>, <c>DO</c>).</summary>
    Data,

    /// <summary>A master-only node (<c>MO</c>).</summary>
    Master,
}
