using NcpSearchEngine.Hosts;

namespace NcpSearchEngine;

/// <summary>The rolling upgrade of one cluster in one row.</summary>
/// <remarks>It keeps no node, so that thousands of summaries can be collected.</remarks>
public sealed class RollingUpgrade
{
    internal RollingUpgrade(Client.RollingUpgrade upgrade, string? requestId, string session)
    {
        ServiceGroupInstanceNo = upgrade.ServiceGroupInstanceNo;
        ClusterName = upgrade.ClusterName;
        State = upgrade.State.ToString();
        CurrentVersionCode = upgrade.CurrentVersionCode;
        TargetVersionCode = upgrade.TargetVersionCode;
        RequestedAt = upgrade.RequestedAt;
        NodeCount = upgrade.NodeCount;
        CompletedCount = upgrade.CompletedCount;
        InProgressCount = upgrade.InProgressCount;
        PendingCount = upgrade.PendingCount;
        FailedCount = upgrade.FailedCount;
        PercentComplete = upgrade.PercentComplete;
        CurrentHostname = upgrade.CurrentHostname;
        LastUpdatedAt = upgrade.LastUpdatedAt;
        EstimatedCompletionAt = upgrade.EstimatedCompletionAt;
        RequestId = requestId;
        Session = session;
    }

    /// <summary>The cluster's instance number.</summary>
    public string ServiceGroupInstanceNo { get; }

    /// <summary>The cluster's name; null if the service did not tell.</summary>
    public string? ClusterName { get; }

    /// <summary>NotStarted, InProgress, Completed or Failed.</summary>
    public string State { get; }

    /// <summary>The version before, as digits without dots: 2140 is 2.14.0.</summary>
    public string? CurrentVersionCode { get; }

    /// <summary>The version after, likewise.</summary>
    public string? TargetVersionCode { get; }

    /// <summary>When the upgrade was asked for; null if the service did not tell.</summary>
    public DateTimeOffset? RequestedAt { get; }

    /// <summary>The number of nodes that the service tells; null if it did not.</summary>
    public int? NodeCount { get; }

    /// <summary>How many nodes are Completed.</summary>
    public int CompletedCount { get; }

    /// <summary>How many nodes are InProgress.</summary>
    public int InProgressCount { get; }

    /// <summary>How many nodes are Pending.</summary>
    public int PendingCount { get; }

    /// <summary>How many nodes are Failed.</summary>
    public int FailedCount { get; }

    /// <summary>Completed nodes in percent, rounded down; 100 only when <see cref="State"/> is Completed.</summary>
    public int PercentComplete { get; }

    /// <summary>The node being upgraded now; null if none is.</summary>
    public string? CurrentHostname { get; }

    /// <summary>The newest change of any node; null if the service did not tell.</summary>
    public DateTimeOffset? LastUpdatedAt { get; }

    /// <summary>When the upgrade will be done if the nodes to come take as long as those done; null where nothing can be told.</summary>
    public DateTimeOffset? EstimatedCompletionAt { get; }

    /// <summary>What NAVER Cloud support asks for.</summary>
    public string? RequestId { get; }

    /// <summary>The name of the session that was asked.</summary>
    public string Session { get; }

    /// <summary>The cluster, for groups and texts.</summary>
    /// <returns>Such as <c>cluster000 (3427188)</c>.</returns>
    public override string ToString() => CellText.Cluster(ClusterName, ServiceGroupInstanceNo);
}
