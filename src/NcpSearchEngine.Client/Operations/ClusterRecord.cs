namespace NcpSearchEngine.Client;

/// <summary>The <c>result</c> of <c>getClusterInfo</c>, as far as it is read; also an item of <c>getClusterInfoList</c>. Everything may be missing.</summary>
internal sealed class ClusterRecord
{
    public string? ServiceGroupInstanceNo { get; init; }

    public string? ClusterName { get; init; }

    public string? ClusterStatus { get; init; }

    /// <summary>Of <c>getClusterInfo</c>: digits without dots.</summary>
    public string? SearchEngineVersionCode { get; init; }

    /// <summary>Of <c>getClusterInfoList</c>: a name, such as <c>2.15.0</c>.</summary>
    public string? SearchEngineVersion { get; init; }

    public string? SearchEngineStatus { get; init; }

    public int? ManagerNodeCount { get; init; }

    public int? DataNodeCount { get; init; }

    public int? MasterNodeCount { get; init; }

    public string? VpcName { get; init; }

    public string? CreateDate { get; init; }
}

/// <summary>The <c>result</c> of <c>getClusterInfoList</c>: one page.</summary>
internal sealed class ClusterPageRecord
{
    public int? TotalPage { get; init; }

    public IReadOnlyList<ClusterRecord?>? AllowedClusters { get; init; }

    /// <summary>Seen but not to be touched; only a few fields of each are told.</summary>
    public IReadOnlyList<ClusterRecord?>? DisallowedClusters { get; init; }
}
