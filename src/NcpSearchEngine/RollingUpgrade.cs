using NcpSearchEngine.Hosts;

namespace NcpSearchEngine;

/// <summary>The rolling upgrade of one cluster in one row.</summary>
public sealed class RollingUpgrade
{
    private readonly Client.RollingUpgrade _upgrade;

    internal RollingUpgrade(Client.RollingUpgrade upgrade, string? requestId, string session)
    {
        _upgrade = upgrade;
        RequestId = requestId;
        Session = session;
    }

    /// <summary>The cluster's instance number.</summary>
    public string ServiceGroupInstanceNo => _upgrade.ServiceGroupInstanceNo;

    /// <summary>The cluster's name; null if the service did not tell.</summary>
    public string? ClusterName => _upgrade.ClusterName;

    /// <summary>NotStarted, InProgress, Completed or Failed.</summary>
    public string State => _upgrade.State.ToString();

    /// <summary>The version before, as digits without dots: 2140 is 2.14.0.</summary>
    public string? CurrentVersionCode => _upgrade.CurrentVersionCode;

    /// <summary>The version after, likewise.</summary>
    public string? TargetVersionCode => _upgrade.TargetVersionCode;

    /// <summary>When the upgrade was asked for; null if the service did not tell.</summary>
    public DateTimeOffset? RequestedAt => _upgrade.RequestedAt;

    /// <summary>The number of nodes that the service tells; null if it did not.</summary>
    public int? NodeCount => _upgrade.NodeCount;

    /// <summary>How many nodes are Completed.</summary>
    public int CompletedCount => _upgrade.CompletedCount;

    /// <summary>How many nodes are InProgress.</summary>
    public int InProgressCount => _upgrade.InProgressCount;

    /// <summary>How many nodes are Pending.</summary>
    public int PendingCount => _upgrade.PendingCount;

    /// <summary>How many nodes are Failed.</summary>
    public int FailedCount => _upgrade.FailedCount;

    /// <summary>Completed nodes in percent, rounded down; 100 only when <see cref="State"/> is Completed.</summary>
    public int PercentComplete => _upgrade.PercentComplete;

    /// <summary>The node being upgraded now; null if none is.</summary>
    public string? CurrentHostname => _upgrade.CurrentHostname;

    /// <summary>The newest change of any node; null if the service did not tell.</summary>
    public DateTimeOffset? LastUpdatedAt => _upgrade.LastUpdatedAt;

    /// <summary>When the upgrade will be done if the nodes to come take as long as those done; null where nothing can be told.</summary>
    public DateTimeOffset? EstimatedCompletionAt => _upgrade.EstimatedCompletionAt;

    /// <summary>What NAVER Cloud support asks for.</summary>
    public string? RequestId { get; }

    /// <summary>The name of the session that was asked.</summary>
    public string Session { get; }

    /// <summary>The cluster, for groups and texts.</summary>
    /// <returns>Such as <c>cluster000 (3427188)</c>.</returns>
    public override string ToString() => CellText.Cluster(ClusterName, ServiceGroupInstanceNo);
}
