namespace NcpSearchEngine.Client;

/// <summary>A cluster, as the list of clusters shows it. Of one that the account may not touch only number, name and the two statuses are told.</summary>
public sealed class SearchEngineCluster
{
    internal SearchEngineCluster(ClusterRecord record, bool isAllowed, string? requestId, TimeSpan utcOffset)
    {
        ServiceGroupInstanceNo = ServiceText.Clean(record.ServiceGroupInstanceNo?.Trim());
        ClusterName = ServiceText.Clean(record.ClusterName);
        Status = ServiceText.Clean(record.ClusterStatus?.Trim());
        VersionCode = ServiceText.Clean(VersionText.CodeIn(record.SearchEngineVersion));
        Version = ServiceText.Clean(VersionText.NumberIn(record.SearchEngineVersion) ?? VersionText.NumberOf(VersionCode));
        SearchEngineStatus = ServiceText.Clean(record.SearchEngineStatus?.Trim());
        ManagerNodeCount = ServiceCount.Parse(record.ManagerNodeCount);
        DataNodeCount = ServiceCount.Parse(record.DataNodeCount);
        MasterNodeCount = ServiceCount.Parse(record.MasterNodeCount);
        VpcName = ServiceText.Clean(record.VpcName);
        CreatedAt = ServiceDate.InZone(ServiceDate.Parse(record.CreateDate), utcOffset);
        IsAllowed = isAllowed;
        RequestId = requestId;
    }

    /// <summary>The cluster's instance number; null if missing.</summary>
    public string? ServiceGroupInstanceNo { get; }

    /// <summary>The cluster's name; null if missing.</summary>
    public string? ClusterName { get; }

    /// <summary>The service's word for the cluster, such as <c>running</c> or <c>changing</c>; null if missing.</summary>
    public string? Status { get; }

    /// <summary>The version as people write it, such as <c>2.15.0</c>; null if missing.</summary>
    public string? Version { get; }

    /// <summary>The version as digits without dots (<c>2150</c> is 2.15.0), so not to be ordered as a number; null if missing.</summary>
    public string? VersionCode { get; }

    /// <summary>The service's word for the engine's health, such as <c>green</c>; null if missing.</summary>
    public string? SearchEngineStatus { get; }

    /// <summary>The number of manager nodes; null if missing.</summary>
    public int? ManagerNodeCount { get; }

    /// <summary>The number of data nodes; null if missing.</summary>
    public int? DataNodeCount { get; }

    /// <summary>The number of master nodes; null if missing.</summary>
    public int? MasterNodeCount { get; }

    /// <summary>The name of the VPC it is in; null if missing.</summary>
    public string? VpcName { get; }

    /// <summary>When it was created; null if missing or not readable.</summary>
    public DateTimeOffset? CreatedAt { get; }

    /// <summary>Whether the account may touch the cluster, and not only see it.</summary>
    public bool IsAllowed { get; }

    /// <summary>The <c>requestId</c> of the page that it stood on.</summary>
    public string? RequestId { get; }
}
