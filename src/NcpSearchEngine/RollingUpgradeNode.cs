using NcpSearchEngine.Hosts;

namespace NcpSearchEngine;

/// <summary>One node of a rolling upgrade: flat scalars in the order of a CSV.</summary>
public sealed class RollingUpgradeNode
{
    private readonly Client.RollingUpgradeNode _node;

    internal RollingUpgradeNode(Client.RollingUpgrade upgrade, Client.RollingUpgradeNode node, string? requestId, string session)
    {
        Upgrade = upgrade;
        _node = node;
        RequestId = requestId;
        Session = session;
    }

    /// <summary>The cluster's instance number.</summary>
    public string ServiceGroupInstanceNo => Upgrade.ServiceGroupInstanceNo;

    /// <summary>The cluster's name; null if the service did not tell.</summary>
    public string? ClusterName => Upgrade.ClusterName;

    /// <summary>The node's server name; null if the service did not tell.</summary>
    public string? Hostname => _node.Hostname;

    /// <summary>Manager, Data, Master or Unknown.</summary>
    public string Role => _node.Role.ToString();

    /// <summary>The service's code of the role: M, D, DO or MO.</summary>
    public string? NodeRoleCode => _node.NodeRoleCode;

    /// <summary>Pending, InProgress, Completed or Failed.</summary>
    public string State => _node.State.ToString();

    /// <summary>The service's own word. <c>running</c> is a node in normal service, not one being upgraded.</summary>
    public string? Status => _node.Status;

    /// <summary>The version before, as digits without dots: 2140 is 2.14.0.</summary>
    public string? CurrentVersionCode => Upgrade.CurrentVersionCode;

    /// <summary>The version after, likewise.</summary>
    public string? TargetVersionCode => Upgrade.TargetVersionCode;

    /// <summary>When the upgrade was asked for; null if the service did not tell.</summary>
    public DateTimeOffset? RequestedAt => Upgrade.RequestedAt;

    /// <summary>When <see cref="Status"/> last changed; null if the service did not tell.</summary>
    public DateTimeOffset? UpdatedAt => _node.UpdatedAt;

    /// <summary>The number of nodes of the cluster that the service tells; null if it did not.</summary>
    public int? NodeCount => Upgrade.NodeCount;

    /// <summary>What NAVER Cloud support asks for.</summary>
    public string? RequestId { get; }

    /// <summary>The name of the session that was asked.</summary>
    public string Session { get; }

    /// <summary>The hostname, for groups and texts.</summary>
    /// <returns>It, or the cluster where the service did not tell it.</returns>
    public override string ToString() => Hostname is null ? CellText.Cluster(ClusterName, ServiceGroupInstanceNo) : CellText.Harmless(Hostname);

    internal Client.RollingUpgrade Upgrade { get; }
}
