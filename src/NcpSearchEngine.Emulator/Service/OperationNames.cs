namespace NcpSearchEngine.Emulator;

/// <summary>The operations that the emulator serves, by the names they have in URLs, rules and the request log.</summary>
public static class OperationNames
{
    /// <summary>How far a rolling upgrade is.</summary>
    public const string Progress = "getRollingUpgradeProgress";

    /// <summary>One cluster.</summary>
    public const string ClusterInfo = "getClusterInfo";

    /// <summary>The list of clusters, in pages.</summary>
    public const string ClusterInfoList = "getClusterInfoList";

    /// <summary>A cluster's nodes.</summary>
    public const string ClusterNodeList = "getClusterNodeList";

    /// <summary>The versions that there are.</summary>
    public const string VersionList = "getSearchEngineVersionList";

    /// <summary>Whether an upgrade could start.</summary>
    public const string PreCheck = "rollingUpgradePreCheck";

    /// <summary>Starts an upgrade.</summary>
    public const string StartUpgrade = "rollingUpgradeCluster";

    /// <summary>The server role's keys, from the metadata service.</summary>
    public const string RoleKeys = "security-credentials";

    internal static IReadOnlyList<string> All { get; } =
        [Progress, ClusterInfo, ClusterInfoList, ClusterNodeList, VersionList, PreCheck, StartUpgrade, RoleKeys];
}
