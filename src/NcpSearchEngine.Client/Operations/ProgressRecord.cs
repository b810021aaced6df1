namespace NcpSearchEngine.Client;

/// <summary>The <c>result</c> of <c>getRollingUpgradeProgress</c>, as it is written. Everything may be missing.</summary>
/// <remarks>Fields, here and below: each property would be two more methods to compile before the first result.</remarks>
internal sealed class ProgressRecord
{
    internal string? Name;

    /// <summary>A number as text, see <see cref="ServiceCount"/>.</summary>
    internal string? NodeCount;

    internal VersionRecord? VersionVo;

    internal IReadOnlyList<NodeRecord?>? NodeStatusVoList;
}

internal sealed class VersionRecord
{
    internal string? CurrentVersionCode;

    internal string? TargetVersionCode;

    internal string? ActionDate;
}

internal sealed class NodeRecord
{
    internal string? Hostname;

    internal string? Status;

    internal string? NodeRoleCode;

    internal string? UpdatedDate;
}
