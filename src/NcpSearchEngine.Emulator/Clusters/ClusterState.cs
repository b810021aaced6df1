namespace NcpSearchEngine.Emulator;

/// <summary>A cluster as the service knows it at one moment.</summary>
/// <param name="VersionCode">The version that the cluster itself has; the target's only once an upgrade is over.</param>
/// <param name="Status">The cluster's status: <c>running</c>, <c>changing</c> …</param>
/// <param name="Upgrade">The record of the last upgrade, or null where there never was one.</param>
/// <param name="Nodes">The nodes, in the order in which the service lists them.</param>
public sealed record ClusterState(string VersionCode, string Status, UpgradeRecord? Upgrade, IReadOnlyList<NodeState> Nodes);

/// <summary>The record of an upgrade: <c>versionVo</c>.</summary>
/// <param name="CurrentVersionCode">The version before.</param>
/// <param name="TargetVersionCode">The version after.</param>
/// <param name="RequestedAt">When it was asked for.</param>
public sealed record UpgradeRecord(string CurrentVersionCode, string TargetVersionCode, DateTimeOffset RequestedAt);

/// <summary>A node of a cluster.</summary>
/// <param name="Hostname">The server's name.</param>
/// <param name="RoleCode"><c>M</c> manager, <c>D</c> or <c>DO</c> data, <c>MO</c> master.</param>
public record EmulatedNode(string Hostname, string RoleCode);

/// <summary>A node and what the service says about it.</summary>
/// <param name="Hostname">The server's name.</param>
/// <param name="RoleCode">Its role.</param>
/// <param name="Status">Its status, in the service's word.</param>
/// <param name="UpdatedAt">When the status changed last.</param>
public sealed record NodeState(string Hostname, string RoleCode, string Status, DateTimeOffset UpdatedAt) : EmulatedNode(Hostname, RoleCode);
