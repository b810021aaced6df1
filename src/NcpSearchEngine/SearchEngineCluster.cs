using NcpSearchEngine.Hosts;

namespace NcpSearchEngine;

/// <summary>A cluster that the account sees: flat scalars in the order of a CSV. It pipes into the cmdlets that take a cluster's number.</summary>
public sealed class SearchEngineCluster
{
    private readonly Client.SearchEngineCluster _cluster;

    internal SearchEngineCluster(Client.SearchEngineCluster cluster, string session)
    {
        _cluster = cluster;
        Session = session;
    }

    /// <summary>The cluster's instance number; null if the service did not tell.</summary>
    public string? ServiceGroupInstanceNo => _cluster.ServiceGroupInstanceNo;

    /// <summary>The cluster's name; null if the service did not tell.</summary>
    public string? ClusterName => _cluster.ClusterName;

    /// <summary>The service's word for the cluster, such as running or changing; null if it did not tell.</summary>
    public string? Status => _cluster.Status;

    /// <summary>The version, such as 2.15.0; null if the service did not tell.</summary>
    public string? Version => _cluster.Version;

    /// <summary>The version as digits without dots: 2150 is 2.15.0.</summary>
    public string? VersionCode => _cluster.VersionCode;

    /// <summary>The service's word for the engine's health, such as green; null if it did not tell.</summary>
    public string? SearchEngineStatus => _cluster.SearchEngineStatus;

    /// <summary>The number of manager nodes; null if the service did not tell.</summary>
    public int? ManagerNodeCount => _cluster.ManagerNodeCount;

    /// <summary>The number of data nodes; null if the service did not tell.</summary>
    public int? DataNodeCount => _cluster.DataNodeCount;

    /// <summary>The number of master nodes; null if the service did not tell.</summary>
    public int? MasterNodeCount => _cluster.MasterNodeCount;

    /// <summary>The name of the VPC it is in; null if the service did not tell.</summary>
    public string? VpcName => _cluster.VpcName;

    /// <summary>When it was created; null if the service did not tell.</summary>
    public DateTimeOffset? CreatedAt => _cluster.CreatedAt;

    /// <summary>Whether the account may touch the cluster; where not, only number, name and the two statuses are known.</summary>
    public bool IsAllowed => _cluster.IsAllowed;

    /// <summary>What NAVER Cloud support asks for.</summary>
    public string? RequestId => _cluster.RequestId;

    /// <summary>The name of the session that was asked.</summary>
    public string Session { get; }

    /// <summary>The cluster, for groups and texts.</summary>
    /// <returns>Such as <c>cluster000 (3427188)</c>.</returns>
    public override string ToString() => CellText.Cluster(ClusterName, ServiceGroupInstanceNo);
}
