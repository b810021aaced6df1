namespace NcpSearchEngine.Client;

/// <summary>The body of <c>getRollingUpgradeProgress</c>.</summary>
internal sealed class ProgressRequest
{
    public required string ServiceGroupInstanceNo { get; init; }

    /// <summary>Required on the public site since July 2026; unknown to the others.</summary>
    public string? RegionNo { get; init; }
}

/// <summary>The <c>result</c> of <c>getRollingUpgradeProgress</c>, as it is written. Everything may be missing.</summary>
internal sealed class ProgressRecord
{
    public string? Name { get; init; }

    public int? NodeCount { get; init; }

    public VersionRecord? VersionVo { get; init; }

    public IReadOnlyList<NodeRecord?>? NodeStatusVoList { get; init; }
}

internal sealed class VersionRecord
{
    public string? CurrentVersionCode { get; init; }

    public string? TargetVersionCode { get; init; }

    public string? ActionDate { get; init; }
}

internal sealed class NodeRecord
{
    public string? Hostname { get; init; }

    public string? Status { get; init; }

    public string? NodeRoleCode { get; init; }

    public string? UpdatedDate { get; init; }
}
