namespace NcpSearchEngine.Benchmarks.References;

/// <summary>The same object as the module's, with everything written out.</summary>
public sealed record BareNode(
    string ServiceGroupInstanceNo,
    string? ClusterName,
    string? Hostname,
    string Role,
    string? NodeRoleCode,
    string State,
    string? Status,
    string? CurrentVersionCode,
    string? TargetVersionCode,
    DateTimeOffset? RequestedAt,
    DateTimeOffset? UpdatedAt,
    int? NodeCount,
    string? RequestId,
    string Session);
