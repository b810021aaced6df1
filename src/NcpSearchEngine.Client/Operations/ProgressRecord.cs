namespace NcpSearchEngine.Client;

/// <summary>The body of <c>getRollingUpgradeProgress</c>.</summary>
internal sealed class ProgressRequest
{
    public string? ServiceGroupInstanceNo { get; set; }

    /// <summary>Required on the public site since July 2026; unknown to the others.</summary>
    public string? RegionNo { get; set; }
}

/// <summary>The <c>result</c> of <c>getRollingUpgradeProgress</c>, as it is written. Everything may be missing.</summary>
internal sealed class ProgressRecord
{
    public string? Name { get; set; }

    /// <summary>A number as text, see <see cref="ServiceCount"/>.</summary>
    public string? NodeCount { get; set; }

    public VersionRecord? VersionVo { get; set; }

    public IReadOnlyList<NodeRecord?>? NodeStatusVoList { get; set; }
}

internal sealed class VersionRecord
{
    public string? CurrentVersionCode { get; set; }

    public string? TargetVersionCode { get; set; }

    public string? ActionDate { get; set; }
}

internal sealed class NodeRecord
{
    public string? Hostname { get; set; }

    public string? Status { get; set; }

    public string? NodeRoleCode { get; set; }

    public string? UpdatedDate { get; set; }
}
