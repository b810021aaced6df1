namespace NcpSearchEngine.Client;

/// <summary>What tells one upgrade of a cluster from the next: the record's version and date, as the service wrote them.</summary>
internal sealed record UpgradeRecordId(string? TargetVersionCode, DateTime? RequestedAt)
{
    internal static UpgradeRecordId Of(RollingUpgrade upgrade) => new(upgrade.TargetVersionCode, upgrade.RequestedAt?.DateTime);

    internal bool IsOlderThan(UpgradeRecordId other) => RequestedAt < other.RequestedAt;
}
