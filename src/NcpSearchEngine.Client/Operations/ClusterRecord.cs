namespace NcpSearchEngine.Client;

/// <summary>The <c>result</c> of <c>getClusterInfo</c>, as far as it is read; also an item of <c>getClusterInfoList</c>. Everything may be missing.</summary>
internal sealed class ClusterRecord
{
    public string? ServiceGroupInstanceNo { get; set; }

    public string? ClusterName { get; set; }

    public string? ClusterStatus { get; set; }

    /// <summary>Of <c>getClusterInfo</c>: digits without dots.</summary>
    public string? SearchEngineVersionCode { get; set; }

    /// <summary>Of <c>getClusterInfoList</c>: a name, such as <c>2.15.0</c>.</summary>
    public string? SearchEngineVersion { get; set; }

    public string? SearchEngineStatus { get; set; }

    public string? ManagerNodeCount { get; set; }

    public string? DataNodeCount { get; set; }

    public string? MasterNodeCount { get; set; }

    public string? VpcName { get; set; }

    public string? CreateDate { get; set; }
}

/// <summary>The <c>result</c> of <c>getClusterInfoList</c>: one page.</summary>
internal sealed class ClusterPageRecord
{
    public string? TotalPage { get; set; }

    public IReadOnlyList<ClusterRecord?>? AllowedClusters { get; set; }

    /// <summary>Seen but not to be touched; only a few fields of each are told.</summary>
    public IReadOnlyList<ClusterRecord?>? DisallowedClusters { get; set; }
}
